package no.segl.app.office;

import static no.segl.app.TwoChains.BACK_TO_FOUR;
import static no.segl.app.TwoChains.ONE;
import static no.segl.app.TwoChains.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import no.segl.app.TwoChains;
import no.segl.app.office.Notary.Disagreement;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.RestoreAccepted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Who owns the database, and has not the key, gets nothing signed that they wrote. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NotaryTest {

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
    }

    private ChainHead head(OrgNumber chain) {
        return chains.ends.end(chain).orElseThrow().head();
    }

    /** Nothing more of one chain is signed, the other is, and it is said what is amiss. */
    private void refuses(String what) throws Exception {
        List<Long> before = chains.checkpoints(ONE);
        chains.append(OTHER);
        Notary.Outcome outcome = chains.node().sign();
        assertThat(outcome.refused())
                .extracting(Disagreement::what)
                .containsExactly("Chain 310000027 " + what + ".");
        assertThat(chains.checkpoints(ONE)).isEqualTo(before);
        assertThat(chains.checkpoints(OTHER)).containsExactly(2L, 4L, 6L, 8L);
        assertThatThrownBy(() -> chains.node().witness(ONE).sign(head(ONE)))
                .isInstanceOf(ChainNotSigned.class)
                .hasMessageStartingWith("Chain 310000027 " + what + ". ");
    }

    @Test
    void aPastThatWasWrittenAnewIsNotSigned() throws Exception {
        chains.tamper(BACK_TO_FOUR);
        chains.append(ONE);
        chains.append(ONE);
        refuses("has lost its checkpoint: it was signed as far as entry 6");
    }

    @Test
    void aPastThatWasWrittenAnewBesideItsCheckpointIsNotSigned() throws Exception {
        chains.tamper(
                BACK_TO_FOUR.replace("DELETE FROM ledger_checkpoint", "SELECT FROM ledger_head"));
        chains.append(ONE);
        chains.append(ONE);
        refuses("has another entry 6 than was signed, or none");
    }

    @Test
    void anEndThatWasCutOffIsNotSigned() throws Exception {
        chains.tamper(BACK_TO_FOUR);
        refuses("was signed as far as entry 6, and ends at entry 4 now");
        assertThat(chains.node().sign().refused()).allMatch(Disagreement::endsEarlier);
    }

    /** What is left of it is not what was signed, so it comes of no backup. */
    @Test
    void anEndThatWasCutOffAndWrittenAnewDoesNotJustEndEarlier() throws Exception {
        chains.tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 3;
                UPDATE ledger_head h SET number = 3, hash = e.hash FROM ledger_entry e
                 WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 3;
                DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 4
                """);
        refuses("was signed as far as entry 6, and ends at entry 3 now");
        chains.tamper("DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 2");
        assertThat(chains.node().sign().refused()).allMatch(Disagreement::endsEarlier);
        chains.tamper(
                "UPDATE ledger_entry SET type = 'X' WHERE chain = '310000027' AND number = 3");
        assertThat(chains.node().sign().refused()).noneMatch(Disagreement::endsEarlier);
    }

    @Test
    void aCheckpointOfSomebodyElseIsNotBelieved() throws Exception {
        chains.tamper(BACK_TO_FOUR);
        chains.append(ONE);
        chains.append(ONE);
        chains.tamper(
                """
                INSERT INTO ledger_checkpoint SELECT c.chain, 8, h.hash, c.at, c.key_id, c.signature
                  FROM ledger_checkpoint c JOIN ledger_head h ON h.chain = c.chain
                 WHERE c.chain = '310000027' AND c.number = 4
                """);
        refuses("has a checkpoint, at entry 8, that Segl did not sign");
    }

    @Test
    void anEntryThatWasEditedSinceTheCheckpointIsNotSigned() throws Exception {
        chains.append(ONE);
        chains.tamper(
                "UPDATE ledger_entry SET type = 'X' WHERE chain = '310000027' AND number = 7");
        refuses("was changed: no entry 7 follows entry 6");
    }

    @Test
    void anEntryThatIsNoneStopsNoOtherChain() throws Exception {
        chains.append(ONE);
        chains.tamper(
                "UPDATE ledger_entry SET fact = '{\"a\": {}}' WHERE chain = '310000027' AND number"
                        + " = 7");
        refuses("has an entry that is none");
    }

    @Test
    void anEntryThatIsGoneSinceTheCheckpointIsNotSigned() throws Exception {
        chains.append(ONE);
        chains.tamper("DELETE FROM ledger_entry WHERE chain = '310000027' AND number = 7");
        refuses("was changed: no entry 7 follows entry 6");
    }

    @Test
    void aHeadThatIsNotTheLastEntryIsNotSigned() throws Exception {
        chains.append(ONE);
        chains.tamper("UPDATE ledger_head SET hash = sha256('x') WHERE chain = '310000027'");
        refuses("ends with another hash than its last entry has");
    }

    @Test
    void aChainThatIsGoneIsSaid() throws Exception {
        chains.tamper("DELETE FROM ledger_head WHERE chain = '310000027'");
        assertThat(chains.node().sign().refused())
                .extracting(Disagreement::what)
                .containsExactly("Chain 310000027 was signed as far as entry 6, and is gone.");
        assertThat(chains.node().sign().refused())
                .as("its entries are there")
                .noneMatch(Disagreement::endsEarlier);
    }

    @Test
    void veryMuchIsSignedInSeveralRounds() throws Exception {
        chains.append(ONE);
        chains.append(ONE);
        assertThat(chains.node(3).sign()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 6L, 9L);
        assertThat(chains.node(3).sign()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(chains.node(3).sign()).isEqualTo(new Notary.Outcome(0, List.of()));
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 6L, 9L, 10L);

        chains.append(ONE);
        chains.append(ONE);
        assertThat(chains.node(3).signToTheEnd()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 6L, 9L, 10L, 14L);
    }

    @Test
    void aBackupThatWasPutBackIsAcceptedAndStandsInTheChain() throws Exception {
        ChainHead signed = head(ONE);
        chains.tamper(BACK_TO_FOUR);
        chains.append(ONE);
        ChainHead found = head(ONE);

        chains.node().accept(ONE, chains.store.changes());

        Entry entry = chains.ledger.entries(ONE, 6).toList().getLast();
        assertThat(entry.type()).isEqualTo("RestoreAccepted");
        assertThat(entry.values()).isEqualTo(new RestoreAccepted(signed, found).values());
        assertThat(entry.actorId()).isEqualTo("operator");
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 7L);
        chains.append(ONE);
        assertThat(chains.node().sign()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 7L, 9L);
    }

    @Test
    void aChainFromAfterTheBackupIsAcceptedAsGone() throws Exception {
        chains.tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027';
                DELETE FROM ledger_checkpoint WHERE chain = '310000027';
                DELETE FROM ledger_head WHERE chain = '310000027'
                """);
        chains.node().accept(ONE, chains.store.changes());
        assertThat(chains.node().sign()).isEqualTo(new Notary.Outcome(0, List.of()));
        assertThat(head(ONE).number()).isEqualTo(1);
    }

    @Test
    void whatDoesNotHangTogetherIsNoBackupAndNotAccepted() throws Exception {
        chains.tamper(
                BACK_TO_FOUR
                        + "; UPDATE ledger_entry SET type = 'X'"
                        + " WHERE chain = '310000027' AND number = 2");
        assertThatThrownBy(() -> chains.node().accept(ONE, chains.store.changes()))
                .hasMessageContaining("no entry 2 follows entry 1")
                .hasMessageContaining("is not accepted");
        assertThat(head(ONE).number()).isEqualTo(4);
    }
}
