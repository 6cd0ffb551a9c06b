package no.segl.app.vault;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The key that seals one letter or one upload: 32 secret bytes. Never stored bare; see {@link
 * KeyWrapper}. Close it as soon as it is used. Wiping is a best effort: the cipher makes copies
 * that live until they are collected.
 */
public final class DataKey implements AutoCloseable {

    /** The length of a data key, in bytes. */
    public static final int SIZE = 32;

    private final byte[] bytes;
    private boolean wiped;

    private DataKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new key from {@code random}. */
    public static DataKey fresh(SecureRandom random) {
        byte[] bytes = new byte[SIZE];
        random.nextBytes(bytes);
        return new DataKey(bytes);
    }

    /**
     * The key with these bytes, which are copied.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static DataKey of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a data key has " + SIZE + " bytes");
        }
        return new DataKey(bytes.clone());
    }

    /**
     * A copy of the secret bytes, for a {@link KeyWrapper} or a cipher. Wipe it after use.
     *
     * @throws IllegalStateException if the key is wiped
     */
    public synchronized byte[] bytes() {
        if (wiped) {
            throw new IllegalStateException("the data key is wiped");
        }
        return bytes.clone();
    }

    /** Overwrites the secret bytes. The key cannot be used after. */
    public synchronized void wipe() {
        Arrays.fill(bytes, (byte) 0);
        wiped = true;
    }

    /** The same as {@link #wipe}. */
    @Override
    public void close() {
        wipe();
    }

    @Override
    public String toString() {
        return "DataKey[redacted]";
    }
}
