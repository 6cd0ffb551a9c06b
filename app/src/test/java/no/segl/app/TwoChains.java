package no.segl.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Notary;
import no.segl.app.office.SignedNote;
import no.segl.app.store.Bond;
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
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A ledger of two chains of six entries, with checkpoints at the second, the fourth and the sixth,
 * in a database and a vault that are a pair.
 */
public final class TwoChains implements AutoCloseable {

    public static final OrgNumber ONE = new OrgNumber("310000027");
    public static final OrgNumber OTHER = new OrgNumber("310000019");
    public static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z"));

    /** As who puts back a backup from when one chain had four entries does. */
    public static final String BACK_TO_FOUR =
            """
            DELETE FROM ledger_entry WHERE chain = '310000027' AND number > 4;
            DELETE FROM ledger_checkpoint WHERE chain = '310000027' AND number > 4;
            UPDATE ledger_head h SET number = 4, hash = e.hash FROM ledger_entry e
             WHERE h.chain = '310000027' AND e.chain = h.chain AND e.number = 4
            """;

    public final Path data;
    public final Store store;
    public final Ledger ledger;
    public final LedgerEnds ends;
    private final SigningKey key;

    /** Opens a new store in {@code folder}, with nothing in it. */
    public TwoChains(Path folder) throws Exception {
        data = folder.resolve("data");
        var settings = (Result.Sound) SettingsReader.read(Map.of("SEGL_DATA", data.toString()));
        store = Store.open(settings.settings());
        key = SigningKey.open(store.place().keys().resolve("ledger-ed25519.pem"), true);
        ledger = new Ledger(store.jdbc());
        ends = new LedgerEnds(new JdbcTemplate(store.pool()));
        UUID pair = new Bond(store.jdbc()).give(UUID.randomUUID());
        new FileVault(store.place().vault()).giveId(pair);
    }

    /** Writes them, in place of what there was. */
    public void write() throws Exception {
        tamper("TRUNCATE ledger_head, ledger_entry, ledger_checkpoint");
        forgetNote();
        for (int i = 0; i < 3; i++) {
            append(ONE);
            append(OTHER);
            if (!node().sign().equals(new Notary.Outcome(2, List.of()))) {
                throw new IllegalStateException("not both were signed");
            }
        }
    }

    /** Two more entries. */
    public void append(OrgNumber chain) {
        PersonId person = new PersonId(UUID.randomUUID());
        for (int i = 0; i < 2; i++) {
            AccessFact fact = new AccessFact.AccessEnded(chain, UUID.randomUUID());
            store.changes()
                    .access(
                            person,
                            new Changes.Act(new Actor.Segl("test"), CLOCK.instant()),
                            () -> new Decision<>(Right.NONE, List.of(fact), true));
        }
    }

    /** One node of several: what they know in common is the database and the vault. */
    public Notary node() throws IOException {
        return node(Long.MAX_VALUE);
    }

    /** One that reads so many entries in a round. */
    public Notary node(long atOnce) throws IOException {
        return node(new FileVault(store.place().vault()), atOnce);
    }

    /** One with a vault of its own. */
    public Notary node(Vault vault, long atOnce) {
        SignedNote note = new SignedNote(vault, new Bond(store.jdbc()));
        return new Notary(ledger, ends, note, key, CLOCK, atOnce);
    }

    /** Does in the database what the application may not. */
    public void tamper(String sql) throws Exception {
        Superuser.run(store, sql);
    }

    /** Takes away the vault's note. */
    public void forgetNote() throws IOException {
        Files.deleteIfExists(store.place().vault().resolve(Vault.LEDGER_NOTE));
    }

    /** At which entries a chain has checkpoints. */
    public List<Long> checkpoints(OrgNumber chain) {
        return ledger.checkpoints(chain).stream().map(Checkpoint::number).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
