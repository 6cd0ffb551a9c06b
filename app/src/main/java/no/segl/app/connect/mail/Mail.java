package no.segl.app.connect.mail;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The way out for e-mail. Safe for use from many threads; a round is for one. */
public interface Mail {

    /**
     * An e-mail to one address.
     *
     * @param id made by the sender, and the same if it is sent again
     * @param to one address, without a name
     * @param subject one line
     * @param body plain text; lines end in LF
     * @param language the BCP 47 tag of what is written
     * @param written what its date says; the same if it is sent again
     */
    record Message(
            UUID id, String to, String subject, String body, String language, Instant written) {

        /**
         * @throws IllegalArgumentException if a line would end where none may; the message never
         *     repeats the input
         */
        public Message {
            if (hasControls(to) || hasControls(subject) || hasControls(language)) {
                throw new IllegalArgumentException("a header of an e-mail is one line");
            }
        }

        private static boolean hasControls(String text) {
            return text.chars().anyMatch(Character::isISOControl);
        }

        /** Its id alone: the rest is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** What is known after an attempt. */
    sealed interface Outcome {}

    /** It was accepted. That it arrived is for a report to say. */
    record Done() implements Outcome {}

    /**
     * It was not accepted, for certain.
     *
     * @param code the reply code and, where given, the enhanced status code (RFC 3463), such as
     *     {@code 550 5.1.1}; or one of the words here
     * @param permanent whether it was the address that was refused, for good: to send to it again
     *     will not help
     */
    record Refused(String code, boolean permanent) implements Outcome {

        /** It is no e-mail address. */
        public static final String NO_ADDRESS = "no-address";

        /** The relay could not be reached, or went away. */
        public static final String NO_CONNECTION = "no-connection";

        /** The relay does not encrypt, or is not who it should be. */
        public static final String NO_TLS = "no-tls";

        /** The relay does not accept the user or the password. */
        public static final String NO_LOGIN = "no-login";

        private static final Set<String> EVERYBODY = Set.of(NO_CONNECTION, NO_TLS, NO_LOGIN);

        /** Whether it would be the same for every message: a round may as well end. */
        public boolean isForEverybody() {
            return EVERYBODY.contains(code);
        }
    }

    /**
     * The line was lost after the message was handed over, before the answer: it may have been
     * accepted. Send it again, with the same id.
     */
    record Unknown() implements Outcome {}

    /** Several messages, one after another, over one connection. */
    interface Round extends AutoCloseable {

        /** Tries once. Never throws for what a relay or a network does. */
        Outcome send(Message message);

        @Override
        void close();
    }

    /** Begins a round. Nothing is connected until something is sent. */
    Round begin();

    /** A round of one. */
    default Outcome send(Message message) {
        try (Round round = begin()) {
            return round.send(message);
        }
    }
}
