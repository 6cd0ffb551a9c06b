package no.segl.proof.register;

import java.util.concurrent.CountDownLatch;

/** What may go wrong with one call. */
public sealed interface Trouble {

    /** Too many calls (429); come back after so many seconds. */
    record TooMany(int seconds) implements Trouble {}

    /** An answer with this status and nothing of use. */
    record Status(int status) implements Trouble {}

    /** The right status, and something that is not JSON. */
    record BrokenJson() implements Trouble {}

    /** JSON of another form. */
    record OtherJson() implements Trouble {}

    /** Half of the answer, as if it were whole. */
    record CutShort() implements Trouble {}

    /** Half of the answer, and then the connection is closed. */
    record BrokenOff() implements Trouble {}

    /** No answer until the latch is down, for at most half a minute. */
    record Slow(CountDownLatch until) implements Trouble {}
}
