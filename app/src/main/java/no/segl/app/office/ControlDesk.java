package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.store.Categories;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.ControlChanges;
import no.segl.app.store.FigureReports;
import no.segl.app.store.Holders;
import no.segl.app.store.Readiness;
import no.segl.app.store.Units;
import no.segl.app.store.Watched;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.control.Control.About;
import no.segl.core.control.Report;
import no.segl.core.control.Rhythm;
import no.segl.core.control.Routine;
import no.segl.core.control.Routine.Reply;
import no.segl.core.control.Run;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.core.overview.Question;
import no.segl.core.overview.QuestionReader;

/**
 * Where controls are set up, ended and accounted for, by those who oversee the unit, and figures
 * ordered. What a control finds is counted at the moment when it is accounted for.
 */
public final class ControlDesk {

    /** So many letters of a control are shown and kept, and no more. */
    public static final int MOST_LISTED = 200;

    private final ControlChanges changes;
    private final FigureReports reports;
    private final Access access;
    private final Counted counted;
    private final Holders holders;
    private final Ids ids;
    private final InstantSource clock;

    /** What a control counts with. */
    public record Counted(
            Watched watched, Readiness readiness, Units units, Categories categories) {}

    public ControlDesk(
            ControlChanges changes,
            FigureReports reports,
            Access access,
            Counted counted,
            Holders holders,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.reports = reports;
        this.access = access;
        this.counted = counted;
        this.holders = holders;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is wished for, without its id. */
    public record Wish(
            OrgNumber unit,
            About about,
            String question,
            Rhythm rhythm,
            int within,
            PersonId responsible,
            Optional<PersonId> deputy) {}

    /** Sets a control up. */
    public Reply set(Wish wish, PersonId by) {
        Instant now = now();
        var control =
                new no.segl.core.control.Control(
                        ids.uuid(),
                        wish.unit(),
                        wish.about(),
                        wish.question(),
                        wish.rhythm(),
                        wish.within(),
                        wish.responsible(),
                        wish.deputy());
        return changes.set(
                wish.unit(),
                act(by, now),
                () -> Routine.set(control, able(wish.unit(), now), oversees(by, wish.unit()), now));
    }

    /** Ends a control; empty if there is none. */
    public Optional<Reply> end(UUID control, PersonId by) {
        return changes.ending(
                control,
                act(by, now()),
                (held, ended) -> Routine.end(held, ended, oversees(by, held.unit())));
    }

    /** Accounts for a run; empty if there is none. */
    public Optional<Reply> account(UUID run, Run.Outcome outcome, String remark, PersonId by) {
        Instant now = now();
        return changes.run(
                run,
                act(by, now),
                held ->
                        Routine.account(
                                held,
                                outcome,
                                found(held.control(), now),
                                remark,
                                oversees(by, held.control().unit()),
                                now));
    }

    /** Has figures sent. */
    public Reply report(OrgNumber unit, Rhythm rhythm, PersonId to, PersonId by) {
        Instant now = now();
        Report report = new Report(ids.uuid(), unit, rhythm, to);
        return changes.report(
                unit,
                act(by, now),
                () ->
                        Routine.report(
                                report,
                                reports.has(unit, to, rhythm.every()),
                                able(unit, now),
                                oversees(by, unit),
                                now));
    }

    /** Sends no more figures; empty if none are sent. */
    public Optional<Reply> endReport(UUID report, PersonId by) {
        return changes.report(
                report,
                act(by, now()),
                (held, ended) -> Routine.endReport(held, ended, oversees(by, held.unit())));
    }

    /** Whether {@code person} oversees {@code unit}: what else is told of it is theirs to see. */
    public Clearance oversees(PersonId person, OrgNumber unit) {
        return access.to(Power.OVERSEE, person, unit, now());
    }

    /** Who can do a control at {@code unit}, by name, each once. */
    public List<Holders.Holder> people(OrgNumber unit) {
        List<Holders.Holder> people = new ArrayList<>();
        for (Holders.Holder holder : holders.others(unit, List.of(Power.OVERSEE), now())) {
            if (people.stream().noneMatch(p -> p.person().equals(holder.person()))) {
                people.add(holder);
            }
        }
        return people;
    }

    /** What {@code control} asks of letters; empty of readiness. */
    public Optional<Question> question(no.segl.core.control.Control control) {
        if (control.about() == About.READINESS) {
            return Optional.empty();
        }
        return new QuestionReader(counted.categories().vocabulary(Language.NB))
                                .read(control.question())
                        instanceof QuestionReader.Answer.Understood(var question)
                ? Optional.of(question)
                // A category has got another name since: everything is more than was asked.
                : Optional.of(Question.ALL.in(Question.OPEN));
    }

    /** The letters that {@code control} is about, as they are to be asked for. */
    public Optional<Watched.Asked> asked(no.segl.core.control.Control control, Instant now) {
        return question(control)
                .map(q ->
                        new Watched.Asked(
                                control.about() == About.SENT ? Side.SENDER : Side.RECIPIENT,
                                counted.units().within(Set.of(control.unit())),
                                q,
                                now));
    }

    /** What there is of what {@code control} is about. */
    public Run.Found found(no.segl.core.control.Control control, Instant now) {
        return asked(control, now)
                .map(asked -> {
                    Watched.Count count = counted.watched().count(asked);
                    List<LetterId> letters =
                            counted
                                    .watched()
                                    .page(asked, Optional.empty(), MOST_LISTED)
                                    .rows()
                                    .stream()
                                    .map(Watched.Row::id)
                                    .toList();
                    return new Run.Found(count.letters(), count.more(), 0, count.oldest(), letters);
                })
                .orElseGet(() -> {
                    Readiness.Summary summary =
                            counted.readiness().summary(List.of(control.unit()), now);
                    return new Run.Found(
                            summary.nobody(), false, summary.cells(), Optional.empty(), List.of());
                });
    }

    private List<PersonId> able(OrgNumber unit, Instant now) {
        return holders.others(unit, List.of(Power.OVERSEE), now).stream()
                .map(Holders.Holder::person)
                .toList();
    }

    private static Act act(PersonId by, Instant now) {
        return new Act(new Actor.Person(by), now);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
