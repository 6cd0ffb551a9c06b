package no.segl.core.letter;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DRAFT;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Share;
import no.segl.core.id.PersonId;
import no.segl.core.letter.LetterFact.LetterShared;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.ShareEnded;
import no.segl.core.letter.Sharing.Reply;
import no.segl.core.letter.Sharing.Told;
import org.junit.jupiter.api.Test;

/** Single letters that are shared with somebody who is away: their deputy reads them, too. */
class DeputySharesTest {

    private static final PersonId ABSENT = new PersonId(new UUID(9, 7));
    private static final PersonId DEPUTY = new PersonId(new UUID(9, 8));
    private static final PersonId SHARER = new PersonId(new UUID(9, 9));
    private static final Instant FIRST = LATER.plus(Duration.ofDays(1));
    private static final Instant END = LATER.plus(Duration.ofDays(8));
    private static final UUID NOTICE = new UUID(5, 5);

    private static final Share WHOLE =
            new Share(new UUID(0, 1), ID, ABSENT, true, LATER, Optional.empty());

    private static Share deputys(int id, Instant from) {
        return WHOLE.forDeputy(new UUID(0, id), DEPUTY, from, END);
    }

    private static List<LetterFact> facts(Share share, Share... standing) {
        return Sharing.deputise(AVAILABLE, CLEARED, List.of(standing), share, LATER).facts();
    }

    @Test
    void aDeputysShareIsOfTheTermAndSaysInWhosePlace() {
        Share theirs = deputys(2, FIRST);
        assertThat(facts(theirs, WHOLE)).containsExactly(new LetterShared(theirs));
        assertThat(new LetterShared(theirs).values())
                .containsEntry("deputyFor", ABSENT.toString())
                .containsEntry("person", DEPUTY.toString())
                .containsEntry("from", FIRST.toString())
                .containsEntry("until", END.toString());
        assertThat(new LetterShared(WHOLE).values()).doesNotContainKey("deputyFor");
        assertThat(Sharing.deputise(AVAILABLE, DENIED, List.of(), theirs, LATER).reply())
                .isEqualTo(new Reply.Refused(DENIED));
        assertThat(Sharing.deputise(DRAFT, CLEARED, List.of(), theirs, LATER).reply())
                .isEqualTo(new Reply.NotThere());
    }

    @Test
    void whatIsSealedGoesToNobodyInTheirPlace() {
        Share handed = new Share(new UUID(0, 3), ID, ABSENT, true, true, LATER, Optional.of(FIRST));
        Share theirs = handed.forDeputy(new UUID(0, 4), DEPUTY, LATER, END);
        assertThat(theirs.sealed()).isFalse();
        assertThat(theirs.documents()).isTrue();
        assertThat(theirs.until()).as("no longer than the absent one has it").contains(FIRST);
    }

    @Test
    void whatTheDeputyHasAnyhowIsNotGivenTwiceAndANewTermReplacesTheOld() {
        Share own = new Share(new UUID(0, 5), ID, DEPUTY, true, LATER, Optional.empty());
        assertThat(facts(deputys(2, FIRST), own)).isEmpty();
        Share without = new Share(new UUID(0, 5), ID, DEPUTY, false, LATER, Optional.empty());
        assertThat(facts(deputys(2, FIRST), without)).as("they have no documents").hasSize(1);
        Share before = deputys(2, LATER);
        Share after = deputys(3, FIRST);
        assertThat(facts(after, before))
                .containsExactly(new ShareEnded(ID, before.id()), new LetterShared(after));
    }

    @Test
    void whatIsSharedWithSomebodyWhoIsAwayIsSharedWithTheirDeputy() {
        var shared = Sharing.share(AVAILABLE, SHARER, CLEARED, List.of(), WHOLE, NOTICE, LATER);
        Share now = deputys(2, LATER);
        Share later = deputys(3, FIRST);
        UUID notice = new UUID(5, 6);
        assertThat(
                        Sharing.andDeputies(
                                        shared,
                                        List.of(new Told(now, notice), new Told(later, NOTICE)),
                                        LATER)
                                .facts())
                .as("whom it is not for yet is not told")
                .containsExactly(
                        new LetterShared(WHOLE),
                        new NoticeOrdered(
                                ID, NOTICE, Notice.Kind.SHARED, new Notice.To.Person(ABSENT)),
                        new LetterShared(now),
                        new NoticeOrdered(
                                ID, notice, Notice.Kind.SHARED, new Notice.To.Person(DEPUTY)),
                        new LetterShared(later));
        var refused = Sharing.share(AVAILABLE, SHARER, DENIED, List.of(), WHOLE, NOTICE, LATER);
        assertThat(Sharing.andDeputies(refused, List.of(new Told(now, notice)), LATER))
                .isEqualTo(refused);
    }

    private static List<LetterFact> shared(Share share, Share... standing) {
        return Sharing.share(AVAILABLE, SHARER, CLEARED, List.of(standing), share, NOTICE, LATER)
                .facts();
    }

    @Test
    void whatIsSealedLeavesTheDeputyOfWhoeverHadIt() {
        Share handed = new Share(new UUID(0, 3), ID, ABSENT, true, true, LATER, Optional.empty());
        Share theirs = handed.forDeputy(new UUID(0, 4), DEPUTY, FIRST, END);
        PersonId other = new PersonId(new UUID(9, 6));
        Share anew = new Share(new UUID(0, 6), ID, other, true, true, LATER, Optional.empty());
        assertThat(shared(anew, handed, theirs))
                .containsSubsequence(
                        new ShareEnded(ID, handed.id()),
                        new ShareEnded(ID, theirs.id()),
                        new LetterShared(anew));
    }

    @Test
    void whatIsSharedAnewForLessIsNoLongerWithTheDeputyAsItWas() {
        Share theirs = deputys(2, FIRST);
        Share now = deputys(3, LATER);
        Share own = new Share(new UUID(0, 5), ID, DEPUTY, true, LATER, Optional.empty());
        Share over = WHOLE.forDeputy(new UUID(0, 8), DEPUTY, LATER.minusSeconds(9), LATER);
        Share less = new Share(new UUID(0, 7), ID, ABSENT, true, LATER, Optional.of(FIRST));
        assertThat(shared(less, WHOLE, theirs, now, own, over))
                .as("also where they are to have nothing of the new")
                .containsExactly(
                        new ShareEnded(ID, WHOLE.id()),
                        new ShareEnded(ID, theirs.id()),
                        new ShareEnded(ID, now.id()),
                        new LetterShared(less),
                        new NoticeOrdered(
                                ID, NOTICE, Notice.Kind.SHARED, new Notice.To.Person(ABSENT)));
        assertThat(shared(less, theirs))
                .as("also when the absent one's had ended and theirs stood")
                .startsWith(new ShareEnded(ID, theirs.id()));
        assertThat(shared(WHOLE, WHOLE, theirs)).as("nothing is new").isEmpty();
    }

    @Test
    void whatEndsForTheAbsentOneEndsForTheirDeputy() {
        Share now = deputys(2, LATER);
        Share later = deputys(3, FIRST);
        Share own = new Share(new UUID(0, 5), ID, DEPUTY, true, LATER, Optional.empty());
        assertThat(
                        Sharing.endWithDeputies(
                                        WHOLE, List.of(WHOLE, now, later, own), CLEARED, LATER)
                                .facts())
                .containsExactly(
                        new ShareEnded(ID, WHOLE.id()),
                        new ShareEnded(ID, now.id()),
                        new ShareEnded(ID, later.id()));
        assertThat(Sharing.end(later, CLEARED, LATER).facts())
                .as("also before it begins")
                .containsExactly(new ShareEnded(ID, later.id()));
    }
}
