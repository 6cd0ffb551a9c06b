package no.segl.app.vault;

import org.jspecify.annotations.Nullable;

/**
 * The object is not what was sealed under that name with that key: altered, cut short, extended,
 * moved from elsewhere, or opened with the wrong key. Trying again does not help; a backup may.
 */
public final class VaultDamaged extends VaultFault {

    private static final long serialVersionUID = 1L;

    VaultDamaged(ObjectName name, @Nullable Throwable cause) {
        super("damaged in the vault: " + name.path(), cause);
    }

    private VaultDamaged(String what) {
        super(what, null);
    }

    /** What lies in {@code folder} is {@code found} bytes long, and should be {@code expected}. */
    public static VaultDamaged length(Folder folder, long found, long expected) {
        return new VaultDamaged(
                "damaged in the vault: %s is %d bytes and not %d"
                        .formatted(folder.path(), found, expected));
    }
}
