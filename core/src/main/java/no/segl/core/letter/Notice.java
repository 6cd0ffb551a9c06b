package no.segl.core.letter;

import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/** Words for notices: what is said, to whom, how, and why it did not come through. */
public final class Notice {

    private Notice() {}

    /** What is said. */
    public enum Kind {
        /** To those who can open it: it is there. */
        ARRIVED,
        /** To those who can open it: it is still there. */
        STILL_UNOPENED,
        /** To those who can mend it: nobody can open it. */
        NOBODY_CAN_OPEN,
        /** To those who administer access at the recipient: nobody has opened it. */
        LONG_UNOPENED,
        /** To the sender: nobody has opened it. */
        SENDER_LONG_UNOPENED,
        /** To those who answer for a case, at either end: it waits for them. */
        CASE_WAITING,
        /** To one person: somebody at the recipient has shared it with them. */
        SHARED;

        /** Whether it goes to the recipient: to those who can open it, or can mend it. */
        public boolean isForRecipient() {
            return this != SENDER_LONG_UNOPENED && this != CASE_WAITING;
        }

        /**
         * Whether a reader has it sent, beside what Segl tells by itself: it is for that one
         * person, and whether it gets through says nothing of whether others know of the letter.
         */
        public boolean isByReader() {
            return this == SHARED;
        }

        /** Whether the recipient knows of the letter when it gets through. */
        public boolean tellsRecipient() {
            return isForRecipient() && !isByReader();
        }

        /** Whether it is for those who can open the letter. */
        public boolean isForReaders() {
            return this == ARRIVED || this == STILL_UNOPENED;
        }
    }

    /** How it went out. */
    public enum Channel {
        EMAIL,
        SMS
    }

    /** Why it did not come through. */
    public enum Failure {
        /** There is no address to send to. */
        NO_ADDRESS,
        /** The address does not take it. */
        REFUSED,
        /** It was sent, and came back. */
        BOUNCED,
        /** It was tried for as long as notices are. */
        GAVE_UP
    }

    /** Whom it is for. The address is looked up when it goes out, and is in no fact. */
    public sealed interface To {

        /** What stands in the ledger. */
        String code();

        /**
         * Whom {@code code} is.
         *
         * @throws IllegalArgumentException if it is nobody's
         */
        static To of(String code) {
            String[] parts = code.split(":", 2);
            if (parts.length == 2 && parts[0].equals("unit")) {
                return new Unit(new OrgNumber(parts[1]));
            }
            if (parts.length == 2 && parts[0].equals("person")) {
                return new Person(
                        PersonId.parse(parts[1])
                                .orElseThrow(() -> new IllegalArgumentException("not a person")));
            }
            throw new IllegalArgumentException("a notice to nobody");
        }

        /** A person, at the address that is theirs. */
        record Person(PersonId person) implements To {
            @Override
            public String code() {
                return "person:" + person;
            }
        }

        /** A unit's notification address, or the nearest above it that has one. */
        record Unit(OrgNumber unit) implements To {
            @Override
            public String code() {
                return "unit:" + unit.value();
            }
        }
    }
}
