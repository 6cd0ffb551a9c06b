package no.segl.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import no.segl.app.command.AccessCommands;
import no.segl.app.command.Keys;
import no.segl.app.command.LedgerCommands;
import no.segl.app.command.Letters;
import no.segl.app.command.Load;
import no.segl.app.command.ProofCommands;
import no.segl.app.command.RuleCommands;
import no.segl.app.command.Run;
import no.segl.app.command.Train;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where Segl begins: reads the command line, and is the one place that knows the time. */
@Command(
        name = "segl",
        description = "Confidential mail that is never left unopened unnoticed.",
        mixinStandardHelpOptions = true,
        versionProvider = no.segl.app.command.Version.class)
public final class Main {

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        InstantSource clock = InstantSource.system();
        CommandLine line =
                new CommandLine(new Main())
                        .addSubcommand(new Run(clock))
                        .addSubcommand(new Train(clock))
                        .addSubcommand(new Letters())
                        .addSubcommand(Load.of(clock))
                        .addSubcommand(AccessCommands.of(clock))
                        .addSubcommand(new Keys())
                        .addSubcommand(LedgerCommands.of(clock))
                        .addSubcommand(RuleCommands.of(clock))
                        .addSubcommand(ProofCommands.all());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(args));
    }
}
