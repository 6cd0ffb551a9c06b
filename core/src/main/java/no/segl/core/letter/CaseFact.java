package no.segl.core.letter;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;

/** What has happened to a case that a letter became. */
public sealed interface CaseFact extends LetterFact.OfCase {

    /** The case's id. */
    UUID matter();

    @Override
    default SortedMap<String, String> values() {
        return values(matter(), Map.of());
    }

    private static SortedMap<String, String> values(UUID matter, Map<String, String> more) {
        SortedMap<String, String> values = new TreeMap<>(more);
        values.put("case", matter.toString());
        return values;
    }

    /** What it was a case for is no longer so: the one at that end is closed by this. */
    record CaseResolved(LetterId letter, Matter.Reason reason, Side at)
            implements LetterFact.OfCase {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("reason", reason.name(), "at", at.name()));
        }
    }

    /** Somebody took it, or was given it: the actor says which. */
    record CaseAssigned(LetterId letter, UUID matter, PersonId person) implements CaseFact {
        @Override
        public SortedMap<String, String> values() {
            return CaseFact.values(matter, Map.of("person", person.toString()));
        }
    }

    /**
     * It went back to the unit.
     *
     * @param lost whether because its owner no longer had a right to it
     */
    record CaseReturned(LetterId letter, UUID matter, boolean lost) implements CaseFact {
        @Override
        public SortedMap<String, String> values() {
            return CaseFact.values(matter, Map.of("lost", Boolean.toString(lost)));
        }
    }

    /**
     * Somebody wrote something about it.
     *
     * @param comment the comment's id, which is what the ledger gets
     * @param text what was written: it may name people, so it is kept beside the ledger
     */
    record CaseCommented(LetterId letter, UUID matter, UUID comment, String text)
            implements CaseFact {
        @Override
        public SortedMap<String, String> values() {
            return CaseFact.values(matter, Map.of("comment", comment.toString()));
        }

        /** Without the text, which is nobody's to read in a log. */
        @Override
        public String toString() {
            return "CaseCommented[" + comment + "]";
        }
    }

    /** It was put off. */
    record CaseSnoozed(LetterId letter, UUID matter, Matter.Wait reason, Instant until)
            implements CaseFact {
        @Override
        public SortedMap<String, String> values() {
            return CaseFact.values(
                    matter, Map.of("reason", reason.name(), "until", until.toString()));
        }
    }

    /** Its time passed and nobody had closed it: it was raised again. */
    record CaseOverdue(LetterId letter, UUID matter, Instant due) implements CaseFact {
        @Override
        public SortedMap<String, String> values() {
            return CaseFact.values(matter, Map.of("due", due.toString()));
        }
    }

    /** A person closed it. The letter is what it was. */
    record CaseClosed(LetterId letter, UUID matter, Matter.Outcome outcome) implements CaseFact {
        @Override
        public SortedMap<String, String> values() {
            return CaseFact.values(matter, Map.of("outcome", outcome.name()));
        }
    }
}
