package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import no.segl.app.store.Persons;
import no.segl.app.wiring.Store;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends access where nobody on the pages can: the operator answers for it, in the ledger too. */
@Command(
        name = "access",
        description = "Ends access where nobody on the pages can.",
        mixinStandardHelpOptions = true)
public final class AccessCommands {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    private AccessCommands(InstantSource clock) {
        this.clock = clock;
    }

    /** The commands, by the time of {@code clock}. */
    public static CommandLine of(InstantSource clock) {
        return new CommandLine(new AccessCommands(clock));
    }

    /** Ends what one person holds, and every session of theirs. */
    @Command(
            name = "end",
            description = {
                "Ends what one person holds, and every session of theirs.",
                "That of a last administrator, too: load another first, or nobody controls access."
            },
            mixinStandardHelpOptions = true)
    int end(
            @Parameters(paramLabel = "PERSON", description = "their id, as in the ledger")
                    String person,
            @Option(
                            names = "--unit",
                            paramLabel = "N",
                            description = "only what they hold at this organisation number")
                    @Nullable String unit) {
        CommandLine line = requireNonNull(command).commandLine();
        return OpenStore.run(
                environment.settings(), line, store -> end(store, person, unit, line.getOut()));
    }

    private int end(Store store, String person, @Nullable String unit, PrintWriter out)
            throws IOException {
        PersonId id =
                PersonId.parse(person)
                        .orElseThrow(() -> new IOException(person + " is not a person's id"));
        Optional<OrgNumber> at = Optional.empty();
        if (unit != null) {
            at =
                    Optional.of(
                            OrgNumber.parse(unit)
                                    .orElseThrow(() ->
                                            new IOException(
                                                    unit + " is not an organisation number")));
        }
        int ended = OpenStore.registrar(store, clock).end(id, at);
        int sessions = new Persons(store.jdbc()).endSessions(id);
        out.printf("Ended %d grants and %d sessions.%n", ended, sessions);
        return 0;
    }
}
