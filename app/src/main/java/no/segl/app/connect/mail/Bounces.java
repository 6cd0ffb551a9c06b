package no.segl.app.connect.mail;

import java.util.UUID;

/** The way back for e-mail: reports of what became of messages (RFC 3464). */
public interface Bounces {

    /** What a report says. */
    enum Delivery {
        /** It reached the mailbox. Whether anybody read it is another matter. */
        DELIVERED,
        /** It has not yet come through; there are attempts left. */
        DELAYED,
        /** It did not come through, and will not. */
        BOUNCED
    }

    /**
     * What a report says of one message. Whoever got the message could have made it up: use it for
     * what became of that notice, and never as a proof that a letter was read.
     *
     * @param id the message's
     * @param statusCode an enhanced status code such as {@code 5.1.1} (RFC 3463), or empty
     */
    record Result(UUID id, Delivery delivery, String statusCode) {

        /** Whether it came back because its address is none. */
        public boolean isNoSuchAddress() {
            return delivery == Delivery.BOUNCED && Replies.isNoSuchAddress(statusCode);
        }
    }

    /** Takes results one by one. */
    @FunctionalInterface
    interface Taker {

        /** Keeps it for good. The same one may come again: after a crash, or from two nodes. */
        void take(Result result);
    }

    /**
     * How a reading went.
     *
     * @param results how many were taken
     * @param withoutNews reports that say neither of the three, such as that a message was relayed
     * @param unreadable mails that are no report or cannot be understood, laid aside for a person
     * @param laidAside how many of those lie there now
     * @param isMore whether more is waiting, to be read at once
     */
    record Tally(int results, int withoutNews, int unreadable, int laidAside, boolean isMore) {}

    /** The mailbox cannot be read, for now. */
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
     * Reads some reports. Each mail is put away only after {@code taker} has taken what it says.
     * Where it can take others and not that, the mail is laid aside; where it can take none, what
     * it throws is thrown on, and the mails are read again.
     *
     * @throws Unavailable if the mailbox cannot be reached or read; what was taken stays taken
     */
    Tally read(Taker taker) throws Unavailable;
}
