package no.segl.core.control;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Fact;

/** What has happened to a unit's controls (law: eforvaltningsforskriften-15). */
public sealed interface ControlFact extends Fact {

    /** Whose control it is. */
    OrgNumber unit();

    /** The control's id. */
    UUID control();

    @Override
    default String subject() {
        return "unit:" + unit();
    }

    @Override
    default SortedMap<String, String> values() {
        return new TreeMap<>(java.util.Map.of("control", control().toString()));
    }

    /** A control was set up, to be opened first at {@code first}. */
    record ControlSet(Control set, Instant first) implements ControlFact {
        @Override
        public OrgNumber unit() {
            return set.unit();
        }

        @Override
        public UUID control() {
            return set.id();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = ControlFact.super.values();
            values.put("about", set.about().name());
            values.put("every", set.rhythm().every().name());
            values.put("day", Integer.toString(set.rhythm().day()));
            values.put("time", set.rhythm().time().toString());
            values.put("within", Integer.toString(set.within()));
            values.put("responsible", set.responsible().toString());
            set.deputy().ifPresent(d -> values.put("deputy", d.toString()));
            values.put("first", first.toString());
            return values;
        }
    }

    /** A control comes no more. Those that are open must still be accounted for. */
    record ControlEnded(OrgNumber unit, UUID control) implements ControlFact {}

    /**
     * It fell due.
     *
     * @param owner who is to do it; empty if neither of them can any longer
     * @param skipped how many times before this it was to fall due and did not, since Segl stood
     * @param next when it falls due next
     */
    record ControlOpened(
            OrgNumber unit,
            UUID control,
            UUID run,
            Instant planned,
            Instant due,
            Optional<PersonId> owner,
            int skipped,
            Instant next)
            implements ControlFact {
        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = ofRun(this, run);
            values.put("planned", planned.toString());
            values.put("due", due.toString());
            values.put("skipped", Integer.toString(skipped));
            owner.ifPresent(o -> values.put("owner", o.toString()));
            return values;
        }
    }

    /** It was not done in time, and is looked at again at {@code next}. */
    record ControlMissed(
            OrgNumber unit, UUID control, UUID run, Optional<PersonId> owner, Instant next)
            implements ControlFact {
        @Override
        public SortedMap<String, String> values() {
            return again(this, run, owner, next);
        }
    }

    /** It still was not done, and is looked at again at {@code next}. */
    record ControlStillMissed(
            OrgNumber unit, UUID control, UUID run, Optional<PersonId> owner, Instant next)
            implements ControlFact {
        @Override
        public SortedMap<String, String> values() {
            return again(this, run, owner, next);
        }
    }

    /** Those who administer access at the unit are told that it is not done. */
    record ControlEscalated(OrgNumber unit, UUID control, UUID run) implements ControlFact {
        @Override
        public SortedMap<String, String> values() {
            return ofRun(this, run);
        }
    }

    /**
     * Somebody accounted for it: the actor says who.
     *
     * @param late whether its time had passed
     * @param found with the letters on the list, which the ledger has the digest of
     * @param remark what they wrote: it is kept beside the ledger
     */
    record ControlAccounted(
            OrgNumber unit,
            UUID control,
            UUID run,
            Run.Outcome outcome,
            boolean late,
            Run.Found found,
            String remark)
            implements ControlFact {
        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = ofRun(this, run);
            values.put("outcome", outcome.name());
            values.put("late", Boolean.toString(late));
            values.put("found", found.found() + (found.more() ? "+" : ""));
            found.oldest().ifPresent(o -> values.put("oldest", o.toString()));
            values.put("list", found.digest().hex());
            return values;
        }

        /** Without what was written, which is nobody's to read in a log. */
        @Override
        public String toString() {
            return "ControlAccounted[" + run + ", " + outcome + "]";
        }
    }

    private static SortedMap<String, String> ofRun(ControlFact fact, UUID run) {
        return new TreeMap<>(
                java.util.Map.of("control", fact.control().toString(), "run", run.toString()));
    }

    private static SortedMap<String, String> again(
            ControlFact fact, UUID run, Optional<PersonId> owner, Instant next) {
        SortedMap<String, String> values = ofRun(fact, run);
        values.put("next", next.toString());
        owner.ifPresent(o -> values.put("owner", o.toString()));
        return values;
    }
}
