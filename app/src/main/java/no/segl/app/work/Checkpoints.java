package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import no.segl.app.store.Ledger;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.CheckpointSigner;

/** Signs how far each chain of the ledger has come. */
public final class Checkpoints {

    private final Ledger ledger;
    private final CheckpointSigner signer;
    private final InstantSource clock;

    public Checkpoints(Ledger ledger, CheckpointSigner signer, InstantSource clock) {
        this.ledger = ledger;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Signs every chain that has grown since it was last signed.
     *
     * @return how many
     */
    public int run() {
        Instant now = clock.instant();
        int signed = 0;
        for (ChainHead head : ledger.unsigned()) {
            ledger.add(signer.sign(head, now));
            signed++;
        }
        return signed;
    }
}
