package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.connect.printer.Printer;
import no.segl.app.office.PrintRoom;
import no.segl.app.office.PrintRoom.Outcome;
import no.segl.app.office.Registrar;
import no.segl.app.work.Prints;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.ByHand;
import no.segl.core.print.PrintOrder.Route;
import no.segl.proof.printer.PrintHouse.Taken;
import no.segl.proof.printer.SftpHouse.Break;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A letter that nobody opens goes on paper, once, to a real SFTP server; what the printer says
 * closes it, and all of it stands in the ledger.
 */
class PaperGoesOutTest {

    @TempDir private Path folder = Path.of("");

    private PaperWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new PaperWorld(folder);
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void whatNobodyOpensIsPrintedAndPostedAndThatClosesIt() throws Exception {
        world.untilPrint();
        assertThat(world.cases()).as("no person is needed").doesNotContain("PRINT_NEEDED");
        world.prints();
        List<Taken> taken = world.house.takeUp();
        assertThat(taken).hasSize(1);
        PrintJobId job = taken.getFirst().job();

        world.house.says("1.json", world.receipt(job, "printed"));
        world.prints();
        assertThat(world.state()).as("printed is not yet posted").isEqualTo("AVAILABLE");
        world.house.says("2.json", world.receipt(job, "posted"));
        world.prints();

        assertThat(world.state()).isEqualTo("POSTED");
        assertThat(world.cases()).isEmpty();
        assertThat(world.facts())
                .containsSubsequence(
                        "PrintOrdered",
                        "PrintContentRead",
                        "PrintHandoverAttempted",
                        "PrintHandedOver",
                        "PaperPrinted",
                        "PaperPosted",
                        "LetterPosted");
        world.house.says("3.json", world.receipt(job, "failed\", \"reason\": \"returned"));
        world.prints();
        assertThat(world.cases())
                .as("what comes back needs a person")
                .containsExactly("PRINT_FAILED");
    }

    @Test
    void openingBeforeThePrinterTakesItCallsItBack() throws Exception {
        world.untilPrint();
        world.prints();
        world.open();
        assertThat(world.facts()).endsWith("LetterOpened", "PrintStopAsked");
        world.prints();
        assertThat(world.house.takeUp()).as("nothing is left to print").isEmpty();
        assertThat(world.facts()).contains("PrintStopped");
    }

    @Test
    void openingBeforeItIsHandedOverStopsItAtOnce() throws Exception {
        world.untilPrint();
        world.open();
        world.prints();
        assertThat(world.house.takeUp()).isEmpty();
        assertThat(world.facts()).endsWith("LetterOpened", "PrintStopped");
    }

    @Test
    void whateverBreaksItIsHandedOverOnce() throws Exception {
        world.untilPrint();
        world.house.breakAt(new Break(to -> to.toString().endsWith(".json"), true));
        world.prints();
        assertThat(world.job()).as("nobody knows yet").isEqualTo("HANDING_OVER");
        for (int round = 0; round < 3; round++) {
            world.now = world.now.plus(Duration.ofMinutes(15));
            world.prints();
        }
        assertThat(world.job()).isEqualTo("HANDED_OVER");
        assertThat(world.house.takeUp()).hasSize(1);
        assertThat(world.facts().stream().filter("PrintHandoverAttempted"::equals)).hasSize(1);
    }

    @Test
    void aNodeThatDiesAfterItsAttemptIsAskedAfterAndNeverRepeatedBlindly() throws Exception {
        world.untilPrint();
        Prints dying = new Prints(world.parts(Optional.of(new Dying(world.printer))));
        dying.run();
        assertThat(world.job()).isEqualTo("HANDING_OVER");
        world.now = world.now.plus(Duration.ofMinutes(15));
        world.prints();
        assertThat(world.house.takeUp()).as("it had arrived").hasSize(1);
        assertThat(world.facts().stream().filter("PrintHandoverAttempted"::equals)).hasSize(1);
    }

    @Test
    void whatCannotBePrintedWholeIsACaseAndNotPrinted() throws Exception {
        world.addressIsGone();
        world.untilPrint();
        world.prints();
        assertThat(world.house.takeUp()).isEmpty();
        assertThat(world.cases()).contains("PRINT_FAILED");
        assertThat(world.facts()).contains("PrintNotPossible");
        assertThat(world.state()).as("it is chased on").isEqualTo("AVAILABLE");
    }

    @Test
    void aPrinterThatSaysNothingIsACase() throws Exception {
        world.untilPrint();
        world.prints();
        world.house.takeUp();
        world.now = world.now.plus(Duration.ofDays(6));
        world.prints();
        assertThat(world.cases()).contains("PRINT_NEEDED");
    }

    @Test
    void aSenderThatWantsPaperAtOnceDoesNotWaitForThePlan() throws Exception {
        HttpResponse<String> sent =
                world.segl.send(
                        world.segl.token("vestfjord-politi-sak"),
                        "paper-at-once",
                        """
                        {"sender": "312780402", "recipients": ["313915611"],
                         "category": "GENERAL", "title": "Brev i en sak", "whenNotReady": "paper"}
                        """,
                        "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII));
        assertThat(sent.body()).as("sent").contains("letters");
        String id = new JsonMapper().readTree(sent.body()).at("/letters/0/id").asString("");
        world.looks();
        assertThat(world.factsOf(LetterId.parse(id).orElseThrow()))
                .contains("LetterAvailable", "LetterLookedAt", "PrintOrdered");
        assertThat(world.facts()).as("another letter to the same").doesNotContain("PrintOrdered");
    }

    @Test
    void digitalOnlyIsACaseAsBefore() {
        world.postage().allow(world.sender, Optional.empty());
        world.untilPrint();
        assertThat(world.cases()).contains("PRINT_NEEDED");
        assertThat(world.facts()).doesNotContain("PrintOrdered");
    }

    @Test
    void byHandANamedPersonPrintsAndPosts() throws Exception {
        world.postage().allow(world.sender, Optional.of(Route.BY_HAND));
        world.untilPrint();
        assertThat(world.cases()).contains("PRINT_NEEDED");
        Registrar registrar = world.segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", "arkiv", "Prøve");
        PrintRoom room = world.segl.server.part(PrintRoom.class);
        PrintJobId job = world.jobId();
        assertThat(room.take(job, person, Level.HIGH)).isEqualTo(new Outcome.NotThere());
        registrar.give(person, world.sender, Power.SEND, Optional.empty());
        assertThat(room.take(job, person, Level.SUBSTANTIAL)).isEqualTo(new Outcome.LevelTooLow());
        assertThat(room.file(job, person, Level.HIGH))
                .as("first it is taken")
                .isEqualTo(new Outcome.Decided(ByHand.Reply.NOT_TAKEN));
        assertThat(room.take(job, person, Level.HIGH))
                .isEqualTo(new Outcome.Decided(ByHand.Reply.DONE));
        if (room.file(job, person, Level.HIGH) instanceof Outcome.File(var paper)) {
            assertThat(paper.sheets().sheets()).isGreaterThan(1);
            paper.close();
        } else {
            throw new AssertionError("there is no print file");
        }
        room.posted(job, person, Level.HIGH, world.now);
        assertThat(world.state()).isEqualTo("POSTED");
        assertThat(world.facts())
                .containsSubsequence(
                        "PrintTaken", "PrintContentRead", "PaperPosted", "LetterPosted");
        assertThat(world.cases()).isEmpty();
    }

    /** Whose answer never comes, though the job arrives. */
    private record Dying(Printer at) implements Printer {
        @Override
        public no.segl.core.print.Handover.Outcome handOver(
                no.segl.core.print.Manifest manifest, PrintFile file) {
            at.handOver(manifest, file);
            throw new IllegalStateException("the node dies here");
        }

        @Override
        public no.segl.core.print.Handover.Outcome look(PrintJobId job, int attempt) {
            return at.look(job, attempt);
        }

        @Override
        public no.segl.core.print.Stopping.Recall recall(PrintJobId job) {
            return at.recall(job);
        }

        @Override
        public List<Arrived> receipts(int most, Set<String> but) {
            return List.of();
        }

        @Override
        public int refused() {
            return 0;
        }

        @Override
        public void acknowledge(Arrived arrived) {}

        @Override
        public void forget(PrintJobId job) {}
    }
}
