package no.segl.app.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every vault keeps beside its objects. */
abstract class VaultMemoryContract {

    /** An empty vault. */
    abstract Vault vault();

    @Test
    void keepsItsIdAndShowsItToNoSweep() throws Exception {
        assertThat(vault().id()).isEmpty();
        UUID id = new UUID(7, 11);
        vault().giveId(id);
        vault().giveId(id); // as two nodes at their first start
        Samples.put(vault(), new Samples(2).name(), new byte[1]);
        assertThat(Samples.listed(vault())).hasSize(1);
        assertThat(vault().sweepUnfinished(Instant.MAX)).isZero();
        assertThat(vault().id()).contains(id);
    }

    @Test
    void keepsTheNewestNoteOfTheLedgerAndShowsItToNoSweep() throws Exception {
        assertThat(vault().ledgerNote()).isEmpty();
        vault().keepLedgerNote("one".getBytes(US_ASCII));
        byte[] large = "two\n".repeat(300_000).getBytes(US_ASCII);
        vault().keepLedgerNote(large);
        Samples.put(vault(), new Samples(2).name(), new byte[1]);
        assertThat(Samples.listed(vault())).hasSize(1);
        assertThat(vault().sweepUnfinished(Instant.MAX)).isZero();
        assertThat(vault().ledgerNote()).contains(large);
    }
}
