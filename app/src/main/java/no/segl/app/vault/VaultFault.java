package no.segl.app.vault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the vault can refuse or fail to do. Messages hold the object's name and nothing else of it.
 */
public abstract sealed class VaultFault extends IOException
        permits VaultMissing, VaultDamaged, VaultUnavailable, TooLarge, KeyUnusable {

    private static final long serialVersionUID = 1L;

    VaultFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
