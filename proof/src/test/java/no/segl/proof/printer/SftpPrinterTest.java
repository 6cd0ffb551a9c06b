package no.segl.proof.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.segl.app.connect.printer.Printer;
import no.segl.app.connect.printer.PrinterUnavailable;
import no.segl.app.connect.printer.SftpPrinter;
import no.segl.app.connect.printer.SftpSettings;
import no.segl.core.print.Handover.Cause;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.Receipt;
import no.segl.proof.printer.SftpHouse.Break;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printer behind a real SFTP server, also where the line breaks. */
class SftpPrinterTest extends PrinterContract {

    private static final Outcome UNKNOWN = new Outcome.Unknown();

    @TempDir Path folder;

    private SftpHouse house;
    private SftpPrinter printer;
    private Path key;

    @BeforeEach
    void open() throws Exception {
        KeyPair own = SshKeys.pair();
        key = folder.resolve("key.pem");
        SshKeys.write(own, key);
        house = new SftpHouse(folder.resolve("house"), SshKeys.pair(), own);
        printer = new SftpPrinter(settings(house.hostKey()));
    }

    @AfterEach
    void close() throws IOException {
        printer.close();
        house.close();
    }

    @Override
    Printer printer() {
        return printer;
    }

    @Override
    PrintHouse house() {
        return house;
    }

    @Test
    void aLineThatBreaksBeforeTheLastStepLeavesNothingAndIsTriedAgain() throws Exception {
        house.breakAt(new Break(to -> to.toString().endsWith(".json"), false));
        assertThat(handOver(1)).isEqualTo(UNKNOWN);
        assertThat(house.takeUp()).as("no manifest, no job").isEmpty();

        assertThat(printer.look(JOB, 1)).isEqualTo(NOT_THERE);
        assertThat(files("in")).as("what is confidential is not left").isEmpty();
        assertThat(files("ended")).isEmpty();
        assertThat(handOver(2)).isEqualTo(DONE);
        assertThat(house.takeUp()).hasSize(1);
    }

    @Test
    void aLineThatBreaksAfterTheLastStepIsFoundToHaveArrived() throws Exception {
        for (boolean takenUp : new boolean[] {false, true}) {
            house.breakAt(new Break(to -> to.toString().endsWith(".json"), true));
            assertThat(handOver(takenUp ? 1 : 2)).isEqualTo(UNKNOWN);
            assertThat(house.takeUp()).hasSize(1);
            assertThat(printer.look(JOB, takenUp ? 1 : 2)).isEqualTo(DONE);
        }
    }

    @Test
    void aLineThatBreaksHalfwayLeavesNothing() throws Exception {
        house.breakAt(new Break(to -> to.toString().endsWith(".pdf"), true));
        assertThat(handOver(1)).isEqualTo(UNKNOWN);
        assertThat(files("in")).hasSize(1);
        assertThat(printer.look(JOB, 1)).isEqualTo(NOT_THERE);
        assertThat(files("in")).isEmpty();
    }

    /** The slow one is under way while another node asks, and then tries to take its last step. */
    @Test
    void whoeverAsksShutsOutASlowAttempt() throws Exception {
        Outcome slow =
                printer.handOver(
                        manifest(1),
                        () -> {
                            assertThat(printer.look(JOB, 1)).isEqualTo(NOT_THERE);
                            return new ByteArrayInputStream(FILE);
                        });
        assertThat(slow).isNotEqualTo(DONE);
        assertThat(house.takeUp()).isEmpty();
        assertThat(printer.look(JOB, 1)).isEqualTo(NOT_THERE);
    }

    @Test
    void aFileThatBreaksOffWhileItIsReadIsNotAJob() throws Exception {
        Outcome outcome =
                printer.handOver(
                        manifest(1),
                        () -> {
                            throw new IOException("no more");
                        });
        assertThat(outcome).isEqualTo(UNKNOWN);
        Outcome shorter =
                printer.handOver(manifest(2), () -> new ByteArrayInputStream(FILE, 0, 1_000));
        assertThat(shorter).isEqualTo(new Outcome.NotDone(Cause.REFUSED));
        assertThat(house.takeUp()).isEmpty();
        assertThat(printer.look(JOB, 1)).isEqualTo(NOT_THERE);
    }

    @Test
    void aReceiptThatCannotBeReadIsRefusedAndStopsNoOther() throws Exception {
        house.says("a.json", "{}");
        house.unreadable("a.json");
        house.says("b.json", "{}");
        List<Printer.Arrived> arrived = printer.receipts(10);
        assertThat(arrived)
                .extracting(Printer.Arrived::read)
                .containsExactly(
                        new Receipt.Read.Refused(Receipt.Fault.UNREADABLE),
                        new Receipt.Read.Refused(Receipt.Fault.UNKNOWN_VERSION));
        printer.acknowledge(arrived.getFirst());
        assertThat(printer.receipts(10))
                .extracting(Printer.Arrived::name)
                .containsExactly("b.json");
    }

    @Test
    void onlyTheMachineWithThePinnedKeyIsSpokenTo() throws Exception {
        String other = PublicKeyEntry.toString(SshKeys.pair().getPublic());
        try (SftpPrinter deceived = new SftpPrinter(settings(other))) {
            Outcome outcome = deceived.handOver(manifest(1), InputStream::nullInputStream);
            assertThat(outcome).isEqualTo(new Outcome.NotDone(Cause.NOT_TRUSTED));
            assertThatThrownBy(() -> deceived.receipts(1))
                    .isInstanceOf(PrinterUnavailable.class)
                    .hasNoCause();
        }
    }

    @Test
    void aHouseThatIsClosedIsNotReached() throws Exception {
        house.close();
        assertThat(handOver(1)).isEqualTo(new Outcome.NotDone(Cause.UNREACHABLE));
        assertThat(printer.look(JOB, 1)).isEqualTo(UNKNOWN);
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new SftpPrinter(settings(house.hostKey())).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    private SftpSettings settings(String hostKey) {
        return new SftpSettings(
                "127.0.0.1", house.port(), "segl", hostKey, key, "/", Duration.ofSeconds(20));
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("house").resolve(name))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
