package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import no.segl.app.store.RuleTable;
import no.segl.core.deadline.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enters a new version of the rule table. */
@Command(
        name = "enter",
        description = {
            "Enters a new version, for letters that are accepted from now on.",
            "Letters that have been sent keep theirs. A version is never changed: to undo it, enter",
            "the earlier one anew."
        },
        mixinStandardHelpOptions = true)
public final class RulesEnter implements Callable<Integer> {

    /** One line, without what looks like an address or a national identity number. */
    private static final String BY = "(?!.*\\d{6} ?\\d{5})(?!.*@)[^\\p{Cntrl}]{3,100}";

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "the new version; see rules show")
    private @Nullable Path file;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "TEXT",
            description = {
                "who answers for it: a role, or the decision it rests on; never a person's name, as",
                "it is kept with the version for good"
            })
    private @Nullable String by;

    public RulesEnter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        return OpenStore.run(
                environment.settings(),
                line,
                store -> {
                    String answers = requireNonNull(by).strip();
                    if (!answers.matches(BY)) {
                        throw new IOException(
                                "--by must be a role or a decision, such as 'archive manager, case"
                                        + " 26/412': 3 to 100 characters, no address and no number"
                                        + " of eleven digits");
                    }
                    RuleTable table = new RuleTable(store.jdbc());
                    Rules next =
                            RulesFile.read(
                                    requireNonNull(file),
                                    table.newest().version() + 1,
                                    store.jdbc());
                    try {
                        store.changes().rules(next, answers, clock.instant());
                    } catch (DuplicateKeyException e) {
                        throw new IOException(
                                "Somebody else has just entered version "
                                        + next.version()
                                        + "; preview yours again beside that",
                                e);
                    }
                    line.getOut()
                            .println(
                                    "Version %d holds for letters accepted from %s."
                                            .formatted(next.version(), clock.instant()));
                    return 0;
                });
    }
}
