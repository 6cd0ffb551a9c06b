package no.segl.app.vault;

import org.jspecify.annotations.Nullable;

/** The disk or the S3 server failed or refused; the cause says how. Trying again may help. */
public final class VaultUnavailable extends VaultFault {

    private static final long serialVersionUID = 1L;

    VaultUnavailable(ObjectName name, @Nullable Throwable cause) {
        super("the vault failed at: " + name.path(), cause);
    }

    VaultUnavailable(String doing, @Nullable Throwable cause) {
        super("the vault failed at: " + doing, cause);
    }
}
