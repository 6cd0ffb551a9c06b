package no.segl.app.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What one does with the ledger. */
@Command(
        name = "ledger",
        description = "Exports and verifies the ledger.",
        mixinStandardHelpOptions = true)
public final class LedgerCommands {

    private LedgerCommands() {}

    /** The command, with those beneath it. */
    public static CommandLine of(InstantSource clock) {
        return new CommandLine(new LedgerCommands())
                .addSubcommand(new LedgerVerify())
                .addSubcommand(new LedgerExport(clock));
    }
}
