package no.segl.core.ledger;

import java.time.Instant;
import java.util.HexFormat;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;

/**
 * A signed statement: at this time the chain had come this far, with this hash. It vouches for
 * every entry up to and including the one it names, because each hash covers all before it.
 *
 * @param chain whose chain it is
 * @param number the last entry's number, from 1
 * @param hash the last entry's hash
 * @param at when it was signed, exact to the microsecond
 * @param keyId which key signed it: {@link CheckpointKeys#idOf}, 16 lower-case hexadecimal digits
 * @param signature the Ed25519 signature (RFC 8032), 128 lower-case hexadecimal digits
 */
public record Checkpoint(
        OrgNumber chain, long number, Digest hash, Instant at, String keyId, String signature)
        implements Item {

    /**
     * @throws IllegalArgumentException if the number is outside 1 to {@link Entry#MAX_NUMBER}, or
     *     key id or signature are not of the form above
     */
    public Checkpoint {
        Entry.requireNumber(number);
        at = LedgerTime.exact(at);
        if (!isLowerHex(keyId, 16) || !isLowerHex(signature, 128)) {
            throw new IllegalArgumentException("not the key id or signature of a checkpoint");
        }
    }

    static boolean isLowerHex(String text, int length) {
        boolean hex = text.length() == length;
        for (int i = 0; hex && i < length; i++) {
            char c = text.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return hex;
    }

    /** The bytes that are signed. */
    public byte[] signedBytes() {
        return Encoding.ofCheckpoint(chain, number, hash, at, keyId);
    }

    /** The 64 raw bytes of the signature. */
    public byte[] rawSignature() {
        return HexFormat.of().parseHex(signature);
    }
}
