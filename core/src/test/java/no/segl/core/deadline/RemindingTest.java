package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.ACCEPTED;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Notifying.Ordered;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.deadline.Reminding.Reply;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;

/** Who is told because somebody asks for it, and when it would be noise. */
class RemindingTest {

    private static final Clearance YES = new Clearance.Cleared(new Right("grant", "oversee:1"));
    private static final Clearance NO = new Clearance.Denied(Clearance.Ground.NO_GRANT, RECIPIENT);
    private static final PersonId ADMINISTRATOR = new PersonId(new UUID(8, 8));
    private static final Instant NOW = LATER.plus(Duration.ofDays(3));
    private static final Available TOLD =
            new Available(
                    ENVELOPE,
                    SENT,
                    SENT,
                    1,
                    Optional.of(LATER),
                    new Chase(1, Optional.of(LATER), false, false));

    private static Decision<LetterFact, Reply> remind(
            Letter letter, List<PersonId> readers, Clearance by, Ordered... notices) {
        AtomicLong next = new AtomicLong();
        return Reminding.decide(
                letter,
                List.of(notices),
                () ->
                        new Situation(
                                readers,
                                List.of(ADMINISTRATOR),
                                Set.of(),
                                () -> new UUID(9, next.incrementAndGet())),
                by,
                THREE,
                NOW);
    }

    private static Ordered notice(Notice.Kind kind, State state, Duration ago) {
        return new Ordered(new UUID(1, 1), kind, state, NOW.minus(ago));
    }

    @Test
    void tellsThoseWhoCanOpenItByTheRightOfWhoeverAsks() {
        var reminded = remind(TOLD, List.of(READER), YES);
        assertThat(reminded.reply()).isEqualTo(Reply.REMINDED);
        assertThat(reminded.right()).isEqualTo(new Right("grant", "oversee:1"));
        assertThat(reminded.facts())
                .containsExactly(
                        new NoticeOrdered(
                                ID,
                                new UUID(9, 1),
                                Notice.Kind.STILL_UNOPENED,
                                new Notice.To.Person(READER)));
    }

    @Test
    void whoeverWasNeverToldIsNotToldStill() {
        assertThat(remind(AVAILABLE, List.of(READER), YES).facts())
                .extracting(f -> ((NoticeOrdered) f).kind())
                .containsExactly(Notice.Kind.ARRIVED);
    }

    @Test
    void whereNobodyCanOpenItThoseWhoCanMendItAreTold() {
        var told = remind(TOLD, List.of(), YES);
        assertThat(told.reply()).isEqualTo(Reply.ADMINISTRATORS_TOLD);
        assertThat(told.facts())
                .extracting(f -> ((NoticeOrdered) f).to())
                .containsExactly(
                        new Notice.To.Unit(RECIPIENT), new Notice.To.Person(ADMINISTRATOR));
    }

    @Test
    void isNotRepeatedWithinThePause() {
        var lately = notice(Notice.Kind.ARRIVED, State.SENT, Duration.ofHours(23));
        var refused = remind(TOLD, List.of(READER), YES, lately);
        assertThat(refused).isEqualTo(Decision.nothing(Reply.TOLD_LATELY));
        var before = notice(Notice.Kind.ARRIVED, State.SENT, Duration.ofHours(25));
        assertThat(remind(TOLD, List.of(READER), YES, before).reply()).isEqualTo(Reply.REMINDED);
    }

    @Test
    void whatToldNobodyAtTheRecipientIsNoPause() {
        assertThat(
                        remind(
                                        TOLD,
                                        List.of(READER),
                                        YES,
                                        notice(Notice.Kind.ARRIVED, State.FAILED, Duration.ZERO),
                                        notice(Notice.Kind.CASE_WAITING, State.SENT, Duration.ZERO))
                                .reply())
                .isEqualTo(Reply.REMINDED);
    }

    @Test
    void nothingIsSaidOfWhatWaitsForNobody() {
        assertThat(remind(OPENED, List.of(READER), YES)).isEqualTo(Decision.nothing(Reply.CLOSED));
        assertThat(remind(ACCEPTED, List.of(READER), YES))
                .isEqualTo(Decision.nothing(Reply.NOT_YET));
        assertThat(remind(TOLD, List.of(READER), NO)).isEqualTo(Decision.nothing(Reply.REFUSED));
    }
}
