package no.segl.core.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.control.ControlFact.ControlAccounted;
import no.segl.core.control.ControlFact.ControlEnded;
import no.segl.core.control.ControlFact.ControlEscalated;
import no.segl.core.control.ControlFact.ControlMissed;
import no.segl.core.control.ControlFact.ControlOpened;
import no.segl.core.control.ControlFact.ControlSet;
import no.segl.core.control.ControlFact.ControlStillMissed;
import no.segl.core.control.ReportFact.ReportEnded;
import no.segl.core.control.ReportFact.ReportSet;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;

/**
 * Decides on controls. What is due is opened; what nobody has done in time is missed and raised
 * again and again, in the end with those who administer access at the unit (law:
 * eforvaltningsforskriften-15). Nothing but a person's word ends it.
 */
public final class Routine {

    /** The longest remark, in characters. */
    public static final int LONGEST_REMARK = 1000;

    private Routine() {}

    /** What came of it. */
    public enum Reply {
        DONE,
        /** It was so already, or is not due; nothing was written. */
        NOTHING_TO_DO,
        /** Somebody accounted for it before. */
        ACCOUNTED,
        /** One who is to do it may not see what there is at the unit. */
        NOT_THEIRS,
        /** The deputy is the same person. */
        SAME_PERSON,
        /** It can still be done in time. */
        NOT_MISSED,
        /** What was not done is accounted for with some words, and not too many. */
        BAD_TEXT,
        /** Whoever asked may not. */
        REFUSED
    }

    /**
     * Sets a control up.
     *
     * @param able who oversees the unit: only they can do it
     * @param by whether who sets it up oversees the unit
     */
    public static Decision<ControlFact, Reply> set(
            Control control, Collection<PersonId> able, Clearance by, Instant now) {
        if (!(by instanceof Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (control.deputy().filter(control.responsible()::equals).isPresent()) {
            return Decision.nothing(Reply.SAME_PERSON);
        }
        boolean theirs =
                able.contains(control.responsible())
                        && control.deputy().map(able::contains).orElse(true);
        return theirs
                ? one(right, new ControlSet(control, control.rhythm().next(now)))
                : Decision.nothing(Reply.NOT_THEIRS);
    }

    /**
     * Ends a control.
     *
     * @param ended whether it was ended before
     */
    public static Decision<ControlFact, Reply> end(Control control, boolean ended, Clearance by) {
        if (!(by instanceof Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        return ended
                ? Decision.nothing(Reply.NOTHING_TO_DO)
                : one(right, new ControlEnded(control.unit(), control.id()));
    }

    /**
     * Opens what has fallen due. What should have been opened while Segl stood is not opened one by
     * one: it is counted, and this one stands for all of it.
     *
     * @param planned when it was to be opened
     * @param run the new one's id
     * @param able who oversees the unit
     */
    public static Decision<ControlFact, Reply> open(
            Control control,
            Instant planned,
            UUID run,
            Collection<PersonId> able,
            Rules rules,
            Instant now) {
        if (planned.isAfter(now)) {
            return Decision.nothing(Reply.NOTHING_TO_DO);
        }
        Instant last = planned;
        Instant next = control.rhythm().next(planned);
        int skipped = 0;
        while (!next.isAfter(now)) {
            skipped++;
            last = next;
            next = control.rhythm().next(next);
        }
        Optional<PersonId> owner = owner(control, able);
        List<ControlFact> facts = new ArrayList<>();
        facts.add(
                new ControlOpened(
                        control.unit(),
                        control.id(),
                        run,
                        last,
                        Rhythm.until(now, control.within()),
                        owner,
                        skipped,
                        next));
        if (owner.isEmpty()) {
            facts.add(new ControlEscalated(control.unit(), control.id(), run));
        }
        return new Decision<>(right(rules), facts, Reply.DONE);
    }

    /** Looks at one that nobody has accounted for. */
    public static Decision<ControlFact, Reply> look(
            Run run, Collection<PersonId> able, Rules rules, Instant now) {
        if (run.next().filter(next -> !next.isAfter(now)).isEmpty()) {
            return Decision.nothing(Reply.NOTHING_TO_DO);
        }
        Control control = run.control();
        Optional<PersonId> owner = owner(control, able);
        Instant next = rules.row(Rule.CONTROL_AGAIN).after(now);
        List<ControlFact> facts = new ArrayList<>();
        facts.add(
                run.missed().isEmpty()
                        ? new ControlMissed(control.unit(), control.id(), run.id(), owner, next)
                        : new ControlStillMissed(
                                control.unit(), control.id(), run.id(), owner, next));
        boolean longAgo =
                run.missed()
                        .filter(at -> !rules.row(Rule.CONTROL_ESCALATE).after(at).isAfter(now))
                        .isPresent();
        if (!run.escalated() && (owner.isEmpty() || longAgo)) {
            facts.add(new ControlEscalated(control.unit(), control.id(), run.id()));
        }
        return new Decision<>(right(rules), facts, Reply.DONE);
    }

    /**
     * Accounts for one. Anybody who oversees the unit can: the ledger says who it was.
     *
     * @param found what there is at this moment
     * @param remark may be empty if it was done
     */
    public static Decision<ControlFact, Reply> account(
            Run run,
            Run.Outcome outcome,
            Run.Found found,
            String remark,
            Clearance by,
            Instant now) {
        if (!(by instanceof Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (!run.isOpen()) {
            return Decision.nothing(Reply.ACCOUNTED);
        }
        boolean late = !run.due().isAfter(now);
        if (outcome == Run.Outcome.NOT_DONE && !late) {
            return Decision.nothing(Reply.NOT_MISSED);
        }
        String written = remark.strip();
        boolean silent = written.isEmpty() && outcome == Run.Outcome.NOT_DONE;
        if (silent || written.codePointCount(0, written.length()) > LONGEST_REMARK) {
            return Decision.nothing(Reply.BAD_TEXT);
        }
        Control control = run.control();
        return one(
                right,
                new ControlAccounted(
                        control.unit(), control.id(), run.id(), outcome, late, found, written));
    }

    /**
     * Has figures sent to somebody.
     *
     * @param already whether they get them as often already
     * @param able who oversees the unit
     * @param by whether who asks oversees the unit
     */
    public static Decision<ReportFact, Reply> report(
            Report report, boolean already, Collection<PersonId> able, Clearance by, Instant now) {
        if (!(by instanceof Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (already) {
            return Decision.nothing(Reply.NOTHING_TO_DO);
        }
        return able.contains(report.person())
                ? new Decision<>(
                        right,
                        List.of(new ReportSet(report, report.rhythm().next(now))),
                        Reply.DONE)
                : Decision.nothing(Reply.NOT_THEIRS);
    }

    /** Sends no more figures, for whoever oversees the unit. */
    public static Decision<ReportFact, Reply> endReport(
            Report report, boolean ended, Clearance by) {
        if (!(by instanceof Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        return ended
                ? Decision.nothing(Reply.NOTHING_TO_DO)
                : new Decision<>(
                        right,
                        List.of(new ReportEnded(report.unit(), report.id(), false)),
                        Reply.DONE);
    }

    /** Sends no more figures to somebody who no longer oversees the unit. */
    public static Decision<ReportFact, Reply> lost(
            Report report, boolean ended, Collection<PersonId> able, Rules rules) {
        return ended || able.contains(report.person())
                ? Decision.nothing(Reply.NOTHING_TO_DO)
                : new Decision<>(
                        right(rules),
                        List.of(new ReportEnded(report.unit(), report.id(), true)),
                        Reply.DONE);
    }

    private static Optional<PersonId> owner(Control control, Collection<PersonId> able) {
        return Optional.of(control.responsible())
                .filter(able::contains)
                .or(() -> control.deputy().filter(able::contains));
    }

    private static Right right(Rules rules) {
        Row row = rules.row(Rule.CONTROL_AGAIN);
        return new Right("rule", row.paragraph());
    }

    private static Decision<ControlFact, Reply> one(Right right, ControlFact fact) {
        return new Decision<>(right, List.of(fact), Reply.DONE);
    }
}
