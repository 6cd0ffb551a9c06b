package no.segl.core.deadline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;

/**
 * What is done, step by step, for a letter that nobody opens; after the last step it is looked at
 * for as long as it takes; and for how long its content is kept when it is closed. A plan holds for
 * the letters that fit what it names; of several that fit, the one that names the recipient goes
 * before the one that names the sender, and that before the one that names the category. One
 * without steps leaves those to the others that fit, and one that does not say how long content is
 * kept leaves that.
 *
 * @param sender only letters from here
 * @param category only letters of this category
 * @param recipient only letters to here
 * @param steps in the order in which they are taken
 * @param keep in the place of the rows of the table: {@link Rules#KEPT} and no other
 */
public record Plan(
        Optional<OrgNumber> sender,
        Optional<Category> category,
        Optional<OrgNumber> recipient,
        List<Step> steps,
        Map<Rule, Row> keep) {

    /** One that leaves it to the table how long content is kept. */
    public Plan(
            Optional<OrgNumber> sender,
            Optional<Category> category,
            Optional<OrgNumber> recipient,
            List<Step> steps) {
        this(sender, category, recipient, steps, Map.of());
    }

    /** What a step does. */
    public enum Action {
        /** Looks, and does no more. */
        LOOK(Reason.FIRST_LOOK),
        /** Tells those who can open it; if nobody can, those who can mend that. */
        NOTIFY(Reason.NOTIFY),
        /** Tells them again, earlier than the law asks. */
        CHASE(Reason.CHASE),
        /**
         * Tells them once more, as the law asks: counted from when they were first told, if that
         * was after it became available (law: eforvaltningsforskriften-8).
         */
        RENOTIFY(Reason.RENOTIFY),
        /** Makes it a case at the recipient, and tells those who administer access there. */
        ESCALATE_RECIPIENT(Reason.ESCALATE_RECIPIENT),
        /** Makes it a case at the sender. */
        ESCALATE_SENDER(Reason.ESCALATE_SENDER),
        /** Sends it on paper. */
        PRINT(Reason.PRINT);

        private final Reason reason;

        Action(Reason reason) {
            this.reason = reason;
        }

        /** Why a letter is due when this step is. */
        public Reason reason() {
            return reason;
        }
    }

    /**
     * A step.
     *
     * @param after from when the letter became available
     * @param owner who answers for it when it falls due
     * @param paragraph the paragraph it fulfils: the name of a file in docs/law
     */
    public record Step(Wait after, Action action, Owner owner, String paragraph) {}

    /**
     * @throws IllegalArgumentException if it says nothing, or of another period, or one step but
     *     the first is due at once: a letter would be due again at the moment it was looked at
     */
    public Plan {
        steps = List.copyOf(steps);
        keep = Map.copyOf(keep);
        if (steps.isEmpty() && keep.isEmpty()) {
            throw new IllegalArgumentException("a plan has no step and no period");
        }
        if (!Rules.KEPT.containsAll(keep.keySet())) {
            throw new IllegalArgumentException("a plan may say " + Rules.KEPT + " alone");
        }
        if (steps.stream().skip(1).anyMatch(step -> step.after().isNone())) {
            throw new IllegalArgumentException("only a plan's first step may be due at once");
        }
    }

    /** Whether it is for such a letter. */
    boolean fits(OrgNumber from, Category of, OrgNumber to) {
        return sender.map(from::equals).orElse(true)
                && category.map(of::equals).orElse(true)
                && recipient.map(to::equals).orElse(true);
    }

    /** Of two plans that fit, the one with the higher goes first. */
    int precision() {
        return (recipient.isPresent() ? 4 : 0)
                + (sender.isPresent() ? 2 : 0)
                + (category.isPresent() ? 1 : 0);
    }
}
