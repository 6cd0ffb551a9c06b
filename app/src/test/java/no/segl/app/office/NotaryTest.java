package no.segl.app.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.segl.app.Superuser;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Notary.Disagreement;
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
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.RestoreAccepted;
import no.segl.core.ledger.Right;
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

    private static final OrgNumber ONE = new OrgNumber("310000027");
    private static final OrgNumber OTHER = new OrgNumber("310000019");
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    /** As who puts back a backup from when the chain had four entries does. */
    private static final String BACK_TO_FOUR =
            """
            DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 4;
            DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 4;
            UPDATE ledger_head h SET number = 4, hash = e.hash FROM ledger_entry e
             WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 4
            """;

    @TempDir private static Path folder = Path.of("");

    private Store store;
    private SigningKey key;
    private Ledger ledger;
    private LedgerEnds ends;

    @BeforeAll
    void start() throws Exception {
        var settings =
                (Result.Sound)
                        SettingsReader.read(Map.of("SEGL_DATA", folder.resolve("data").toString()));
        store = Store.open(settings.settings());
        key = SigningKey.open(store.place().keys().resolve("ledger-ed25519.pem"), true);
        ledger = new Ledger(store.jdbc());
        ends = new LedgerEnds(store.jdbc());
    }

    @AfterAll
    void stop() {
        store.close();
    }

    /** Two chains of six entries, with checkpoints at the second, the fourth and the sixth. */
    @BeforeEach
    void write() throws Exception {
        tamper("TRUNCATE ledger_head, ledger_entry, ledger_checkpoint");
        forgetNote();
        for (int i = 0; i < 3; i++) {
            append(ONE);
            append(OTHER);
            assertThat(node().sign()).isEqualTo(new Notary.Outcome(2, List.of()));
        }
    }

    private void append(OrgNumber chain) {
        for (int i = 0; i < 2; i++) {
            AccessFact fact = new AccessFact.AccessEnded(chain, UUID.randomUUID());
            store.changes()
                    .access(
                            new PersonId(UUID.randomUUID()),
                            new Changes.Act(new Actor.Segl("test"), AT),
                            () -> new Decision<>(Right.NONE, List.of(fact), true));
        }
    }

    /** One node of several: what they know in common is the database and the vault. */
    private Notary node() throws IOException {
        return node(Long.MAX_VALUE);
    }

    private Notary node(long atOnce) throws IOException {
        Vault vault = new FileVault(store.place().vault());
        return new Notary(ledger, ends, vault, key, InstantSource.fixed(AT), atOnce);
    }

    private void tamper(String sql) throws Exception {
        Superuser.run(store, sql);
    }

    private void forgetNote() throws IOException {
        Files.deleteIfExists(store.place().vault().resolve(Vault.LEDGER_NOTE));
    }

    private List<Long> checkpoints(OrgNumber chain) {
        return ledger.checkpoints(chain).stream().map(Checkpoint::number).toList();
    }

    private ChainHead head(OrgNumber chain) {
        return ends.end(chain).orElseThrow().head();
    }

    /** Nothing more of one chain is signed, the other is, and it is said what is amiss. */
    private void refuses(String what) throws Exception {
        List<Long> before = checkpoints(ONE);
        append(OTHER);
        Notary.Outcome outcome = node().sign();
        assertThat(outcome.refused())
                .extracting(Disagreement::what)
                .containsExactly("Chain 310000027 " + what + ".");
        assertThat(checkpoints(ONE)).isEqualTo(before);
        assertThat(checkpoints(OTHER)).containsExactly(2L, 4L, 6L, 8L);
        assertThatThrownBy(() -> node().witness(ONE).sign(head(ONE)))
                .isInstanceOf(ChainNotSigned.class)
                .hasMessageStartingWith("Chain 310000027 " + what + ". ");
    }

    @Test
    void aPastThatWasWrittenAnewIsNotSigned() throws Exception {
        tamper(BACK_TO_FOUR);
        append(ONE);
        append(ONE);
        refuses("has lost its checkpoint: it was signed as far as entry 6");
    }

    @Test
    void aPastThatWasWrittenAnewBesideItsCheckpointIsNotSigned() throws Exception {
        tamper(BACK_TO_FOUR.replace("DELETE FROM ledger_checkpoint", "SELECT FROM ledger_head"));
        append(ONE);
        append(ONE);
        refuses("has another entry 6 than was signed, or none");
    }

    @Test
    void anEndThatWasCutOffIsNotSigned() throws Exception {
        tamper(BACK_TO_FOUR);
        refuses("was signed as far as entry 6, and ends at entry 4 now");
    }

    @Test
    void aCheckpointOfSomebodyElseIsNotBelieved() throws Exception {
        tamper(BACK_TO_FOUR);
        append(ONE);
        append(ONE);
        tamper(
                """
                INSERT INTO ledger_checkpoint SELECT c.chain, 8, h.hash, c.at, c.key_id, c.signature
                  FROM ledger_checkpoint c JOIN ledger_head h ON h.chain = c.chain
                 WHERE c.chain = '310000027' AND c.number = 4
                """);
        refuses("has a checkpoint, at entry 8, that Segl did not sign");
    }

    @Test
    void anEntryThatWasEditedSinceTheCheckpointIsNotSigned() throws Exception {
        append(ONE);
        tamper("UPDATE ledger_entry SET type = 'X' WHERE chain = '310000027' AND number = 7");
        refuses("was changed: no entry 7 follows entry 6");
    }

    @Test
    void anEntryThatIsNoneStopsNoOtherChain() throws Exception {
        append(ONE);
        tamper(
                "UPDATE ledger_entry SET fact = '{\"a\": {}}' WHERE chain = '310000027' AND number = 7");
        refuses("has an entry that is none");
    }

    @Test
    void anEntryThatIsGoneSinceTheCheckpointIsNotSigned() throws Exception {
        append(ONE);
        tamper("DELETE FROM ledger_entry WHERE chain = '310000027' AND number = 7");
        refuses("was changed: no entry 7 follows entry 6");
    }

    @Test
    void aHeadThatIsNotTheLastEntryIsNotSigned() throws Exception {
        append(ONE);
        tamper("UPDATE ledger_head SET hash = sha256('x') WHERE chain = '310000027'");
        refuses("ends with another hash than its last entry has");
    }

    @Test
    void aChainThatIsGoneIsSaid() throws Exception {
        tamper("DELETE FROM ledger_head WHERE chain = '310000027'");
        assertThat(node().sign().refused())
                .extracting(Disagreement::what)
                .containsExactly("Chain 310000027 was signed as far as entry 6, and is gone.");
    }

    @Test
    void whereNothingIsNotedTheLastCheckpointIsBelievedIfItIsSigned() throws Exception {
        forgetNote();
        append(ONE);
        assertThat(node().sign()).isEqualTo(new Notary.Outcome(1, List.of()));

        forgetNote();
        tamper(
                """
                UPDATE ledger_checkpoint SET signature = repeat('0', 128)
                 WHERE chain = '310000027' AND number = 8
                """);
        refuses("has a checkpoint, at entry 8, that Segl did not sign");
    }

    @Test
    void aNoteThatIsDamagedIsNotTakenForNone() throws Exception {
        Path note = store.place().vault().resolve(Vault.LEDGER_NOTE);
        Files.writeString(note, Files.readString(note).substring(0, 60));
        append(ONE);
        assertThatThrownBy(() -> node().sign())
                .hasMessageContaining("segl-ledger-signed, cannot be used");
        assertThat(checkpoints(ONE)).containsExactly(2L, 4L, 6L);
    }

    @Test
    void veryMuchIsSignedInSeveralRounds() throws Exception {
        append(ONE);
        append(ONE);
        assertThat(node(3).sign()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(checkpoints(ONE)).containsExactly(2L, 4L, 6L, 9L);
        assertThat(node(3).sign()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(node(3).sign()).isEqualTo(new Notary.Outcome(0, List.of()));
        assertThat(checkpoints(ONE)).containsExactly(2L, 4L, 6L, 9L, 10L);
    }

    @Test
    void aBackupThatWasPutBackIsAcceptedAndStandsInTheChain() throws Exception {
        ChainHead signed = head(ONE);
        tamper(BACK_TO_FOUR);
        append(ONE);
        ChainHead found = head(ONE);

        node().accept(ONE, store.changes());

        Entry entry = ledger.entries(ONE, 6).toList().getLast();
        assertThat(entry.type()).isEqualTo("RestoreAccepted");
        assertThat(entry.values()).isEqualTo(new RestoreAccepted(signed, found).values());
        assertThat(entry.actorId()).isEqualTo("operator");
        assertThat(checkpoints(ONE)).containsExactly(2L, 4L, 7L);
        append(ONE);
        assertThat(node().sign()).isEqualTo(new Notary.Outcome(1, List.of()));
        assertThat(checkpoints(ONE)).containsExactly(2L, 4L, 7L, 9L);
    }

    @Test
    void aChainFromAfterTheBackupIsAcceptedAsGone() throws Exception {
        tamper(
                """
                DELETE FROM ledger_entry WHERE chain = '310000027';
                DELETE FROM ledger_checkpoint WHERE chain = '310000027';
                DELETE FROM ledger_head WHERE chain = '310000027'
                """);
        node().accept(ONE, store.changes());
        assertThat(node().sign()).isEqualTo(new Notary.Outcome(0, List.of()));
        assertThat(head(ONE).number()).isEqualTo(1);
    }

    @Test
    void whatDoesNotHangTogetherIsNoBackupAndNotAccepted() throws Exception {
        tamper(
                BACK_TO_FOUR
                        + "; UPDATE ledger_entry SET type = 'X'"
                        + " WHERE chain = '310000027' AND number = 2");
        assertThatThrownBy(() -> node().accept(ONE, store.changes()))
                .hasMessageContaining("no entry 2 follows entry 1")
                .hasMessageContaining("is not accepted");
        assertThat(head(ONE).number()).isEqualTo(4);
    }
}
