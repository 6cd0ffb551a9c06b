package no.segl.core.evidence;

import static no.segl.core.letter.Letters.DOCUMENT;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.SENDER;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.core.access.Share;
import no.segl.core.id.Digest;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.CaseFact;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;
import no.segl.core.letter.Withdrawing;
import no.segl.core.print.Handover;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Sheets;
import org.junit.jupiter.api.Test;

/** Every kind of fact, done by a person: what each end is shown of it. */
class EvidenceTest {

    private static final UUID NOTICE = new UUID(5, 5);
    private static final UUID HERE = new UUID(6, 1);
    private static final UUID THERE = new UUID(6, 2);
    private static final PrintJobId JOB = new PrintJobId(new UUID(9, 1));
    private static final Notice.To SOMEBODY = new Notice.To.Person(READER);
    private static final Actor PERSON = new Actor.Person(READER);

    private record Unheard(String type, String subject, SortedMap<String, String> values)
            implements Fact {}

    private static List<Fact> ofTheLetter() {
        return List.of(
                new LetterFact.LetterAccepted(ENVELOPE, List.of()),
                new LetterFact.RecipientNotReady(ID, "NO_HOLDER", "X", Sending.Response.HOLD),
                new LetterFact.LetterAvailable(ID),
                new LetterFact.LetterOpened(ID),
                new LetterFact.LetterRead(ID),
                new LetterFact.DocumentRead(ID, DOCUMENT),
                new LetterFact.OpeningRefused(ID, "NO_GRANT"),
                new LetterFact.LetterShared(
                        new Share(HERE, ID, READER, true, SENT, Optional.empty())),
                new LetterFact.ShareEnded(ID, HERE),
                new LetterFact.LetterAssigned(ID, READER),
                new LetterFact.AssignmentEnded(ID),
                new LetterFact.LetterHandled(ID),
                new LetterFact.HandlingReopened(ID),
                new LetterFact.LetterWithdrawn(ID, Withdrawing.Reason.SENT_TWICE),
                new LetterFact.LetterSettled(ID, Settling.Reason.TOLD_IN_PERSON),
                new LetterFact.LetterPosted(ID, HERE),
                new LetterFact.LetterLookedAt(ID, "FIRST_LOOK", 1, 1, 2, false),
                new LetterFact.ContentDestroyed(ID, "KEEP_OPENED", 1),
                new LetterFact.NoticeOrdered(ID, NOTICE, Notice.Kind.ARRIVED, SOMEBODY),
                new LetterFact.NoticeSent(
                        ID, NOTICE, Notice.Kind.ARRIVED, SOMEBODY, Notice.Channel.EMAIL),
                new LetterFact.NoticeFailed(ID, NOTICE, Notice.Failure.BOUNCED));
    }

    private static List<Fact> ofTheCase(Side side, UUID matter) {
        return List.of(
                new LetterFact.CaseRaised(ID, matter, Matter.Reason.LONG_UNOPENED, side, LATER),
                new CaseFact.CaseAssigned(ID, matter, READER),
                new CaseFact.CaseReturned(ID, matter, true),
                new CaseFact.CaseCommented(ID, matter, HERE, "ringte"),
                new CaseFact.CaseSnoozed(ID, matter, Matter.Wait.PERSON_AWAY, LATER),
                new CaseFact.CaseOverdue(ID, matter, LATER),
                new CaseFact.CaseClosed(ID, matter, Matter.Outcome.RECIPIENT_TOLD),
                new CaseFact.CaseResolved(ID, Matter.Reason.LONG_UNOPENED, side));
    }

    private static List<Fact> ofThePaper() {
        return List.of(
                new PrintFact.PrintOrdered(new PrintOrder(JOB, ID, PrintOrder.Route.PRINTER)),
                new PrintFact.PrintContentRead(ID, JOB),
                new PrintFact.PrintNotPossible(ID, JOB, List.of()),
                new PrintFact.PrintHandoverAttempted(ID, JOB, 1, Digest.ZERO, new Sheets(1, 2)),
                new PrintFact.PrintHandoverFailed(ID, JOB, 1, Handover.Cause.REFUSED),
                new PrintFact.PrintHandedOver(ID, JOB, 2),
                new PrintFact.PrintTaken(ID, JOB),
                new PrintFact.PaperPrinted(ID, JOB, LATER),
                new PrintFact.PaperPosted(ID, JOB, LATER),
                new PrintFact.PrintFailed(ID, JOB, FailureReason.OTHER),
                new PrintFact.PrintStopAsked(ID, JOB, StopGround.OPENED),
                new PrintFact.PrintStopped(ID, JOB, StopGround.OPENED),
                new PrintFact.PrintStopMissed(ID, JOB),
                new PrintFact.PrintContradicted(ID, JOB, "Printed"));
    }

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
