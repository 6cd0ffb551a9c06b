package no.segl.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What one does with the proof of a letter. */
@Command(
        name = "proof",
        description = "Verifies the proof of a letter.",
        mixinStandardHelpOptions = true)
public final class ProofCommands {

    private ProofCommands() {}

    /** The command, with the one beneath it. */
    public static CommandLine all() {
        return new CommandLine(new ProofCommands()).addSubcommand(new ProofVerify());
    }
}
