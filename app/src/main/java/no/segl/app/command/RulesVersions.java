package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import no.segl.app.store.RuleTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the versions of the rule table. */
@Command(
        name = "versions",
        description = "Lists the versions, with when each was entered and who answers for it.",
        mixinStandardHelpOptions = true)
public final class RulesVersions implements Callable<Integer> {

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        return OpenStore.run(
                environment.settings(),
                line,
                store -> {
                    for (RuleTable.Entered one : new RuleTable(store.jdbc()).versions()) {
                        line.getOut()
                                .println(
                                        one.at()
                                                .map(at ->
                                                        "%d  %s  %s"
                                                                .formatted(
                                                                        one.version(),
                                                                        at,
                                                                        one.by().orElse("")))
                                                .orElse(
                                                        one.version()
                                                                + "  came with Segl, or was"
                                                                + " entered before this was kept"));
                    }
                    return 0;
                });
    }
}
