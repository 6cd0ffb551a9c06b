package no.segl.app.vault;

import org.jspecify.annotations.Nullable;

/** A wrapped data key cannot be unwrapped: its content is out of reach until that is mended. */
public final class KeyUnusable extends VaultFault {

    private static final long serialVersionUID = 1L;

    KeyUnusable(Folder folder, String why, @Nullable Throwable cause) {
        super("the data key of " + folder.path() + " cannot be unwrapped: " + why, cause);
    }
}
