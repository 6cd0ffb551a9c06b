package no.segl.app.connect.mail;

import java.util.ArrayDeque;
import java.util.Deque;

/** The twin of {@link ImapBounces}: reports that somebody made up, in memory. */
public final class FakeBounces implements Bounces {

    private final Deque<Result> waiting = new ArrayDeque<>();
    private boolean isDown;

    /** A report comes in. */
    public synchronized void add(Result result) {
        waiting.add(result);
    }

    /** From now on the mailbox answers, or does not. */
    public synchronized void setDown(boolean down) {
        isDown = down;
    }

    @Override
    public synchronized Tally read(Taker taker) throws Unavailable {
        if (isDown) {
            throw new Unavailable("the mailbox for reports is down");
        }
        int results = 0;
        for (Result next = waiting.peek(); next != null; next = waiting.peek()) {
            taker.take(next);
            waiting.remove();
            results++;
        }
        return new Tally(results, 0, 0, 0, false);
    }
}
