package no.segl.core.letter;

import static no.segl.core.letter.Letters.ACCEPTED;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DOCUMENT;
import static no.segl.core.letter.Letters.DRAFT;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.MACHINE;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.PERSON;
import static no.segl.core.letter.Letters.POSTED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.SENT;
import static no.segl.core.letter.Letters.SETTLED;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.letter.LetterFact.LetterRead;
import no.segl.core.letter.LetterFact.LetterSettled;
import no.segl.core.letter.LetterFact.LetterWithdrawn;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.LetterFact.RecipientNotReady;
import no.segl.core.letter.Withdrawing.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which facts may follow which state, and what comes of it. */
class FoldingTest {

    private static final LetterFact OPENING = new LetterOpened(ID);
    private static final LetterFact TAKING_BACK = new LetterWithdrawn(ID, Reason.SENT_TWICE);
    static final LetterFact LOOKING = new LetterLookedAt(ID, "FIRST_LOOK", 1, 1, 2, false);

    private static final UUID NOTICE = new UUID(5, 5);
    private static final Set<String> EVER =
            Set.of(
                    "OpeningRefused",
                    "NoticeSent",
                    "NoticeDelivered",
                    "NoticeFailed",
                    "CaseRaised",
                    "CaseResolved",
                    "CaseAssigned",
                    "CaseReturned",
                    "CaseCommented",
                    "CaseSnoozed",
                    "CaseOverdue",
                    "CaseClosed");

    private static final Set<String> HELD = held();

    private static Set<String> held() {
        Set<String> held = new HashSet<>(EVER);
        held.addAll(
                Set.of(
                        "LetterAvailable",
                        "RecipientNotReady",
                        "LetterLookedAt",
                        "LetterWithdrawn"));
        return held;
    }

    /** One fact of every kind. */
    static List<LetterFact> facts() {
        return List.of(
                new LetterAccepted(ENVELOPE, List.of()),
                new LetterAvailable(ID),
                OPENING,
                new LetterRead(ID),
                new DocumentRead(ID, DOCUMENT),
                new OpeningRefused(ID, DENIED),
                TAKING_BACK,
                LOOKING,
                new ContentDestroyed(ID, "KEEP_OPENED", 1),
                new RecipientNotReady(ID, "NO_HOLDER", "NOBODY_HAS_ACCESS", Sending.Response.HOLD),
                new NoticeOrdered(ID, NOTICE, Notice.Kind.ARRIVED, new Notice.To.Unit(RECIPIENT)),
                new NoticeSent(
                        ID,
                        NOTICE,
                        Notice.Kind.ARRIVED,
                        new Notice.To.Person(READER),
                        Notice.Channel.EMAIL),
                new NoticeDelivered(ID, NOTICE),
                new NoticeFailed(ID, NOTICE, Notice.Failure.GAVE_UP),
                new CaseRaised(ID, NOTICE, Matter.Reason.LONG_UNOPENED, Side.SENDER, LATER),
                new CaseFact.CaseResolved(ID, Matter.Reason.SEALED_UNREAD, Side.SENDER),
                new CaseFact.CaseAssigned(ID, NOTICE, READER),
                new CaseFact.CaseReturned(ID, NOTICE, true),
                new CaseFact.CaseCommented(ID, NOTICE, NOTICE, "ringte"),
                new CaseFact.CaseSnoozed(ID, NOTICE, Matter.Wait.PERSON_AWAY, LATER),
                new CaseFact.CaseOverdue(ID, NOTICE, LATER),
                new CaseFact.CaseClosed(ID, NOTICE, Matter.Outcome.ON_PAPER),
                new LetterSettled(ID, Settling.Reason.TOLD_IN_PERSON),
                new LetterPosted(ID, NOTICE));
    }

    static Letter after(Letter letter, LetterFact fact, Actor actor) {
        return Folding.after(letter, fact, LATER, actor);
    }

    @Test
    void aLetterGoesItsWay() {
        assertThat(Folding.after(DRAFT, facts().get(0), SENT, MACHINE)).isEqualTo(ACCEPTED);
        assertThat(Folding.after(ACCEPTED, facts().get(1), SENT, MACHINE)).isEqualTo(AVAILABLE);
        assertThat(after(AVAILABLE, OPENING, PERSON)).isEqualTo(OPENED);
        assertThat(after(LOOKED_AT, OPENING, PERSON)).isEqualTo(OPENED);
        assertThat(after(AVAILABLE, TAKING_BACK, MACHINE)).isEqualTo(WITHDRAWN);
        assertThat(after(LOOKED_AT, TAKING_BACK, MACHINE)).isEqualTo(WITHDRAWN);
    }

    @Test
    void onlyWhatIsInTheTableMayFollow() {
        Set<String> open = new HashSet<>(EVER);
        open.addAll(
                Set.of(
                        "LetterOpened",
                        "LetterWithdrawn",
                        "LetterLookedAt",
                        "NoticeOrdered",
                        "LetterSettled",
                        "LetterPosted"));
        Set<String> closed = new HashSet<>(EVER);
        closed.addAll(Set.of("ContentDestroyed", "LetterPosted"));
        Set<String> opened = new HashSet<>(closed);
        opened.addAll(Set.of("LetterRead", "DocumentRead"));
        Map<Letter, Set<String>> mayFollow =
                Map.of(
                        DRAFT,
                        Set.of("LetterAccepted"),
                        ACCEPTED,
                        HELD,
                        AVAILABLE,
                        open,
                        LOOKED_AT,
                        open,
                        OPENED,
                        opened,
                        WITHDRAWN,
                        closed,
                        SETTLED,
                        closed,
                        POSTED,
                        closed);
        assertThat(mayFollow.keySet()).containsExactlyInAnyOrderElementsOf(Letters.all());
        mayFollow.forEach((letter, kinds) ->
                assertThat(accepted(letter))
                        .as(letter.getClass().getSimpleName())
                        .containsExactlyInAnyOrderElementsOf(kinds));
    }

    private static List<String> accepted(Letter letter) {
        List<String> accepted = new ArrayList<>();
        for (LetterFact fact : facts()) {
            try {
                after(letter, fact, PERSON);
                accepted.add(fact.type());
            } catch (IllegalStateException e) {
                assertThat(e)
                        .hasMessageContaining(fact.type())
                        .hasMessageContaining("letter:" + ID);
            }
        }
        return accepted;
    }

    @ParameterizedTest
    @MethodSource("no.segl.core.letter.Letters#closed")
    void aClosedLetterNeverReopens(Letter closed) {
        for (LetterFact fact : facts()) {
            for (Actor actor : List.of(PERSON, MACHINE, LOOK)) {
                try {
                    assertThat(after(closed, fact, actor)).as(fact.type()).isEqualTo(closed);
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageContaining("cannot follow");
                }
            }
        }
    }

    @Test
    void ofAClosedLetterOnlyThoseAreToldWhoHaveACaseOrAreLetIn() {
        for (Notice.Kind kind : Notice.Kind.values()) {
            LetterFact told = new NoticeOrdered(ID, NOTICE, kind, new Notice.To.Unit(RECIPIENT));
            if (kind == Notice.Kind.CASE_WAITING || kind == Notice.Kind.SHARED) {
                assertThat(after(OPENED, told, LOOK)).isEqualTo(OPENED);
            } else {
                assertThatThrownBy(() -> after(OPENED, told, LOOK))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void whatIsWrittenOfACaseIsInNoLedgerOrLog() {
        LetterFact commented = new CaseFact.CaseCommented(ID, NOTICE, NOTICE, "ringte mor");
        assertThat(commented.values().toString() + commented).doesNotContain("mor");
        assertThat(commented.values()).containsKeys("case", "comment");
    }

    @Test
    void onlyAPersonOpens() {
        for (Actor actor : List.of(MACHINE, LOOK)) {
            assertThatThrownBy(() -> after(AVAILABLE, OPENING, actor))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theFactsOfOneLetterNameItAndNoMoreThanTheyMust() {
        assertThat(facts()).allMatch(fact -> fact.subject().equals("letter:" + ID));
        assertThat(facts().stream().map(LetterFact::type)).doesNotHaveDuplicates();
        assertThat(OPENING.values()).isEmpty();
        assertThat(LOOKING.values())
                .containsExactly(
                        Map.entry("readers", "2"),
                        Map.entry("renotified", "false"),
                        Map.entry("rule", "FIRST_LOOK"),
                        Map.entry("rules", "1"),
                        Map.entry("steps", "1"));
    }
}
