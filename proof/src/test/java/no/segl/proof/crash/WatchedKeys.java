package no.segl.proof.crash;

import java.io.IOException;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.WrappedKey;

/** A key wrapper in which one can be stopped. */
record WatchedKeys(KeyWrapper wrapper) implements KeyWrapper {

    @Override
    public WrappedKey wrap(DataKey key, Folder folder) throws IOException {
        WrappedKey wrapped = wrapper.wrap(key, folder);
        Stop.reached(Point.KEY_WRAPPED);
        return wrapped;
    }

    @Override
    public DataKey unwrap(WrappedKey wrapped, Folder folder) throws IOException {
        return wrapper.unwrap(wrapped, folder);
    }

    @Override
    public String currentKeyId() throws IOException {
        return wrapper.currentKeyId();
    }
}
