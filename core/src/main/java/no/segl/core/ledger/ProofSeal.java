package no.segl.core.ledger;

import java.util.HexFormat;
import no.segl.core.id.Digest;

/**
 * The signature on a proof of one letter: whoever holds the key that signs the ledger vouches for
 * every file that the manifest lists.
 *
 * @param manifest SHA-256 of the manifest
 * @param keyId which key signed it: {@link CheckpointKeys#idOf}
 * @param signature the Ed25519 signature (RFC 8032), 128 lower-case hexadecimal digits
 */
public record ProofSeal(Digest manifest, String keyId, String signature) {

    /**
     * @throws IllegalArgumentException if key id or signature are not of the form above
     */
    public ProofSeal {
        if (!Checkpoint.isLowerHex(keyId, 16) || !Checkpoint.isLowerHex(signature, 128)) {
            throw new IllegalArgumentException("not the key id or signature of a proof");
        }
    }

    /** The bytes that are signed. */
    public byte[] signedBytes() {
        return Encoding.ofProof(manifest, keyId);
    }

    /** The 64 raw bytes of the signature. */
    public byte[] rawSignature() {
        return HexFormat.of().parseHex(signature);
    }
}
