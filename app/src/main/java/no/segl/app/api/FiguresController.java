package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.store.Months;
import no.segl.app.store.Units;
import no.segl.app.store.WatchFigures;
import no.segl.app.store.Watched;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import no.segl.core.overview.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overview's figures, for whoever shows them elsewhere: the same as the page has. */
@RestController
public final class FiguresController {

    private final Refusals refusals;
    private final Units units;
    private final Watched watched;
    private final WatchFigures figures;
    private final Months months;
    private final InstantSource clock;

    FiguresController(
            Refusals refusals,
            Units units,
            Watched watched,
            WatchFigures figures,
            Months months,
            InstantSource clock) {
        this.refusals = refusals;
        this.units = units;
        this.watched = watched;
        this.figures = figures;
        this.months = months;
        this.clock = clock;
    }

    /**
     * Figures of letters at one end.
     *
     * @param asOf the moment for which they hold
     * @param oldest when the one that has lain longest became available
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            String asOf,
            long unopened,
            @Nullable String oldest,
            List<OfAge> byAge,
            List<OfCategory> byCategory,
            Opened openedLately,
            List<OfMonth> months) {}

    /** Letters that have lain for {@code fromDays} to {@code toDays} days of the calendar. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfAge(int fromDays, @Nullable Integer toDays, long unopened) {}

    /** Letters of one category. */
    public record OfCategory(String category, long unopened) {}

    /** Those that were opened in the last 30 days, and how long that took. */
    public record Opened(long letters, long medianSeconds, long ninetiethPercentileSeconds) {}

    /** What became available in a month in Norway. */
    public record OfMonth(String month, long available, long openedWithinWeek) {}

    @GetMapping("/api/v1/overview/sent")
    Figures sent(Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        return of(Side.SENDER, machine);
    }

    @GetMapping("/api/v1/overview/received")
    Figures received(Machine machine) {
        refusals.require(machine, Scopes.RECEIVE);
        return of(Side.RECIPIENT, machine);
    }

    private Figures of(Side own, Machine machine) {
        Set<OrgNumber> within = units.within(Set.of(machine.organisation()));
        Instant now = clock.instant();
        Map<Age, Long> lying = figures.lying(own, within, now);
        Optional<Instant> oldest =
                watched.count(new Watched.Asked(own, within, Question.UNOPENED, now)).oldest();
        WatchFigures.TimeToOpen took = figures.lately(own, within, now);
        return new Figures(
                now.toString(),
                lying.values().stream().mapToLong(Long::longValue).sum(),
                oldest.map(Instant::toString).orElse(null),
                Arrays.stream(Age.values())
                        .map(a ->
                                new OfAge(
                                        a.least(),
                                        a.most().orElse(null),
                                        lying.getOrDefault(a, 0L)))
                        .toList(),
                figures.byCategory(own, within).stream()
                        .map(c -> new OfCategory(c.category().code(), c.letters()))
                        .toList(),
                new Opened(took.opened(), took.median().toSeconds(), took.ninth().toSeconds()),
                months.year(own, within, now).stream()
                        .map(m ->
                                new OfMonth(
                                        YearMonth.from(m.first()).toString(),
                                        m.available(),
                                        m.openedInWeek()))
                        .toList());
    }
}
