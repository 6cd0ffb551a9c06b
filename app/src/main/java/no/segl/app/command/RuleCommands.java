package no.segl.app.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What one does with the rule table. */
@Command(
        name = "rules",
        description = "Shows the rule table, tells what a change would do, and enters it.",
        mixinStandardHelpOptions = true)
public final class RuleCommands {

    private RuleCommands() {}

    /** The command, with those beneath it. */
    public static CommandLine of(InstantSource clock) {
        return new CommandLine(new RuleCommands())
                .addSubcommand(new RulesShow())
                .addSubcommand(new RulesVersions())
                .addSubcommand(new RulesPreview(clock))
                .addSubcommand(new RulesEnter(clock));
    }
}
