package no.segl.app.vault;

import java.io.IOException;

/**
 * Wraps data keys under a key-encryption key that never leaves its keeper: a file today, a key
 * management system tomorrow. A wrapped key is bound to its letter or upload and unwraps for no
 * other.
 */
public interface KeyWrapper {

    /**
     * Wraps {@code key} under the current key-encryption key.
     *
     * @throws IOException if the keeper does not answer
     */
    WrappedKey wrap(DataKey key, Folder folder) throws IOException;

    /**
     * Unwraps a data key. The caller wipes it.
     *
     * @throws KeyUnusable if its key-encryption key is gone, it was made for another folder, or it
     *     is damaged
     * @throws IOException if the keeper does not answer
     */
    DataKey unwrap(WrappedKey wrapped, Folder folder) throws IOException;

    /**
     * The key-encryption key that {@link #wrap} uses now. A data key wrapped by another is due for
     * {@link #rewrap}.
     *
     * @throws IOException if the keeper does not answer
     */
    String currentKeyId() throws IOException;

    /**
     * The same data key under the current key-encryption key; the very same object if it is that
     * already. No content is touched.
     *
     * @throws KeyUnusable as {@link #unwrap} does
     * @throws IOException if the keeper does not answer
     */
    default WrappedKey rewrap(WrappedKey wrapped, Folder folder) throws IOException {
        if (wrapped.keyId().equals(currentKeyId())) {
            return wrapped;
        }
        try (DataKey key = unwrap(wrapped, folder)) {
            return wrap(key, folder);
        }
    }
}
