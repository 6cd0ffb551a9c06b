package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import no.segl.app.store.RuleTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the newest version of the rule table, in the form in which a new one is written. */
@Command(
        name = "show",
        description = "Writes the newest version as JSON: change that, and preview it.",
        mixinStandardHelpOptions = true)
public final class RulesShow implements Callable<Integer> {

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        return OpenStore.run(
                environment.settings(),
                line,
                store -> {
                    line.getOut().println(RulesFile.write(new RuleTable(store.jdbc()).newest()));
                    return 0;
                });
    }
}
