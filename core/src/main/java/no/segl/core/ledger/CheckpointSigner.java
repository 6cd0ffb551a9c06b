package no.segl.core.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import no.segl.core.id.Digest;

/**
 * Signs checkpoints, exports and proofs of letters with one Ed25519 key. Safe to share between
 * threads.
 */
public final class CheckpointSigner {

    private final PrivateKey privateKey;
    private final String keyId;

    /**
     * @throws IllegalArgumentException if the pair is not Ed25519
     */
    public CheckpointSigner(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.keyId = CheckpointKeys.idOf(pair.getPublic());
    }

    /** {@link CheckpointKeys#idOf} of its public key. */
    public String keyId() {
        return keyId;
    }

    /**
     * Signs how far a chain has come.
     *
     * @throws IllegalArgumentException if the chain is empty
     */
    public Checkpoint sign(ChainHead head, Instant at) {
        Instant exact = LedgerTime.exact(at);
        byte[] bytes =
                Encoding.ofCheckpoint(head.chain(), head.number(), head.hash(), exact, keyId);
        return new Checkpoint(
                head.chain(), head.number(), head.hash(), exact, keyId, signatureOf(bytes));
    }

    /** Signs the manifest of a proof. */
    public ProofSeal seal(Digest manifest) {
        return new ProofSeal(manifest, keyId, signatureOf(Encoding.ofProof(manifest, keyId)));
    }

    /** Signs that an exported ledger holds this, and nothing more. */
    public Closing close(Extent extent, Instant at) {
        Instant exact = LedgerTime.exact(at);
        return new Closing(exact, keyId, signatureOf(Encoding.ofEnd(extent, exact, keyId)));
    }

    private String signatureOf(byte[] bytes) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(bytes);
            return HexFormat.of().formatHex(ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the checkpoint key cannot sign", e);
        }
    }
}
