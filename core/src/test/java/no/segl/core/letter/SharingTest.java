package no.segl.core.letter;

import static no.segl.core.letter.Letters.ACCEPTED;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DRAFT;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.PERSON;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Share;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact.LetterShared;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.ShareEnded;
import no.segl.core.letter.Sharing.Reply;
import org.junit.jupiter.api.Test;

/** Sharing one letter with one person, once, and ending it. */
class SharingTest {

    private static final PersonId SHARER = new PersonId(new UUID(9, 1));
    private static final UUID NOTICE = new UUID(5, 5);
    private static final Share WHOLE = share(1, 7, true, Optional.empty());

    private static Share share(int id, int person, boolean documents, Optional<Instant> until) {
        return new Share(
                new UUID(0, id), ID, new PersonId(new UUID(9, person)), documents, LATER, until);
    }

    private static LetterFact told(Share share) {
        return new NoticeOrdered(
                ID, NOTICE, Notice.Kind.SHARED, new Notice.To.Person(share.person()));
    }

    private static Decision<LetterFact, Reply> done(LetterFact... facts) {
        return new Decision<>(RIGHT, List.of(facts), new Reply.Done());
    }

    @Test
    void whoMayReadSharesBeforeAndAfterOpening() {
        for (Letter letter : List.of(AVAILABLE, OPENED)) {
            assertThat(Sharing.share(letter, SHARER, CLEARED, List.of(), WHOLE, NOTICE, LATER))
                    .isEqualTo(done(new LetterShared(WHOLE), told(WHOLE)));
            assertThat(Folding.after(letter, new LetterShared(WHOLE), LATER, PERSON))
                    .as("sharing is not opening")
                    .isEqualTo(letter);
        }
        assertThat(new LetterShared(WHOLE).values())
                .containsEntry("documents", "true")
                .containsEntry("person", WHOLE.person().toString())
                .doesNotContainKey("until");
    }

    @Test
    void whoMayNotReadSharesNothing() {
        assertThat(Sharing.share(AVAILABLE, SHARER, DENIED, List.of(), WHOLE, NOTICE, LATER))
                .isEqualTo(Decision.nothing(new Reply.Refused(DENIED)));
        assertThat(Sharing.end(WHOLE, DENIED, LATER))
                .isEqualTo(Decision.nothing(new Reply.Refused(DENIED)));
    }

    @Test
    void whatIsNotInTheInboxIsNotShared() {
        for (Letter letter : List.of(DRAFT, ACCEPTED, WITHDRAWN)) {
            assertThat(Sharing.share(letter, SHARER, CLEARED, List.of(), WHOLE, NOTICE, LATER))
                    .isEqualTo(Decision.nothing(new Reply.NotThere()));
        }
    }

    @Test
    void oneShareHoldsAtATime() {
        Share again = share(2, 7, true, Optional.empty());
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(WHOLE), again, NOTICE, LATER))
                .isEqualTo(Decision.nothing(new Reply.Already()));
        Share without = share(3, 7, false, Optional.empty());
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(WHOLE), without, NOTICE, LATER))
                .isEqualTo(
                        done(
                                new ShareEnded(ID, WHOLE.id()),
                                new LetterShared(without),
                                told(without)));
        Share other = share(4, 8, true, Optional.empty());
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(WHOLE), other, NOTICE, LATER))
                .isEqualTo(done(new LetterShared(other), told(other)));
        Share over = share(5, 7, true, Optional.of(LATER));
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(over), again, NOTICE, LATER))
                .isEqualTo(done(new LetterShared(again), told(again)));
    }

    @Test
    void aShareIsEndedOnceInAnyState() {
        assertThat(Sharing.end(WHOLE, CLEARED, LATER))
                .isEqualTo(done(new ShareEnded(ID, WHOLE.id())));
        Share over = share(1, 7, true, Optional.of(LATER.plus(Duration.ofDays(1))));
        assertThat(Sharing.end(over, CLEARED, LATER.plus(Duration.ofDays(1))))
                .isEqualTo(Decision.nothing(new Reply.Already()));
        for (Letter letter : List.of(ACCEPTED, AVAILABLE, OPENED, WITHDRAWN)) {
            assertThat(Folding.after(letter, new ShareEnded(ID, WHOLE.id()), LATER, PERSON))
                    .isEqualTo(letter);
        }
    }

    private static Share handover(int id, PersonId person) {
        return new Share(new UUID(0, id), ID, person, true, true, LATER, Optional.empty());
    }

    @Test
    void whatIsSealedIsNeverHandedToWhoeverDoesIt() {
        Share mine = handover(6, SHARER);
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(), mine, NOTICE, LATER))
                .isEqualTo(Decision.nothing(new Reply.ToThemself()));
        assertThat(Sharing.share(OPENED, SHARER, DENIED, List.of(), mine, NOTICE, LATER))
                .as("the right comes first")
                .isEqualTo(Decision.nothing(new Reply.Refused(DENIED)));
    }

    @Test
    void aShareWithoutWhatIsSealedTakesNoHandoverAway() {
        Share handed = handover(6, WHOLE.person());
        Share bare = share(2, 7, false, Optional.empty());
        for (Share plain : List.of(WHOLE, bare)) {
            assertThat(
                            Sharing.share(
                                    OPENED, SHARER, CLEARED, List.of(handed), plain, NOTICE, LATER))
                    .isEqualTo(done(new LetterShared(plain), told(plain)));
        }
        assertThat(
                        Sharing.share(
                                OPENED,
                                SHARER,
                                CLEARED,
                                List.of(handed, WHOLE),
                                bare,
                                NOTICE,
                                LATER))
                .as("one without it holds at a time still")
                .isEqualTo(
                        done(new ShareEnded(ID, WHOLE.id()), new LetterShared(bare), told(bare)));
    }

    @Test
    void aHandoverTakesNoShareAway() {
        Share handed = handover(6, WHOLE.person());
        for (Share stays : List.of(WHOLE, share(2, 7, false, Optional.empty()))) {
            assertThat(
                            Sharing.share(
                                    OPENED, SHARER, CLEARED, List.of(stays), handed, NOTICE, LATER))
                    .as("or it would be gone when the hand-over ends")
                    .isEqualTo(done(new LetterShared(handed), told(handed)));
        }
    }

    @Test
    void nobodyIsToldOfWhatTheyShareWithThemself() {
        Share mine = new Share(new UUID(0, 1), ID, SHARER, true, LATER, Optional.empty());
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(), mine, NOTICE, LATER))
                .isEqualTo(done(new LetterShared(mine)));
    }

    @Test
    void whatIsSealedIsWithOnePersonAtATime() {
        Share first = handover(6, WHOLE.person());
        Share second = handover(7, new PersonId(new UUID(9, 8)));
        Share plain = share(8, 9, true, Optional.empty());
        assertThat(
                        Sharing.share(
                                OPENED,
                                SHARER,
                                CLEARED,
                                List.of(first, plain),
                                second,
                                NOTICE,
                                LATER))
                .isEqualTo(
                        done(
                                new ShareEnded(ID, first.id()),
                                new LetterShared(second),
                                told(second)));
        assertThat(Sharing.share(OPENED, SHARER, CLEARED, List.of(first), plain, NOTICE, LATER))
                .as("what is shared without it takes it from nobody")
                .isEqualTo(done(new LetterShared(plain), told(plain)));
        assertThat(
                        Sharing.share(
                                OPENED,
                                SHARER,
                                CLEARED,
                                List.of(first),
                                handover(9, first.person()),
                                NOTICE,
                                LATER))
                .isEqualTo(Decision.nothing(new Reply.Already()));
        assertThat(new LetterShared(first).values()).containsEntry("sealed", "true");
        assertThat(new LetterShared(WHOLE).values()).doesNotContainKey("sealed");
    }
}
