package no.segl.app.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.notice.Standing;
import no.segl.app.store.Breaches;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.ControlChanges;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.FigureReports;
import no.segl.app.store.Holders;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.app.store.WatchFigures;
import no.segl.app.store.Watched;
import no.segl.core.access.Power;
import no.segl.core.control.Report;
import no.segl.core.control.Routine;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import no.segl.core.overview.Question;

/** The figures that are sent by e-mail: the same as the overview's page has. */
public final class Standings {

    private static final int WEEK = 7;

    private final Units units;
    private final Watched watched;
    private final WatchFigures figures;
    private final ControlRuns runs;
    private final Breaches breaches;
    private final Holders holders;
    private final RuleTable rules;
    private final ControlChanges changes;

    /** What it counts. */
    public record Counted(
            Units units,
            Watched watched,
            WatchFigures figures,
            ControlRuns runs,
            Breaches breaches) {}

    public Standings(Counted counted, Holders holders, RuleTable rules, ControlChanges changes) {
        this.units = counted.units();
        this.watched = counted.watched();
        this.figures = counted.figures();
        this.runs = counted.runs();
        this.breaches = counted.breaches();
        this.holders = holders;
        this.rules = rules;
        this.changes = changes;
    }

    /** How it stands with what {@code row} tells of; controls are those since it was last sent. */
    Standing of(FigureReports.Row row, Instant now) {
        Set<OrgNumber> within = units.within(Set.of(row.report().unit()));
        Map<Age, Long> in = figures.lying(Side.RECIPIENT, within, now);
        Map<Age, Long> out = figures.lying(Side.SENDER, within, now);
        Instant since = row.sent().orElse(now.minus(Duration.ofDays(WEEK)));
        ControlRuns.Score score = runs.score(within, since, now);
        return new Standing(
                row.unitName(),
                row.report().unit(),
                all(in, 0),
                all(in, WEEK),
                all(out, 0),
                all(out, WEEK),
                oldest(within, now),
                score.due(),
                score.onTime(),
                score.missed(),
                breaches.count(within, within, now).open());
    }

    private static long all(Map<Age, Long> lying, int least) {
        return lying.entrySet().stream()
                .filter(e -> e.getKey().least() >= least)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private OptionalLong oldest(Set<OrgNumber> within, Instant now) {
        return Stream.of(Side.values())
                .map(own ->
                        watched.count(new Watched.Asked(own, within, Question.UNOPENED, now))
                                .oldest())
                .flatMap(Optional::stream)
                .mapToLong(since -> Age.days(since, now))
                .max();
    }

    /** Who got them no longer oversees the unit. */
    void end(Report report, Instant now) {
        changes.report(
                report.id(),
                new Act(new Actor.Segl("controls"), now),
                (held, ended) ->
                        Routine.lost(
                                held,
                                ended,
                                holders.others(held.unit(), List.of(Power.OVERSEE), now).stream()
                                        .map(Holders.Holder::person)
                                        .toList(),
                                rules.newest()));
    }
}
