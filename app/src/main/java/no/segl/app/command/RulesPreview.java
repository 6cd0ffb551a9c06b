package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import no.segl.app.store.RuleTable;
import no.segl.core.deadline.Preview;
import no.segl.core.deadline.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a new version of the rule table would do, and does nothing. */
@Command(
        name = "preview",
        description = {
            "Tells which rules a new version would change, and which of the letters that were sent",
            "lately would have followed other steps. Changes nothing."
        },
        mixinStandardHelpOptions = true)
public final class RulesPreview implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "the new version; see rules show")
    private @Nullable Path file;

    @Option(names = "--days", paramLabel = "N", description = "of how many days; else of 90")
    private int days = 90;

    public RulesPreview(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        return OpenStore.run(
                environment.settings(),
                line,
                store -> {
                    RuleTable table = new RuleTable(store.jdbc());
                    Rules now = table.newest();
                    Rules then =
                            RulesFile.read(requireNonNull(file), now.version() + 1, store.jdbc());
                    tell(
                            Preview.of(
                                    now,
                                    then,
                                    table.sent(clock.instant().minus(Duration.ofDays(days)))),
                            now.version(),
                            line.getOut());
                    return 0;
                });
    }

    private void tell(Preview preview, int version, PrintWriter out) {
        if (preview.isEmpty()) {
            out.println("Nothing would change beside version " + version + ".");
            return;
        }
        preview.rows()
                .forEach((rule, change) ->
                        out.println(
                                rule + ": " + words(change.now()) + " -> " + words(change.then())));
        preview.limits()
                .forEach((limit, other) ->
                        out.println(
                                "%s: %d (%s) -> %d (%s)"
                                        .formatted(
                                                limit,
                                                other.now().number(),
                                                other.now().paragraph(),
                                                other.then().number(),
                                                other.then().paragraph())));
        out.println(
                "%d of %d letters of the last %d days would have followed other steps."
                        .formatted(preview.changed(), preview.letters(), days));
        for (Preview.Course course : preview.courses()) {
            out.println();
            out.println(
                    "%d letters, such as %s from %s to %s"
                            .formatted(
                                    course.letters(),
                                    course.such().category().code(),
                                    course.such().sender(),
                                    course.such().recipient()));
            out.println("  now:  " + RulesFile.words(course.now()));
            out.println("  then: " + RulesFile.words(course.then()));
        }
        for (Preview.Kept kept : preview.kept()) {
            out.println();
            out.println(
                    "%d letters, such as %s from %s to %s, would be kept for another time"
                            .formatted(
                                    kept.letters(),
                                    kept.such().category().code(),
                                    kept.such().sender(),
                                    kept.such().recipient()));
            out.println(
                    "  " + kept.rule() + ": " + words(kept.now()) + " -> " + words(kept.then()));
        }
        out.println();
        out.println("Letters that have been sent keep their version. Enter it: rules enter FILE");
    }

    private static String words(Rules.Row row) {
        return "%s, %s (%s)".formatted(row.period(), row.owner(), row.paragraph());
    }
}
