package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import no.segl.app.TwoChains;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that somebody cut in the database itself, where no right of the application counts. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TamperedLedgerTest {

    private static final OrgNumber CUT = TwoChains.ONE;
    private static final OrgNumber WHOLE = TwoChains.OTHER;

    @TempDir private static Path folder = Path.of("");

    private TwoChains chains;

    @BeforeAll
    void start() throws Exception {
        chains = new TwoChains(folder);
    }

    @AfterAll
    void stop() {
        chains.close();
    }

    @BeforeEach
    void write() throws Exception {
        chains.write();
        assertThat(verified().code()).isZero();
    }

    private void tamper(String sql) throws Exception {
        chains.tamper(sql);
    }

    private Answer verified() throws Exception {
        return Answer.verified(chains, true);
    }

    private Answer verified(boolean signed) throws Exception {
        return Answer.verified(chains, signed);
    }

    private static Answer ledger(String... arguments) {
        return Answer.of(arguments);
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
        chains.append(CUT);
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
        chains.append(CUT);
        finds("CHECKPOINT_DISAGREES", false);
    }

    /** Cut out of the file, and not out of the database. */
    @Test
    void aChainThatIsNotInTheFileAtAllShows() throws Exception {
        Path file = folder.resolve(UUID.randomUUID() + ".jsonl");
        Path key = chains.store.place().keys().resolve("ledger-ed25519.pub.pem");
        ledger("export", "--data", chains.data.toString(), file.toString());
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
