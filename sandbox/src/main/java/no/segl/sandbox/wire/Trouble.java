package no.segl.sandbox.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What may go wrong with one call. */
public sealed interface Trouble {

    /** Too many calls (429); come back after so many seconds. Nothing is done. */
    record TooMany(int seconds) implements Trouble {}

    /** An answer with this status and nothing of use. Nothing is done. */
    record Status(int status) implements Trouble {}

    /** The right status, and something that is not JSON. Nothing is done. */
    record BrokenJson() implements Trouble {}

    /** JSON of another form. Nothing is done. */
    record OtherJson() implements Trouble {}

    /** It is done, and half of the answer comes, as if it were whole. */
    record CutShort() implements Trouble {}

    /** It is done, and half of the answer comes; then the connection is closed. */
    record BrokenOff() implements Trouble {}

    /** The connection is closed before anything is done. */
    record LostCall() implements Trouble {}

    /** It is done, and the connection is closed without an answer. */
    record LostAnswer() implements Trouble {}

    /** It is done twice, as when something on the way sends it again; the second answer comes. */
    record Twice() implements Trouble {}

    /** It is done at once, and the answer takes so long. */
    record Late(Duration by) implements Trouble {}

    /** No answer until the latch is down, for at most half a minute. */
    record Slow(CountDownLatch until) implements Trouble {}
}
