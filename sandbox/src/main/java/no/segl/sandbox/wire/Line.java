package no.segl.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The way to a neighbour, with its troubles. */
public final class Line {

    private final Neighbour neighbour;
    private final Troubles troubles;

    public Line(Neighbour neighbour, Troubles troubles) {
        this.neighbour = neighbour;
        this.troubles = troubles;
    }

    /** How an answer ends. */
    public enum End {
        WHOLE,
        /** What is there of the body is said to be all of it. */
        CUT_SHORT,
        /** Half of the body comes, and then the connection is closed. */
        BROKEN_OFF,
        /** Nothing comes at all. Whether anything was done is not told. */
        LOST
    }

    /**
     * What comes back.
     *
     * @param answer of what is {@link End#LOST}, the one that nobody gets to see
     * @param late how long it takes
     * @param until what it waits for besides
     */
    public record Reply(Answer answer, End end, Duration late, Optional<CountDownLatch> until) {

        /** Whether whoever asked gets an answer that they can use. */
        public boolean isWhole() {
            return end == End.WHOLE;
        }
    }

    public Troubles troubles() {
        return troubles;
    }

    /** Asks. */
    public Reply call(Request request) {
        Optional<Trouble> trouble = troubles.of(request.method(), request.call());
        return trouble.isEmpty()
                ? reply(neighbour.answer(request), End.WHOLE)
                : troubled(trouble.get(), request);
    }

    private Reply troubled(Trouble trouble, Request request) {
        return switch (trouble) {
            case Trouble.TooMany(int seconds) ->
                    reply(
                            plain(429, "Too many").with("Retry-After", Integer.toString(seconds)),
                            End.WHOLE);
            case Trouble.Status(int status) -> reply(plain(status, "No"), End.WHOLE);
            case Trouble.BrokenJson _ -> reply(plain(200, "{\"navn\": \"Fjo"), End.WHOLE);
            case Trouble.OtherJson _ -> reply(plain(200, "{\"feil\": 1}"), End.WHOLE);
            case Trouble.CutShort _ -> reply(half(neighbour.answer(request)), End.CUT_SHORT);
            case Trouble.BrokenOff _ -> reply(neighbour.answer(request), End.BROKEN_OFF);
            case Trouble.LostCall _ -> reply(Answer.empty(503), End.LOST);
            case Trouble.LostAnswer _ -> reply(neighbour.answer(request), End.LOST);
            case Trouble.Twice _ -> {
                neighbour.answer(request);
                yield reply(neighbour.answer(request), End.WHOLE);
            }
            case Trouble.Late(Duration by) ->
                    new Reply(neighbour.answer(request), End.WHOLE, by, Optional.empty());
            case Trouble.Slow(CountDownLatch until) ->
                    new Reply(
                            neighbour.answer(request),
                            End.WHOLE,
                            Duration.ZERO,
                            Optional.of(until));
        };
    }

    private static Reply reply(Answer answer, End end) {
        return new Reply(answer, end, Duration.ZERO, Optional.empty());
    }

    private static Answer plain(int status, String text) {
        return Answer.of(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer half(Answer answer) {
        byte[] body = answer.body();
        return answer.withBody(Arrays.copyOf(body, body.length / 2));
    }
}
