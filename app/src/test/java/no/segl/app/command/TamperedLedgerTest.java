package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.segl.app.Superuser;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Notary;
import no.segl.app.store.Changes;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.wiring.SettingsReader.Result;
import no.segl.app.wiring.Store;
import no.segl.core.access.AccessFact;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that somebody cut in the database itself, where no right of the application counts. */
@TestInstance(Lifecycle.PER_CLASS)
class TamperedLedgerTest {

    private static final OrgNumber CUT = new OrgNumber("310000027");
    private static final OrgNumber WHOLE = new OrgNumber("310000019");
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir private static Path folder = Path.of("");

    private Path data = Path.of("");
    private Store store;

    private record Answer(int code, String said) {}

    @BeforeAll
    void start() throws Exception {
        data = folder.resolve("data");
        var settings = (Result.Sound) SettingsReader.read(Map.of("SEGL_DATA", data.toString()));
        store = Store.open(settings.settings());
    }

    @AfterAll
    void stop() {
        store.close();
    }

    /** Two chains of six entries, with checkpoints at the second, the fourth and the sixth. */
    @BeforeEach
    void write() throws Exception {
        tamper("TRUNCATE ledger_head, ledger_entry, ledger_checkpoint");
        Files.deleteIfExists(store.place().vault().resolve(Vault.LEDGER_NOTE));
        for (int i = 0; i < 3; i++) {
            append(CUT);
            append(WHOLE);
            sign();
        }
        assertThat(verified().code()).isZero();
    }

    private void append(OrgNumber chain) {
        var person = new PersonId(UUID.randomUUID());
        for (int i = 0; i < 2; i++) {
            AccessFact fact = new AccessFact.AccessEnded(chain, UUID.randomUUID());
            store.changes()
                    .access(
                            person,
                            new Changes.Act(new Actor.Segl("test"), AT),
                            () -> new Decision<>(Right.NONE, List.of(fact), true));
        }
    }

    private void sign() throws Exception {
        SigningKey key = SigningKey.open(store.place().keys().resolve("ledger-ed25519.pem"), true);
        new Notary(
                        new Ledger(store.jdbc()),
                        new LedgerEnds(store.jdbc()),
                        new FileVault(store.place().vault()),
                        key,
                        InstantSource.fixed(AT))
                .sign();
    }

    private void tamper(String sql) throws Exception {
        Superuser.run(store, sql);
    }

    /** Exports beside what holds the database, and verifies the file. */
    private Answer verified() throws Exception {
        return verified(true);
    }

    /**
     * Exports and verifies.
     *
     * @param signed whether all chains are, or were not before
     */
    private Answer verified(boolean signed) throws Exception {
        Path file = folder.resolve(UUID.randomUUID() + ".jsonl");
        Answer exported = ledger("export", "--data", data.toString(), file.toString());
        assertThat(exported.code()).as(exported.said()).isEqualTo(signed ? 0 : 1);
        assertThat(exported.said().contains("Not signed: Chain " + CUT)).isNotEqualTo(signed);
        Path key = store.place().keys().resolve("ledger-ed25519.pub.pem");
        Answer answer = ledger("verify", "--keys", key.toString(), file.toString());
        Files.delete(file);
        return answer;
    }

    private static Answer ledger(String... arguments) {
        var said = new StringWriter();
        int code =
                LedgerCommands.of(InstantSource.fixed(AT))
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said))
                        .execute(arguments);
        return new Answer(code, said.toString());
    }

    private void finds(String finding) throws Exception {
        finds(finding, true);
    }

    private void finds(String finding, boolean signed) throws Exception {
        Answer answer = verified(signed);
        assertThat(answer.code()).as(answer.said()).isEqualTo(1);
        assertThat(answer.said())
                .contains(finding)
                .contains("NOT INTACT, 1 finding")
                .contains("Chain " + WHOLE + ": last entry 6, vouched for up to 6");
    }

    @Test
    void anEndThatWasCutOffIsNamed() throws Exception {
        tamper("DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 3");
        finds("TRUNCATED: Entries 4 to 6 of chain 310000027 are cut off");
    }

    @Test
    void anEndThatWasCutOffWithItsHeadMovedIsNamed() throws Exception {
        tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 3;
                UPDATE ledger_head h SET number = 3, hash = e.hash FROM ledger_entry e
                 WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 3
                """);
        finds("TRUNCATED: Entries 4 to 6 of chain 310000027 are cut off", false);
    }

    @Test
    void anEntryWithACheckpointThatWasTakenOutIsNamed() throws Exception {
        tamper("DELETE FROM ledger_entry WHERE chain = '310000027' AND number = 4");
        finds("DROPPED: Entry 4 of chain 310000027 is missing");
    }

    @Test
    void aBeginningThatWasTakenOutIsNamed() throws Exception {
        tamper("DELETE FROM ledger_entry WHERE chain = '310000027' AND number <= 2");
        finds("DROPPED: Entries 1 to 2 of chain 310000027 are missing");
    }

    @Test
    void aChainWhoseEntriesAreAllGoneIsNamed() throws Exception {
        tamper("DELETE FROM ledger_entry WHERE chain = '310000027'");
        finds("CHAIN_MISSING: Chain 310000027 is missing");
    }

    @Test
    void aHeadThatIsGoneHidesNothing() throws Exception {
        tamper("DELETE FROM ledger_head WHERE chain = '310000027'");
        Answer intact = verified(false);
        assertThat(intact.code()).as(intact.said()).isZero();
        assertThat(intact.said()).contains("12 entries and 6 checkpoints in 2 chains");

        tamper("UPDATE ledger_entry SET type = 'X' WHERE chain = '310000027' AND number = 5");
        finds("EDITED: Entry 5 of chain 310000027", false);
    }

    @Test
    void aChainOfWhichOnlyCheckpointsAreLeftIsNamed() throws Exception {
        tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027';
                DELETE FROM ledger_head WHERE chain = '310000027'
                """);
        finds("CHAIN_MISSING: Chain 310000027 is missing", false);
    }

    @Test
    void whatHasComeSinceTheLastCheckpointIsVouchedForToo() throws Exception {
        append(CUT);
        Answer answer = verified();
        assertThat(answer.code()).as(answer.said()).isZero();
        assertThat(answer.said())
                .contains("Chain " + CUT + ": last entry 8, vouched for up to 8")
                .contains("Chain " + WHOLE + ": last entry 6, vouched for up to 6");
    }

    @Test
    void aPastThatWasWrittenAnewIsExportedUnsignedAndFound() throws Exception {
        tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 3;
                DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 4;
                UPDATE ledger_head h SET number = 3, hash = e.hash FROM ledger_entry e
                 WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 3
                """);
        append(CUT);
        finds("CHECKPOINT_DISAGREES", false);
    }

    @Test
    void aBackupThatWasPutBackIsShownAndThenAccepted() throws Exception {
        tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 4;
                DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 4;
                UPDATE ledger_head h SET number = 4, hash = e.hash FROM ledger_entry e
                 WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 4
                """);
        Answer shown = ledger("accept-restored", "--data", data.toString());
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.said())
                .contains("was signed as far as entry 6, and ends at entry 4 now")
                .contains("Nothing was accepted");
        verified(false);

        Answer accepted = ledger("accept-restored", "--yes", "--data", data.toString());
        assertThat(accepted.code()).as(accepted.said()).isZero();
        assertThat(accepted.said())
                .contains("Chain 310000027 goes on from entry 4; signed was entry 6.");
        Answer intact = verified();
        assertThat(intact.code()).as(intact.said()).isZero();
        assertThat(intact.said()).contains("Chain " + CUT + ": last entry 5, vouched for up to 5");
        assertThat(ledger("accept-restored", "--data", data.toString()).said())
                .contains("Every chain goes on from what was signed of it.");
    }

    /** Cut out of the file, and not out of the database. */
    @Test
    void aChainThatIsNotInTheFileAtAllShows() throws Exception {
        Path file = folder.resolve(UUID.randomUUID() + ".jsonl");
        Path key = store.place().keys().resolve("ledger-ed25519.pub.pem");
        ledger("export", "--data", data.toString(), file.toString());
        assertThat(ledger("verify", "--keys", key.toString(), file.toString()).said())
                .contains("INTACT: 12 entries")
                .doesNotContain("closing line is not signed");

        List<String> left =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.contains("\"chain\":\"" + CUT))
                        .map(line -> line.replace("\"entries\":12", "\"entries\":6"))
                        .map(line -> line.replace("\"checkpoints\":6", "\"checkpoints\":3"))
                        .toList();
        Files.write(file, left);
        Answer cut = ledger("verify", "--keys", key.toString(), file.toString());
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.said()).contains("INCOMPLETE: The closing line is not signed by the key");

        Files.write(
                file,
                left.stream()
                        .map(line -> line.replaceFirst("(\"kind\":\"end\".*),\"at\".*", "$1}"))
                        .toList());
        assertThat(ledger("verify", "--keys", key.toString(), file.toString()).said())
                .contains("INTACT: 6 entries", "The closing line is not signed. So a chain");
    }

    @Test
    void theEndIsNotSignedOfALedgerThatIsNot() throws Exception {
        tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 4;
                DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 4;
                UPDATE ledger_head h SET number = 4, hash = e.hash FROM ledger_entry e
                 WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 4
                """);
        assertThat(verified(false).said()).contains("The closing line is not signed. So a chain");
    }
}
