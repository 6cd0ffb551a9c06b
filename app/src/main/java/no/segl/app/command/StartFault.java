package no.segl.app.command;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.wiring.DataFolder;
import no.segl.app.wiring.Settings;
import org.jspecify.annotations.Nullable;

/** What to say of a fault that keeps Segl from starting: what happened, and what to do about it. */
public final class StartFault {

    private StartFault() {}

    /**
     * What to say of {@code fault}.
     *
     * @return empty if nobody but Segl's makers can do anything about it: then its trace says most
     */
    static Optional<String> of(Exception fault, Settings settings) {
        if (fault instanceof DataFolder.Taken) {
            return Optional.ofNullable(fault.getMessage());
        }
        if (fault instanceof IOException e && !(fault instanceof SocketException)) {
            return Optional.of(of(e));
        }
        for (@Nullable Throwable t = fault; t != null; t = t.getCause()) {
            Optional<String> said =
                    switch (t) {
                        case SQLException e ->
                                settings.database()
                                        .flatMap(at -> Database.refusal(e).map(r -> of(r, at)));
                        case SocketException e -> Optional.of(of(e, settings.port()));
                        case FileSystemException e -> Optional.of(of(e));
                        default -> Optional.empty();
                    };
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** What to say of a file that cannot be used, or of what says for itself what to do. */
    public static String of(IOException fault) {
        String user = System.getProperty("user.name");
        return switch (fault) {
            case AccessDeniedException e ->
                    "%s may not read and write %s. Give it to %s, or choose another folder: --data DIR."
                            .formatted(user, e.getFile(), user);
            case NoSuchFileException e -> e.getFile() + " is not there.";
            case FileSystemException e ->
                    "%s cannot be used (%s). Mend that, or choose another folder: --data DIR."
                            .formatted(
                                    e.getFile(),
                                    Objects.requireNonNullElse(
                                            e.getReason(), e.getClass().getSimpleName()));
            default -> Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getName());
        };
    }

    private static String of(Database.Refusal refusal, DatabaseAddress at) {
        // What follows a ? may hold a password.
        String url = at.url().replaceFirst("\\?.*", "");
        return switch (refusal) {
            case NO_ANSWER ->
                    "The database at %s does not answer. Start it, or correct SEGL_DATABASE_URL."
                            .formatted(url);
            case NOT_LET_IN ->
                    "The database at %s does not let Segl in. Look at SEGL_DATABASE_OWNER,"
                                    .formatted(url)
                            + " SEGL_DATABASE_USER, their passwords, and its pg_hba.conf.";
            case NO_DATABASE ->
                    "There is no database at %s. Make it, as docs/operate shows, or correct"
                                    .formatted(url)
                            + " SEGL_DATABASE_URL.";
        };
    }

    private static String of(SocketException fault, int port) {
        String said = Objects.requireNonNullElse(fault.getMessage(), "");
        if (said.contains("Permission denied")) {
            return "An ordinary user may not listen on port "
                    + port
                    + ".\nChoose one above 1023 (--port N), and let the proxy listen on this one.";
        }
        if (said.contains("assign requested address")) {
            return "This machine has no such address. Correct SEGL_ADDRESS, or leave it out.";
        }
        return fault instanceof BindException
                ? "Port "
                        + port
                        + " is in use by another program.\n"
                        + "Stop that one, or choose another port: --port N."
                : "The network cannot be used: " + said;
    }
}
