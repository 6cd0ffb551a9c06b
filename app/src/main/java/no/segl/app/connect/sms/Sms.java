package no.segl.app.connect.sms;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The way out for text messages, and back. Safe for use from many threads. */
public interface Sms {

    /**
     * A text message to one number.
     *
     * @param id made by the sender, and the same if it is sent again; the gateway then sends it
     *     once
     * @param number a plus, a country and a number (ITU-T E.164), without spaces
     */
    record Text(UUID id, String number, String text) {

        private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
        private static final int LONGEST = 160;

        /**
         * @throws IllegalArgumentException if it is no such number, or the text is empty or over
         *     160 signs; the message never repeats the input
         */
        public Text {
            if (!isNumber(number)) {
                throw new IllegalArgumentException("not a telephone number");
            }
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("a text message has 1 to 160 signs");
            }
        }

        /** Whether {@code text} is a number that can be sent to. */
        public static boolean isNumber(String text) {
            return E164.matcher(text).matches();
        }

        /** Its id alone: the rest is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Text[" + id + "]";
        }
    }

    /** What is known after an attempt. */
    sealed interface Outcome {}

    /** It was accepted. That it arrived is for a report to say. */
    record Done() implements Outcome {}

    /**
     * It was not accepted, for certain.
     *
     * @param code the HTTP status, or one of the words here
     * @param permanent whether it was the number that was refused, for good
     */
    record Refused(String code, boolean permanent) implements Outcome {

        /** The gateway does not send to that number. */
        public static final String NO_NUMBER = "no-number";

        /** The gateway could not be reached. */
        public static final String NO_CONNECTION = "no-connection";

        /** The gateway does not accept the key. */
        public static final String NO_LOGIN = "no-login";

        /** The gateway takes no more for now. */
        public static final String TOO_MANY = "too-many";

        private static final Set<String> EVERYBODY = Set.of(NO_CONNECTION, NO_LOGIN, TOO_MANY);

        /** Whether it would be the same for every message: a round may as well end. */
        public boolean isForEverybody() {
            return EVERYBODY.contains(code);
        }
    }

    /** It may have been accepted. Send it again, with the same id. */
    record Unknown() implements Outcome {}

    /** Tries once. Never throws for what a gateway or a network does. */
    Outcome send(Text text);

    /** What a report says. */
    enum Delivery {
        /** It reached the telephone. */
        DELIVERED,
        /** It did not, and will not. */
        FAILED
    }

    /**
     * What became of one message.
     *
     * @param code the gateway's own, of letters, digits, '.', '_' and '-'; or empty
     */
    record Result(UUID id, Delivery delivery, String code) {}

    /**
     * Some results, oldest first.
     *
     * @param unreadable how many reports could not be understood, and were passed over
     * @param next from where to ask next; keep it together with the results
     * @param isMore whether there is more to be asked for at once
     */
    record Results(List<Result> results, int unreadable, String next, boolean isMore) {
        public Results {
            results = List.copyOf(results);
        }
    }

    /** The gateway cannot be asked, for now. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        /**
         * @param why in words of Segl's own
         */
        Unavailable(String why) {
            super(why);
        }
    }

    /**
     * What became of messages since {@code after}. The same question gives the same results, or
     * more.
     *
     * @param after the {@code next} of the last answer; empty the first time
     * @throws Unavailable if the gateway does not answer, or not in the form that it should
     */
    Results results(String after) throws Unavailable;
}
