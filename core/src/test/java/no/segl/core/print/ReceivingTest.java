package no.segl.core.print;

import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.SENT;
import static no.segl.core.print.Samples.JOB;
import static no.segl.core.print.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Letters;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Posted;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintJob.Stopped;
import no.segl.core.print.Receipt.Event;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Receipt.Fault;
import no.segl.core.print.Receipt.Read;
import no.segl.core.print.Receiving.Reply;
import org.junit.jupiter.api.Test;

class ReceivingTest {

    private static final Event PRINTED = new Event.Printed();
    private static final Event POSTED = new Event.Posted();
    private static final Event FAILED = new Event.Failed(FailureReason.FORMAT);
    private static final Event RETURNED = new Event.Failed(FailureReason.RETURNED);

    private static final PrintJob NEVER = new Ordered(ORDER, SENT, 0);
    private static final PrintJob TRIED = new Ordered(ORDER, SENT, 1);
    private static final PrintJob TRYING = new HandingOver(ORDER, SENT, 1, SENT, Optional.empty());
    private static final PrintJob THERE =
            new HandedOver(ORDER, SENT, 1, SENT, Optional.empty(), Optional.empty());
    private static final PrintJob BY_HAND =
            new HandedOver(ORDER, SENT, 0, SENT, Optional.of(READER), Optional.empty());
    private static final PrintJob BY_HAND_AFTER_ALL =
            new HandedOver(ORDER, SENT, 1, SENT, Optional.of(READER), Optional.empty());
    private static final PrintJob ON_PAPER = new Printed(ORDER, SENT);
    private static final PrintJob IN_THE_POST = new Posted(ORDER, SENT, false);
    private static final PrintJob NOT_PRINTED =
            new Failed(ORDER, SENT, FailureReason.FORMAT, false, false);
    private static final PrintJob CAME_BACK =
            new Failed(ORDER, SENT, FailureReason.RETURNED, true, false);
    private static final PrintJob STOPPED = new Stopped(ORDER, SENT, StopGround.OPENED, false);

    @Test
    void whatIsNewIsNoted() {
        for (Event event : new Event[] {PRINTED, POSTED, FAILED}) {
            assertThat(reply(TRIED, event)).isEqualTo(Reply.NOTED);
            assertThat(reply(TRYING, event)).isEqualTo(Reply.NOTED);
            assertThat(reply(THERE, event)).isEqualTo(Reply.NOTED);
        }
        assertThat(reply(ON_PAPER, POSTED)).isEqualTo(Reply.NOTED);
        assertThat(reply(ON_PAPER, FAILED)).isEqualTo(Reply.NOTED);
        assertThat(reply(IN_THE_POST, RETURNED)).isEqualTo(Reply.NOTED);
    }

    @Test
    void whatIsLateOrSaidTwiceIsKnown() {
        assertThat(reply(ON_PAPER, PRINTED)).isEqualTo(Reply.KNOWN);
        assertThat(reply(IN_THE_POST, PRINTED)).isEqualTo(Reply.KNOWN);
        assertThat(reply(IN_THE_POST, POSTED)).isEqualTo(Reply.KNOWN);
        assertThat(reply(NOT_PRINTED, FAILED)).isEqualTo(Reply.KNOWN);
        assertThat(reply(CAME_BACK, POSTED)).isEqualTo(Reply.KNOWN);
        assertThat(reply(STOPPED, FAILED)).isEqualTo(Reply.KNOWN);
    }

    @Test
    void whatCannotBeTrueIsWrittenDownOnce() {
        assertContradicts(NOT_PRINTED, PRINTED);
        assertContradicts(NOT_PRINTED, POSTED);
        assertContradicts(STOPPED, PRINTED);
        assertContradicts(STOPPED, POSTED);
        assertContradicts(IN_THE_POST, FAILED);
        assertThat(reply(BY_HAND_AFTER_ALL, PRINTED)).isEqualTo(Reply.CONTRADICTS);
    }

    @Test
    void aJobThatWasNeverHandedOverHasNoReceipts() {
        assertThat(reply(NEVER, PRINTED)).isEqualTo(Reply.NEVER_HANDED_OVER);
        assertThat(reply(BY_HAND, POSTED)).isEqualTo(Reply.NEVER_HANDED_OVER);
    }

    @Test
    void aReceiptOfAnotherJobIsTheCallersFault() {
        Receipt other = new Receipt(new PrintJobId(new UUID(9, 2)), PRINTED, SENT);
        assertThatThrownBy(() -> Receiving.arrived(THERE, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void paperOfAnEarlierJobStopsTheLast() {
        PrintOrder second =
                new PrintOrder(
                        new PrintJobId(new UUID(9, 2)), Letters.ID, PrintOrder.Route.PRINTER);
        Receipt late = new Receipt(JOB, POSTED, SENT);
        PrintFact contradicted = new PrintFact.PrintContradicted(Letters.ID, JOB, "Posted");
        assertThat(
                        Receiving.arrived(List.of(NOT_PRINTED, new Ordered(second, SENT, 0)), late)
                                .facts())
                .containsExactly(
                        contradicted,
                        new PrintFact.PrintStopped(
                                Letters.ID, second.job(), StopGround.PRINTED_BEFORE));
        PrintJob there = new HandedOver(second, SENT, 1, SENT, Optional.empty(), Optional.empty());
        assertThat(Receiving.arrived(List.of(NOT_PRINTED, there), late).facts())
                .containsExactly(
                        contradicted,
                        new PrintFact.PrintStopAsked(
                                Letters.ID, second.job(), StopGround.PRINTED_BEFORE));
        assertThat(
                        Receiving.arrived(
                                        List.of(NOT_PRINTED, there), new Receipt(JOB, FAILED, SENT))
                                .facts())
                .as("what is known of it stops nothing")
                .isEmpty();
        assertThat(Receiving.arrived(List.of(there), new Receipt(second.job(), POSTED, SENT)))
                .extracting(decision -> decision.reply())
                .isEqualTo(Reply.NOTED);
    }

    @Test
    void whatMayHaveBeenPrintedIsNotOrderedAgainHoweverManyJobsAgo() {
        PrintOrder next =
                new PrintOrder(
                        new PrintJobId(new UUID(9, 3)), Letters.ID, PrintOrder.Route.PRINTER);
        PrintJob contradicted = new Failed(ORDER, SENT, FailureReason.FORMAT, false, true);
        assertThat(Ordering.order(List.of(contradicted, NOT_PRINTED), next, Letters.RIGHT).reply())
                .isEqualTo(new Ordering.Reply.MayHaveBeenPrinted(JOB));
        assertThat(Ordering.order(List.of(NOT_PRINTED, NOT_PRINTED), next, Letters.RIGHT).reply())
                .isEqualTo(new Ordering.Reply.Ordered(next.job()));
    }

    @Test
    void aReasonThatIsOnNoListMayHideACopyUnlessAPersonSaysThatNoneIsLeft() {
        PrintFact other = new PrintFact.PrintFailed(Letters.ID, JOB, FailureReason.OTHER);
        PrintJob atThePrinter = PrintFolding.after(THERE, other, SENT, Letters.MACHINE);
        PrintJob byHand = PrintFolding.after(BY_HAND, other, SENT, Letters.PERSON);
        assertThat(Ordering.mayBeOnPaper(atThePrinter)).isTrue();
        assertThat(Ordering.mayBeOnPaper(byHand)).isFalse();
        assertThat(Whereabouts.of(List.of(atThePrinter))).isEqualTo(Whereabouts.MAYBE_ON_PAPER);
        assertThat(Whereabouts.of(List.of(byHand))).isEqualTo(Whereabouts.NEVER_ON_PAPER);
    }

    @Test
    void readsReceipts() {
        assertThat(Receipt.read(members("event", "printed")))
                .isEqualTo(new Read.Sound(new Receipt(JOB, PRINTED, SENT)));
        assertThat(Receipt.read(members("event", "posted")))
                .isEqualTo(new Read.Sound(new Receipt(JOB, POSTED, SENT)));
        assertThat(Receipt.read(members("event", "failed", "reason", "returned")))
                .isEqualTo(new Read.Sound(new Receipt(JOB, RETURNED, SENT)));
    }

    @Test
    void refusesWhatIsNone() {
        assertFault(members("version", "2"), Fault.UNKNOWN_VERSION);
        assertFault(Map.of(), Fault.UNKNOWN_VERSION);
        assertFault(members("job", "1"), Fault.NOT_A_JOB);
        assertFault(members("at", "yesterday"), Fault.NOT_A_TIME);
        assertFault(members("event", "shredded"), Fault.UNKNOWN_EVENT);
        assertFault(members("event", "failed"), Fault.UNKNOWN_REASON);
        assertFault(members("event", "failed", "reason", "RETURNED"), Fault.UNKNOWN_REASON);
    }

    private static void assertContradicts(PrintJob job, Event event) {
        var decision = Receiving.arrived(job, new Receipt(JOB, event, SENT));
        assertThat(decision.reply()).isEqualTo(Reply.CONTRADICTS);
        PrintJob after =
                PrintFolding.after(job, decision.facts().getFirst(), SENT, Letters.MACHINE);
        assertThat(Receiving.arrived(after, new Receipt(JOB, event, SENT)).facts()).isEmpty();
        PrintOrder again =
                new PrintOrder(
                        new PrintJobId(new UUID(9, 2)), Letters.ID, PrintOrder.Route.PRINTER);
        assertThat(Ordering.order(List.of(after), again, Letters.RIGHT).reply())
                .isEqualTo(new Ordering.Reply.MayHaveBeenPrinted(JOB));
    }

    private static void assertFault(Map<String, String> members, Fault fault) {
        assertThat(Receipt.read(members)).isEqualTo(new Read.Refused(fault));
    }

    private static Reply reply(PrintJob job, Event event) {
        return Receiving.arrived(job, new Receipt(JOB, event, SENT)).reply();
    }

    private static Map<String, String> members(String... changes) {
        Map<String, String> members =
                new java.util.HashMap<>(
                        Map.of(
                                "version", "1",
                                "job", JOB.toString(),
                                "event", "printed",
                                "at", SENT.toString(),
                                "operator", "not known to Segl"));
        for (int i = 0; i < changes.length; i += 2) {
            members.put(changes[i], changes[i + 1]);
        }
        return members;
    }
}
