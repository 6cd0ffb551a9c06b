package no.segl.proof.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.segl.app.connect.printer.Printer;
import no.segl.app.connect.printer.Printer.Arrived;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Handover.Cause;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.Manifest;
import no.segl.core.print.Receipt;
import no.segl.core.print.Sheets;
import no.segl.core.print.Stopping.Recall;
import no.segl.proof.printer.PrintHouse.Taken;
import org.junit.jupiter.api.Test;

/** What every printer must do. */
abstract class PrinterContract {

    static final Outcome DONE = new Outcome.Done();
    static final Outcome NOT_THERE = new Outcome.NotDone(Cause.NOT_THERE);
    static final PrintJobId JOB = new PrintJobId(new UUID(9, 1));
    static final Instant AT = Instant.parse("2026-11-24T08:15:30Z");

    /** Larger than what goes over the line at once. */
    static final byte[] FILE = bytes(300_000);

    abstract Printer printer();

    abstract PrintHouse house();

    @Test
    void aJobIsTakenUpWholeAndOnce() throws Exception {
        assertThat(handOver(1)).isEqualTo(DONE);

        List<Taken> taken = house().takeUp();
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().job()).isEqualTo(JOB);
        assertThat(taken.getFirst().sha256()).isEqualTo(Digest.of(FILE));
        assertThat(house().takeUp()).isEmpty();
    }

    @Test
    void askedAfterwardsItWasDoneAlsoWhenItHasBeenTakenUp() throws Exception {
        handOver(1);
        assertThat(printer().look(JOB, 1)).isEqualTo(DONE);
        house().takeUp();
        assertThat(printer().look(JOB, 1)).isEqualTo(DONE);
        assertThat(printer().look(JOB, 1)).as("however often").isEqualTo(DONE);
    }

    @Test
    void anAttemptThatWasAskedForBeforeItBeganNeverArrives() throws Exception {
        assertThat(printer().look(JOB, 1)).isEqualTo(NOT_THERE);
        assertThat(printer().look(JOB, 1)).as("however often").isEqualTo(NOT_THERE);
        assertThat(handOver(1)).isNotEqualTo(DONE);
        assertThat(house().takeUp()).isEmpty();

        assertThat(handOver(2)).isEqualTo(DONE);
        assertThat(house().takeUp()).hasSize(1);
    }

    @Test
    void aJobIsCalledBackUntilItIsTakenUp() throws Exception {
        handOver(1);
        assertThat(printer().recall(JOB)).isEqualTo(Recall.RECALLED);
        assertThat(printer().recall(JOB)).as("however often").isEqualTo(Recall.RECALLED);
        assertThat(house().takeUp()).isEmpty();
    }

    @Test
    void aJobThatWasTakenUpIsNotCalledBack() throws Exception {
        handOver(1);
        house().takeUp();
        assertThat(printer().recall(JOB)).isEqualTo(Recall.TOO_LATE);
    }

    @Test
    void receiptsComeUntilTheyAreAcknowledged() throws Exception {
        house().says("a.json", receipt("printed"));
        house().says("b.json", receipt("posted"));
        house().says("c.json", "{\"version\":1,\"job\":\"somebody\"}");

        List<Arrived> arrived = printer().receipts(10);
        assertThat(arrived).extracting(Arrived::name).containsExactly("a.json", "b.json", "c.json");
        assertThat(arrived.getFirst().read())
                .isEqualTo(
                        new Receipt.Read.Sound(new Receipt(JOB, new Receipt.Event.Printed(), AT)));
        assertThat(arrived.getLast().read())
                .isEqualTo(new Receipt.Read.Refused(Receipt.Fault.NOT_A_JOB));
        assertThat(printer().receipts(1)).hasSize(1);
        assertThat(printer().receipts(1, Set.of("a.json", "b.json")))
                .as("those that are left out keep no other waiting")
                .extracting(Arrived::name)
                .containsExactly("c.json");
        assertThat(printer().refused()).isZero();

        printer().acknowledge(arrived.get(0));
        printer().acknowledge(arrived.get(0));
        printer().acknowledge(arrived.get(2));
        assertThat(printer().receipts(10)).extracting(Arrived::name).containsExactly("b.json");
        assertThat(printer().refused()).as("set aside until somebody clears them").isOne();
        house().says("a.json", receipt("printed"));
        assertThat(printer().receipts(10)).as("said again").hasSize(2);
    }

    @Test
    void whatIsForgottenLeavesNothing() throws Exception {
        handOver(1);
        house().takeUp();
        printer().look(JOB, 2);
        printer().forget(JOB);
        printer().forget(JOB);
        assertThat(house().takeUp()).isEmpty();
    }

    Outcome handOver(int attempt) {
        return printer().handOver(manifest(attempt), () -> new ByteArrayInputStream(FILE));
    }

    static Manifest manifest(int attempt) {
        return new Manifest(
                JOB,
                attempt,
                new OrgNumber("312780402"),
                FILE.length,
                Digest.of(FILE),
                new Sheets(2, 4),
                true,
                "NO",
                AT);
    }

    static String receipt(String event) {
        return "{\"version\":1,\"job\":\"%s\",\"event\":\"%s\",\"at\":\"%s\"}"
                .formatted(JOB, event, AT);
    }

    private static byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
