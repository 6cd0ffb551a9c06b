package no.segl.app.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The keyset file cannot be used as it is. The message says what to do, and holds no key. */
public final class KeysetRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private KeysetRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static KeysetRefused missing(Path file) {
        return new KeysetRefused(
                "There is no keyset at "
                        + file
                        + ", but the database knows of one. Put it back from its backup, or copy it"
                        + " from another node of this database. No new one is made: it could not"
                        + " open the letters.",
                null);
    }

    static KeysetRefused dangling(Path file) {
        return new KeysetRefused(
                "The keyset at " + file + " is a link to nothing. Mend the link.", null);
    }

    static KeysetRefused exposed(Path file, String permissions) {
        return new KeysetRefused(
                "The keyset at "
                        + file
                        + " is open to others ("
                        + permissions
                        + "). Find out who could have read it, run: chmod 600 '"
                        + file
                        + "', and rotate the keys if anybody could.",
                null);
    }

    static KeysetRefused damaged(Path file, @Nullable Throwable cause) {
        return new KeysetRefused(
                "The keyset at "
                        + file
                        + " is damaged or was changed by hand. Put it back from its backup. Keep"
                        + " the damaged file: some of its keys may be sound.",
                cause);
    }

    static KeysetRefused unreadable(Path file, Throwable cause) {
        return new KeysetRefused(
                "The keyset at " + file + " cannot be read: " + cause.getClass().getSimpleName(),
                cause);
    }
}
