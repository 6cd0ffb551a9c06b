package no.segl.core.evidence;

import static no.segl.core.evidence.FactSamples.HERE;
import static no.segl.core.evidence.FactSamples.NOTICE;
import static no.segl.core.evidence.FactSamples.PERSON;
import static no.segl.core.evidence.FactSamples.THERE;
import static no.segl.core.evidence.FactSamples.ofTheCase;
import static no.segl.core.evidence.FactSamples.ofTheLetter;
import static no.segl.core.evidence.FactSamples.ofThePaper;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.SENDER;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.CaseFact;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintFact;
import org.junit.jupiter.api.Test;

/** Every kind of fact, done by a person: what each end is shown of it. */
class EvidenceTest {

    private record Unheard(String type, String subject, SortedMap<String, String> values)
            implements Fact {}

    private static List<Entry> entries(List<? extends Fact> facts, Actor actor) {
        List<Entry> entries = new ArrayList<>();
        ChainHead head = ChainHead.start(SENDER);
        for (Fact fact : facts) {
            Entry entry = head.append(fact, actor, RIGHT, SENT);
            entries.add(entry);
            head = entry.head();
        }
        return entries;
    }

    /** Type, what the sender and the recipient see, who did it for each of them, and the event. */
    private static List<String> table(List<Fact> facts) {
        List<Entry> entries = entries(facts, PERSON);
        List<Event> sender = Evidence.of(entries, Side.SENDER);
        List<Event> recipient = Evidence.of(entries, Side.RECIPIENT);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(
                    "%s %s %s %s"
                            .formatted(
                                    entries.get(i).type(),
                                    shown(sender.get(i)),
                                    shown(recipient.get(i)),
                                    sender.get(i)
                                            .told()
                                            .map(t ->
                                                    t.role()
                                                            + t.etsi()
                                                                    .map(e -> " " + e.event())
                                                                    .orElse(""))
                                            .orElse("")));
        }
        return rows;
    }

    private static String shown(Event event) {
        boolean names =
                event.told()
                        .filter(t ->
                                t.actorId().isPresent() || t.values().toString().contains("000003"))
                        .isPresent();
        return event.whole().isPresent()
                ? "whole"
                : event.told().isEmpty() ? "hash" : names ? "partly" : "nameless";
    }

    @Test
    void everyTypeOfFactHasItsKindAndItsSample() {
        List<String> types =
                Stream.of(LetterFact.class, PrintFact.class)
                        .flatMap(EvidenceTest::types)
                        .map(Class::getSimpleName)
                        .toList();
        assertThat(types)
                .hasSizeGreaterThan(40)
                .allSatisfy(t -> assertThat(Kind.of(t)).isPresent());
        assertThat(Arrays.stream(Kind.values()).map(Kind::type))
                .containsExactlyInAnyOrderElementsOf(types);
        List<Fact> samples = new ArrayList<>(ofTheLetter());
        samples.addAll(ofTheCase(Side.SENDER, HERE));
        samples.addAll(ofThePaper());
        assertThat(samples.stream().map(Fact::type)).containsExactlyInAnyOrderElementsOf(types);
    }

    private static Stream<Class<?>> types(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(EvidenceTest::types)
                : Stream.of(kind);
    }

    @Test
    void ofTheLetterEachEndSeesItsOwnPeople() {
        assertThat(table(ofTheLetter()))
                .containsExactly(
                        "LetterAccepted whole nameless SENDER SubmissionAcceptance",
                        "RecipientNotReady whole nameless SENDER",
                        "LetterAvailable nameless nameless UNCLEAR ContentConsignment",
                        "LetterOpened nameless whole RECIPIENT ContentHandover",
                        "LetterRead nameless whole RECIPIENT ContentAccessTracking",
                        "DocumentRead nameless whole RECIPIENT ContentAccessTracking",
                        "OpeningRefused nameless whole REFUSED",
                        "LetterShared nameless whole RECIPIENT",
                        "ShareEnded nameless whole RECIPIENT",
                        "LetterAssigned nameless whole RECIPIENT",
                        "AssignmentEnded nameless whole RECIPIENT",
                        "LetterHandled nameless whole RECIPIENT",
                        "HandlingReopened nameless whole RECIPIENT",
                        "LetterWithdrawn whole nameless SENDER",
                        "LetterSettled whole nameless SENDER",
                        "LetterPosted whole nameless SENDER RelayToNonERDS",
                        "LetterLookedAt nameless nameless UNCLEAR",
                        "ContentDestroyed nameless nameless UNCLEAR",
                        "NoticeOrdered nameless partly UNCLEAR",
                        "NoticeSent nameless partly UNCLEAR ConsignmentNotification",
                        "NoticeDelivered nameless nameless UNCLEAR",
                        "NoticeFailed nameless nameless UNCLEAR ConsignmentNotificationFailure");
    }

    @Test
    void ofACaseTheOtherEndSeesNobody() {
        assertThat(table(ofTheCase(Side.SENDER, HERE)))
                .containsExactly(
                        "CaseRaised nameless hash UNCLEAR",
                        "CaseAssigned whole hash SENDER",
                        "CaseReturned whole hash SENDER",
                        "CaseCommented whole hash SENDER",
                        "CaseSnoozed whole hash SENDER",
                        "CaseOverdue whole hash SENDER",
                        "CaseClosed whole hash SENDER",
                        "CaseResolved nameless hash UNCLEAR");
        assertThat(table(ofTheCase(Side.RECIPIENT, THERE)))
                .containsExactly(
                        "CaseRaised nameless nameless UNCLEAR",
                        "CaseAssigned nameless whole RECIPIENT",
                        "CaseReturned nameless whole RECIPIENT",
                        "CaseCommented nameless whole RECIPIENT",
                        "CaseSnoozed nameless whole RECIPIENT",
                        "CaseOverdue nameless whole RECIPIENT",
                        "CaseClosed nameless whole RECIPIENT",
                        "CaseResolved nameless nameless UNCLEAR");
    }

    @Test
    void ofThePaperTheRecipientSeesNobody() {
        assertThat(table(ofThePaper()))
                .containsExactly(
                        "PrintOrdered nameless nameless UNCLEAR",
                        "PrintContentRead whole nameless SENDER",
                        "PrintNotPossible whole nameless SENDER",
                        "PrintHandoverAttempted whole nameless SENDER",
                        "PrintHandoverFailed whole nameless SENDER RelayToNonERDSFailure",
                        "PrintHandedOver whole nameless SENDER RelayToNonERDS",
                        "PrintTaken whole nameless SENDER",
                        "PaperPrinted whole nameless SENDER",
                        "PaperPosted whole nameless SENDER",
                        "PrintFailed whole nameless SENDER",
                        "PrintStopAsked nameless nameless UNCLEAR",
                        "PrintStopped nameless nameless UNCLEAR",
                        "PrintStopMissed nameless nameless UNCLEAR",
                        "PrintContradicted whole nameless SENDER");
    }

    @Test
    void whatSeglAndMachinesDoIsShownWhole() {
        for (Actor actor :
                List.of(new Actor.Segl("look"), new Actor.Machine(SENDER, "case-system"))) {
            List<Entry> entries = entries(ofTheLetter().subList(0, 7), actor);
            for (Side side : Side.values()) {
                assertThat(Evidence.of(entries, side))
                        .allSatisfy(e -> assertThat(e.whole()).isPresent());
            }
        }
    }

    @Test
    void whoReportsAWrongAddresseeIsAtTheRecipient() {
        List<Entry> entries =
                entries(
                        List.of(
                                new LetterFact.CaseRaised(
                                        ID,
                                        HERE,
                                        Matter.Reason.WRONG_ADDRESSEE,
                                        Side.SENDER,
                                        LATER)),
                        PERSON);
        assertThat(shown(Evidence.of(entries, Side.SENDER).getFirst())).isEqualTo("nameless");
        assertThat(shown(Evidence.of(entries, Side.RECIPIENT).getFirst())).isEqualTo("whole");
    }

    @Test
    void whoOpensWhatHasSomethingSealedAndWhoReadsItAreAtTheRecipient() {
        Matter.Reason reason = Matter.Reason.SEALED_UNREAD;
        List<Entry> entries =
                entries(
                        List.of(
                                new LetterFact.CaseRaised(ID, HERE, reason, Side.RECIPIENT, LATER),
                                new CaseFact.CaseResolved(ID, reason, Side.RECIPIENT)),
                        PERSON);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(shown(Evidence.of(entries, Side.SENDER).get(i))).isEqualTo("nameless");
            assertThat(shown(Evidence.of(entries, Side.RECIPIENT).get(i))).isEqualTo("whole");
        }
    }

    @Test
    void noticesToTheSenderAreTheSendersAndAreNoNoticesOfAConsignment() {
        for (Notice.Kind kind :
                List.of(Notice.Kind.SENDER_LONG_UNOPENED, Notice.Kind.CASE_WAITING)) {
            List<Entry> entries =
                    entries(
                            List.of(
                                    new LetterFact.NoticeOrdered(
                                            ID, NOTICE, kind, new Notice.To.Unit(SENDER)),
                                    new LetterFact.NoticeFailed(
                                            ID, NOTICE, Notice.Failure.BOUNCED)),
                            new Actor.Segl("look"));
            assertThat(Evidence.of(entries, Side.RECIPIENT))
                    .allSatisfy(e -> assertThat(e.told()).isEmpty());
            assertThat(Evidence.of(entries, Side.SENDER))
                    .allSatisfy(e -> assertThat(e.told().orElseThrow().etsi()).isEmpty());
        }
    }

    @Test
    void whoLetsSomebodyInIsToldAtTheRecipientAlone() {
        List<Entry> entries =
                entries(
                        List.of(
                                new LetterFact.LetterAccepted(ENVELOPE, List.of()),
                                new LetterFact.NoticeOrdered(
                                        ID, NOTICE, Notice.Kind.SHARED, FactSamples.SOMEBODY)),
                        PERSON);
        assertThat(shown(Evidence.of(entries, Side.RECIPIENT).getLast())).isEqualTo("whole");
        assertThat(shown(Evidence.of(entries, Side.SENDER).getLast())).isEqualTo("nameless");
    }

    @Test
    void aCaseNoticeToTheRecipientsUnitIsTheirs() {
        List<Entry> entries =
                entries(
                        List.of(
                                new LetterFact.LetterAccepted(ENVELOPE, List.of()),
                                new LetterFact.NoticeOrdered(
                                        ID,
                                        NOTICE,
                                        Notice.Kind.CASE_WAITING,
                                        new Notice.To.Unit(RECIPIENT))),
                        new Actor.Segl("look"));
        assertThat(Evidence.of(entries, Side.RECIPIENT).getLast().whole()).isPresent();
    }

    @Test
    void aTypeThatIsNotKnownIsShownToNobody() {
        List<Entry> entries =
                entries(
                        List.of(new Unheard("LetterFlown", "letter:" + ID, new TreeMap<>())),
                        new Actor.Segl("look"));
        for (Side side : Side.values()) {
            assertThat(shown(Evidence.of(entries, side).getFirst())).isEqualTo("hash");
        }
    }
}
