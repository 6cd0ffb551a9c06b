package no.segl.app.wiring;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.segl.app.connect.printer.SftpSettings;
import no.segl.app.wiring.Settings.Printing;
import no.segl.core.print.Printability;

/** Reads how letters go to the printing house. */
final class PrinterReader {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final List<String> OF_PRINTER =
            List.of(
                    "PRINTER_PORT",
                    "PRINTER_USER",
                    "PRINTER_HOST_KEY",
                    "PRINTER_KEY_FILE",
                    "PRINTER_FOLDER",
                    "PRINTER_SHEETS",
                    "PRINTER_DUPLEX");

    private final Variables variables;

    private PrinterReader(Variables variables) {
        this.variables = variables;
    }

    static Optional<Printing> read(Variables variables) {
        return new PrinterReader(variables).printer();
    }

    private Optional<Printing> printer() {
        Optional<String> host = variables.text("PRINTER_HOST");
        variables.onlyWith("PRINTER_HOST", host.isPresent(), OF_PRINTER);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        int port = variables.number("PRINTER_PORT", 22, 1, 65535);
        String user = variables.required("PRINTER_USER");
        String hostKey = variables.required("PRINTER_HOST_KEY");
        if (!hostKey.isEmpty()
                && !hostKey.matches("(ecdsa-sha2-nistp256|ssh-rsa) [A-Za-z0-9+/=]+")) {
            variables.fault(
                    "SEGL_PRINTER_HOST_KEY must be ecdsa-sha2-nistp256 or ssh-rsa and the key, as"
                            + " in a known_hosts file without the name");
        }
        Path key = key();
        String folder = variables.text("PRINTER_FOLDER").orElse("/");
        Printability.Limits limits =
                new Printability.Limits(
                        variables.number(
                                "PRINTER_SHEETS", Printability.Limits.MOST_SHEETS, 2, 1000),
                        duplex());
        return Optional.of(
                new Printing(
                        new SftpSettings(host.get(), port, user, hostKey, key, folder, TIMEOUT),
                        limits));
    }

    private Path key() {
        String text = variables.required("PRINTER_KEY_FILE");
        try {
            Path path = Path.of(text);
            if (!text.isEmpty() && !Files.isReadable(path)) {
                variables.fault(
                        "SEGL_PRINTER_KEY_FILE names a file that cannot be read; put Segl's own"
                                + " key for the printer there");
            }
            return path;
        } catch (InvalidPathException e) {
            variables.fault("SEGL_PRINTER_KEY_FILE is not the name of a file");
            return Path.of("");
        }
    }

    private boolean duplex() {
        String text = variables.text("PRINTER_DUPLEX").orElse("yes");
        if (!text.equals("yes") && !text.equals("no")) {
            variables.fault("SEGL_PRINTER_DUPLEX must be yes or no");
        }
        return !text.equals("no");
    }
}
