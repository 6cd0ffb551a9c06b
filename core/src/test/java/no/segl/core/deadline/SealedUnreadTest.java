package no.segl.core.deadline;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DOCUMENT;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.PERSON;
import static no.segl.core.letter.Letters.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.SealedUnread.Seals;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.DocumentId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.LetterRead;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Reading;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** What is sealed in a letter is a case from when the letter is opened until it is read. */
class SealedUnreadTest {

    private static final UUID CASE = new UUID(6, 6);
    private static final DocumentId OTHER = new DocumentId(new UUID(2, 3));
    private static final Raised HERE = new Raised(Reason.SEALED_UNREAD, Side.RECIPIENT);
    private static final Raised THERE = new Raised(Reason.SEALED_UNREAD, Side.SENDER);

    private static Seals seals(Set<DocumentId> unread, Raised... cases) {
        return new Seals(unread, Set.of(cases), () -> CASE);
    }

    private static Decision<LetterFact, Reading.Reply> open(
            Letter letter, Clearance by, Seals seals) {
        return SealedUnread.after(
                Reading.open(letter, false, by, Optional.empty(), LATER),
                () -> seals,
                SampleRules.ONE,
                LATER);
    }

    private static List<LetterFact> read(DocumentId document, Seals seals) {
        return SealedUnread.after(
                        Reading.fetch(OPENED, document, false, CLEARED, Optional.empty(), LATER),
                        () -> seals,
                        SampleRules.ONE,
                        LATER)
                .facts();
    }

    @Test
    void whoeverOpensTheLetterMakesItACase() {
        var raised =
                new CaseRaised(
                        ID,
                        CASE,
                        Reason.SEALED_UNREAD,
                        Side.RECIPIENT,
                        SampleRules.ONE.row(Rules.Rule.CASE_DUE).after(LATER));
        assertThat(open(AVAILABLE, CLEARED, seals(Set.of(DOCUMENT))))
                .isEqualTo(
                        new Decision<LetterFact, Reading.Reply>(
                                RIGHT,
                                List.of(new LetterOpened(ID), raised),
                                new Reading.Reply.Granted(RIGHT)));
        assertThat(raised.due()).isAfter(LATER.plus(Duration.ofDays(1)));
        assertThat(Folding.after(OPENED, raised, LATER, PERSON)).isEqualTo(OPENED);
    }

    @Test
    void nothingIsACaseWithoutSomethingSealedForAnother() {
        LetterFact opened = new LetterOpened(ID);
        assertThat(open(AVAILABLE, CLEARED, seals(Set.of())).facts()).containsExactly(opened);
        assertThat(open(OPENED, CLEARED, seals(Set.of(DOCUMENT), HERE)).facts())
                .as("it is one already, or was settled")
                .containsExactly(new LetterRead(ID));
        assertThat(open(AVAILABLE, DENIED, seals(Set.of(DOCUMENT))).facts())
                .containsExactly(new LetterFact.OpeningRefused(ID, DENIED));
    }

    @Test
    void theLastReadingResolvesItAtBothEnds() {
        LetterFact one = new DocumentRead(ID, DOCUMENT);
        assertThat(read(DOCUMENT, seals(Set.of(DOCUMENT, OTHER), HERE, THERE)))
                .as("one is left")
                .containsExactly(one);
        assertThat(read(OTHER, seals(Set.of(DOCUMENT), HERE)))
                .as("it was for all who read the letter")
                .containsExactly(new DocumentRead(ID, OTHER));
        var elsewhere = new Raised(Reason.WRONG_ADDRESSEE, Side.SENDER);
        assertThat(read(DOCUMENT, seals(Set.of(DOCUMENT), HERE, THERE, elsewhere)))
                .containsExactlyInAnyOrder(
                        one,
                        new CaseResolved(ID, Reason.SEALED_UNREAD, Side.SENDER),
                        new CaseResolved(ID, Reason.SEALED_UNREAD, Side.RECIPIENT));
        assertThat(read(DOCUMENT, seals(Set.of()))).as("again").containsExactly(one);
    }
}
