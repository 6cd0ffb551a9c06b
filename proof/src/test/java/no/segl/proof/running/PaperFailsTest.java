package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.office.Access;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DueWork;
import no.segl.app.store.PrintQueue;
import no.segl.app.store.Situations;
import no.segl.app.vault.Vault;
import no.segl.app.work.Retention;
import no.segl.core.access.Power;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Matter;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Reordering.Reply;
import no.segl.core.print.Whereabouts;
import no.segl.proof.printer.PrintHouse.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper that goes wrong: a person gets to know, knows what to do, and nothing is sent twice. */
class PaperFailsTest {

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
    void aDocumentThatIsDamagedInTheVaultIsACaseAtOnce() throws Exception {
        world.untilPrint();
        for (Path object : objects()) {
            byte[] bytes = Files.readAllBytes(object);
            bytes[bytes.length / 2] ^= 1;
            Files.write(object, bytes);
        }
        isNotPossible();
    }

    @Test
    void aDocumentThatIsNotInTheVaultIsACaseAtOnce() throws Exception {
        world.untilPrint();
        for (Path object : objects()) {
            Files.delete(object);
        }
        isNotPossible();
    }

    private void isNotPossible() throws IOException {
        world.prints();
        assertThat(world.house.takeUp()).as("never a page that is missing").isEmpty();
        assertThat(world.cases()).contains("PRINT_FAILED");
        assertThat(world.facts())
                .endsWith("PrintContentRead", "PrintNotPossible", "CaseRaised", "NoticeOrdered");
    }

    @Test
    void whatFailsEachTimeIsACaseInTheQueueAndOneEntry() throws Exception {
        world.untilPrint();
        List<Path> objects = objects();
        for (Path object : objects) {
            Files.move(object, aside(object));
            Files.createDirectory(object);
        }
        for (int round = 0; round < 25; round++) {
            world.prints();
            world.now = world.now.plus(Duration.ofHours(6));
        }
        assertThat(world.job()).isEqualTo("ORDERED");
        assertThat(world.cases()).contains("PRINT_NEEDED");
        assertThat(world.facts().stream().filter("PrintContentRead"::equals)).hasSize(1);
        assertThat(world.segl.server.part(PrintQueue.class).waiting(List.of(world.sender), 9))
                .as("a person can take it")
                .extracting(PrintQueue.Row::job)
                .contains(world.jobId());

        for (Path object : objects) {
            Files.delete(object);
            Files.move(aside(object), object);
        }
        world.prints();
        assertThat(world.house.takeUp()).as("and it is tried on").hasSize(1);
        assertThat(world.facts().stream().filter("PrintContentRead"::equals)).hasSize(1);
    }

    /** The objects of the letter in the vault. */
    private List<Path> objects() throws IOException {
        try (Stream<Path> all = Files.walk(world.segl.data)) {
            List<Path> objects =
                    all.filter(Files::isRegularFile)
                            .filter(p ->
                                    String.valueOf(p.getFileName()).startsWith(world.letter + "."))
                            .toList();
            assertThat(objects).isNotEmpty();
            return objects;
        }
    }

    private static Path aside(Path object) {
        return object.resolveSibling("aside-" + object.getFileName());
    }

    @Test
    void whenTheAddressIsMendedTheSenderOrdersAgainOnce() throws Exception {
        world.addressIsGone();
        world.untilPrint();
        world.prints();
        UUID matter = matter("PRINT_FAILED");
        PersonId overseer = person("overseer", Power.OVERSEE);
        PersonId sender = person("sender", Power.SEND);
        assertThat(paper(matter, overseer))
                .isEqualTo(new FollowUp.OnPaper(Whereabouts.NEVER_ON_PAPER, false));
        assertThat(paper(matter, sender))
                .isEqualTo(new FollowUp.OnPaper(Whereabouts.NEVER_ON_PAPER, true));

        world.addressIsMended();
        assertThat(followUp().order(matter, overseer)).contains(Reply.REFUSED);
        world.postage().allow(world.sender, Optional.empty());
        assertThat(followUp().order(matter, sender)).contains(Reply.NO_ROUTE);
        world.postage().allow(world.sender, Optional.of(Route.PRINTER));
        assertThat(followUp().order(matter, sender)).contains(Reply.ORDERED);
        assertThat(followUp().order(matter, sender)).contains(Reply.UNDER_WAY);
        assertThat(followUp().close(matter, 0, sender, Matter.Outcome.ON_PAPER))
                .as("sent by other means, too, there would be two")
                .contains(Casework.Reply.ON_ITS_WAY);
        world.prints();
        List<Taken> taken = world.house.takeUp();
        assertThat(taken).hasSize(1);
        assertThat(paper(matter, sender))
                .isEqualTo(new FollowUp.OnPaper(Whereabouts.AT_PRINTER, false));
        world.house.says("1.json", world.receipt(taken.getFirst().job(), "posted"));
        world.prints();
        assertThat(world.state()).isEqualTo("POSTED");
        assertThat(world.cases()).isEmpty();
    }

    @Test
    void whatFailedForAReasonOfItsOwnIsNotOrderedAgain() throws Exception {
        PrintJobId job = takenUp();
        world.house.says("1.json", world.receipt(job, "failed\", \"reason\": \"other"));
        world.prints();
        PersonId sender = person("sender", Power.SEND);
        assertThat(followUp().order(matter("PRINT_FAILED"), sender)).contains(Reply.MAYBE_ON_PAPER);
    }

    @Test
    void anEarlierJobThatIsPostedAfterAllStopsTheLaterOne() throws Exception {
        PrintJobId first = takenUp();
        world.house.says("1.json", world.receipt(first, "failed\", \"reason\": \"format"));
        world.prints();
        PersonId sender = person("sender", Power.SEND);
        UUID matter = matter("PRINT_FAILED");
        world.now = world.now.plusSeconds(1);
        assertThat(followUp().order(matter, sender)).contains(Reply.ORDERED);
        followUp().close(matter, 0, sender, Matter.Outcome.RECIPIENT_TOLD);
        assertThat(world.cases()).doesNotContain("PRINT_FAILED");

        world.house.says("2.json", world.receipt(first, "posted"));
        world.prints();
        assertThat(world.facts())
                .containsSubsequence("PrintContradicted", "PrintStopped", "CaseRaised");
        assertThat(world.house.takeUp()).as("one copy").isEmpty();
        assertThat(world.cases()).as("a person must ask").contains("PRINT_FAILED");
        assertThat(world.state()).isEqualTo("AVAILABLE");
        assertThat(followUp().order(matter("PRINT_FAILED"), sender)).contains(Reply.MAYBE_ON_PAPER);
    }

    @Test
    void aReceiptThatCannotBeReadStopsNoOther() throws Exception {
        PrintJobId job = takenUp();
        world.house.says("1.json", "{}");
        world.house.unreadable("1.json");
        world.house.says("2.json", world.receipt(job, "posted"));
        world.prints();
        assertThat(world.state()).isEqualTo("POSTED");
        assertThat(folder.resolve("house/receipts/refused/1.json")).exists();
    }

    /** The stop comes between a claim and what is written of it. */
    @Test
    void aStopThatIsAskedWhileAJobIsLookedAtDoesNotWait() throws Exception {
        world.untilPrint();
        world.prints();
        world.now = world.now.plus(Duration.ofDays(6));
        DuePrints due = world.segl.server.part(DuePrints.class);
        DuePrints.Due claimed =
                due.claim(world.now, world.now.plus(Duration.ofMinutes(10)), 1).getFirst();
        world.open();
        due.again(claimed, world.now.plus(Duration.ofDays(1)));
        world.prints();
        assertThat(world.facts()).contains("PrintStopped");
        assertThat(world.house.takeUp()).isEmpty();
    }

    @Test
    void whatCameBackIsKeptUntilItsCaseIsClosed() throws Exception {
        PrintJobId job = takenUp();
        world.house.says("1.json", world.receipt(job, "posted"));
        world.house.says("2.json", world.receipt(job, "failed\", \"reason\": \"returned"));
        world.prints();
        PersonId sender = person("sender", Power.SEND);
        UUID matter = matter("PRINT_FAILED");
        assertThat(paper(matter, sender))
                .isEqualTo(new FollowUp.OnPaper(Whereabouts.RETURNED, false));

        world.now = world.now.plus(Duration.ofDays(40));
        retention();
        assertThat(world.facts()).doesNotContain("ContentDestroyed");
        assertThat(followUp().close(matter, 0, sender, Matter.Outcome.ON_PAPER))
                .contains(Casework.Reply.DONE);
        world.now = world.now.plus(Duration.ofDays(1));
        retention();
        assertThat(world.facts()).endsWith("ContentDestroyed");
    }

    private void retention() {
        new Retention(
                        world.segl.server.part(DueWork.class),
                        world.segl.server.part(Changes.class),
                        world.segl.server.part(Vault.class),
                        () -> world.now)
                .run();
    }

    private PrintJobId takenUp() throws Exception {
        world.untilPrint();
        world.prints();
        return world.house.takeUp().getFirst().job();
    }

    private FollowUp followUp() {
        return new FollowUp(
                world.segl.server.part(Changes.class),
                cases(),
                new Situations(world.jdbc(), world.segl.server.part(Ids.class)::uuid, true),
                world.segl.server.part(Access.class),
                world.segl.server.part(Ids.class),
                () -> world.now);
    }

    private FollowUp.OnPaper paper(UUID matter, PersonId person) {
        return followUp().paper(cases().find(matter).orElseThrow(), person).orElseThrow();
    }

    private Cases cases() {
        return world.segl.server.part(Cases.class);
    }

    private UUID matter(String reason) {
        return world.jdbc()
                .sql("SELECT id FROM matter WHERE letter = ? AND reason = ? AND closed_at IS NULL")
                .param(world.letter.value())
                .param(reason)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private PersonId person(String name, Power power) {
        Registrar registrar = world.segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", name, "Prøve");
        registrar.give(person, world.sender, power, Optional.empty());
        return person;
    }
}
