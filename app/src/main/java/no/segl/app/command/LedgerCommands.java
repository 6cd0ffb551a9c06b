package no.segl.app.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What one does with the ledger. */
@Command(
        name = "ledger",
        description = "Exports and verifies the ledger, and lets it go on after a restore.",
        mixinStandardHelpOptions = true)
public final class LedgerCommands {

    private LedgerCommands() {}

    /** The command, with those beneath it. */
    public static CommandLine of(InstantSource clock) {
        return new CommandLine(new LedgerCommands())
                .addSubcommand(new LedgerVerify())
                .addSubcommand(new LedgerExport(clock))
                .addSubcommand(new LedgerAccept(clock));
    }
}
