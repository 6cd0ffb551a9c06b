package no.segl.app.vault;

import java.util.Arrays;

/** A data key as it may be stored: sealed under a key-encryption key. Holds no secret. */
public final class WrappedKey {

    private final String keyId;
    private final byte[] bytes;

    /**
     * @param keyId which key-encryption key wrapped it
     * @param bytes the sealed data key, copied
     */
    public WrappedKey(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    /** Which key-encryption key wrapped it. */
    public String keyId() {
        return keyId;
    }

    /** The sealed data key: a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey that
                && keyId.equals(that.keyId)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * keyId.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "WrappedKey[" + keyId + ", " + bytes.length + " bytes]";
    }
}
