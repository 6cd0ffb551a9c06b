package no.segl.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes wrong on a line, and whether anything was done. */
class LineTest {

    private final AtomicInteger done = new AtomicInteger();
    private final Troubles troubles = new Troubles(1);
    private final Line line =
            new Line(
                    _ -> Answer.json(200, Json.object().put("number", done.incrementAndGet())),
                    troubles);

    private Line.Reply call() {
        return line.call(Request.get("/letters?x=1", Map.of()));
    }

    @Test
    void withoutTroubleItIsAnswered() {
        Line.Reply reply = call();
        assertThat(reply.isWhole()).isTrue();
        assertThat(reply.answer().status()).isEqualTo(200);
        assertThat(troubles.asked()).containsExactly("GET /letters?x=1");
    }

    @Test
    void whatIsRefusedOnTheWayIsNotDone() {
        troubles.next(
                "letters",
                new Trouble.TooMany(17),
                new Trouble.Status(503),
                new Trouble.LostCall());
        Line.Reply tooMany = call();
        assertThat(tooMany.answer().status()).isEqualTo(429);
        assertThat(tooMany.answer().header("Retry-After")).contains("17");
        assertThat(call().answer().status()).isEqualTo(503);
        assertThat(call().end()).isEqualTo(Line.End.LOST);
        assertThat(done).hasValue(0);
        assertThat(call().isWhole()).as("each once").isTrue();
    }

    @Test
    void aLostAnswerIsDoneAndATwiceIsDoneTwice() {
        troubles.next("", new Trouble.LostAnswer(), new Trouble.Twice(), new Trouble.BrokenOff());
        assertThat(call().end()).isEqualTo(Line.End.LOST);
        assertThat(done).hasValue(1);
        call();
        assertThat(done).hasValue(3);
        assertThat(call().end()).isEqualTo(Line.End.BROKEN_OFF);
        assertThat(done).hasValue(4);
    }

    @Test
    void whatCannotBeReadAndWhatIsLate() {
        troubles.next(
                "", new Trouble.BrokenJson(), new Trouble.OtherJson(), new Trouble.CutShort());
        assertThat(Json.parse(call().answer().body())).isEmpty();
        assertThat(call().answer().json().has("feil")).isTrue();
        assertThat(call().end()).isEqualTo(Line.End.CUT_SHORT);
        troubles.next("", new Trouble.Late(Duration.ofHours(1)));
        assertThat(call().late()).as("told, not waited for").isEqualTo(Duration.ofHours(1));
    }

    @Test
    void oneSeedGivesTheSameTroublesAgain() {
        assertThat(ends(7)).isEqualTo(ends(7)).isNotEqualTo(ends(8)).contains(true, false);
    }

    private static List<Boolean> ends(long seed) {
        Troubles often = new Troubles(seed);
        often.often("letters", new Trouble.Status(500), 0.5);
        Line line = new Line(_ -> Answer.empty(204), often);
        return IntStream.range(0, 50)
                .mapToObj(
                        _ -> line.call(Request.get("/letters", Map.of())).answer().status() == 500)
                .toList();
    }

    @Test
    void troublesComeOnlyWhereTheyAreTold() {
        troubles.often("POST", new Trouble.Status(500), 1);
        assertThat(call().answer().status()).isEqualTo(200);
        troubles.end();
        assertThat(troubles.waiting()).isZero();
    }
}
