package no.segl.core.ledger;

import java.time.Instant;
import java.util.HexFormat;

/**
 * The signature on the closing line of an exported ledger: at this time the ledger had these chains
 * and no others, each with this end. Without it nobody misses a chain that was left out with all
 * its checkpoints.
 *
 * @param at when it was signed, exact to the microsecond
 * @param keyId which key signed it: {@link CheckpointKeys#idOf}
 * @param signature the Ed25519 signature (RFC 8032), 128 lower-case hexadecimal digits
 */
public record Closing(Instant at, String keyId, String signature) {

    /**
     * @throws IllegalArgumentException if key id or signature are not of the form above
     */
    public Closing {
        at = LedgerTime.exact(at);
        if (!Checkpoint.isLowerHex(keyId, 16) || !Checkpoint.isLowerHex(signature, 128)) {
            throw new IllegalArgumentException("not the key id or signature of a closing line");
        }
    }

    /** The 64 raw bytes of the signature. */
    public byte[] rawSignature() {
        return HexFormat.of().parseHex(signature);
    }
}
