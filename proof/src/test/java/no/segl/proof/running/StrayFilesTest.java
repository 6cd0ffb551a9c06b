package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import no.segl.app.office.Intake;
import no.segl.app.office.PostOffice;
import no.segl.app.office.TookTooLong;
import no.segl.app.store.DueWork;
import no.segl.app.store.UploadRows;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.work.Orphans;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Content;
import no.segl.core.letter.Language;
import no.segl.core.letter.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the vault and belongs to no letter is swept, unless the database must be wrong. */
class StrayFilesTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void areSwept() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Path stray = stray(segl.data);
            assertThat(sweep(segl.server)).isEqualTo(1);
            assertThat(stray).doesNotExist();
            assertThat(sweep(segl.server)).as("what belongs to a letter").isZero();
        }
    }

    @Test
    void areNeverMadeIntoALetter() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            AtomicReference<Instant> now = new AtomicReference<>(RunningSegl.CLOCK.instant());
            PostOffice office = segl.office(now::get);
            PersonId anybody = new PersonId(UUID.randomUUID());
            for (Duration over : List.of(Duration.ZERO, Duration.ofMillis(1))) {
                try (Intake intake = office.intake()) {
                    var taken =
                            intake.take(new ByteArrayInputStream("%PDF-1.7".getBytes(US_ASCII)));
                    now.updateAndGet(n -> n.plus(Intake.LONGEST).plus(over));
                    Content content =
                            new Content(
                                    new OrgNumber("310451207"),
                                    List.of(new OrgNumber("310451215")),
                                    new Category("GENERAL"),
                                    "Prøve",
                                    Language.NB,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty());
                    Callable<?> send =
                            () ->
                                    office.send(
                                            intake,
                                            content,
                                            List.of(
                                                    taken.named(
                                                            "brev.pdf",
                                                            new MediaType("application/pdf"))),
                                            "a key" + over,
                                            new Actor.Person(anybody),
                                            new Clearance.Cleared(new Right("test", "")));
                    if (over.isZero()) {
                        send.call();
                    } else {
                        assertThatThrownBy(send::call).isInstanceOf(TookTooLong.class);
                    }
                }
            }
            assertThat(sweep(segl.server)).as("what was refused left nothing").isZero();
        }
    }

    @Test
    void areLeftByADatabaseThatKnowsOfNoContent() throws Exception {
        Path data = folder.resolve("other");
        Path stray = stray(data);
        var settings =
                (SettingsReader.Result.Sound)
                        SettingsReader.read(Map.of("SEGL_PORT", "0", "SEGL_DATA", data.toString()));
        try (Server server = Server.start(settings.settings(), RunningSegl.CLOCK)) {
            assertThat(sweep(server)).isZero();
            assertThat(stray).exists();
        }
    }

    /** Two days from now, when even what was sent just now is old. */
    private static int sweep(Server server) throws IOException {
        InstantSource later = () -> RunningSegl.CLOCK.instant().plus(Duration.ofDays(2));
        return new Orphans(
                        server.part(DueWork.class),
                        server.part(UploadRows.class),
                        server.part(Vault.class),
                        later)
                .run();
    }

    private static Path stray(Path data) throws IOException {
        String letter = UUID.randomUUID().toString();
        Path fan = data.resolve("vault/letters").resolve(letter.substring(letter.length() - 3));
        Path file = Files.createDirectories(fan).resolve(letter + "." + UUID.randomUUID());
        Files.writeString(file, "sealed");
        return file;
    }
}
