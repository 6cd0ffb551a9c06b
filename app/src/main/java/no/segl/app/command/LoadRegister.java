package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.segl.app.wiring.RegisterLine;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import no.segl.app.work.RegisterLoad;
import no.segl.app.work.RegisterLoad.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Enters organisations from Enhetsregisteret's bulk files. */
@Command(
        name = "register",
        description = {
            "Enters the public sector's units, and all beneath those that Segl knows, from the bulk"
                    + " files of Enhetsregisteret (SEGL_REGISTER_URL).",
            "Run it again if it was cut short; only what differs is written."
        },
        mixinStandardHelpOptions = true)
final class LoadRegister implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    LoadRegister(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        CommandLine line = requireNonNull(command).commandLine();
        Settings settings = environment.settings();
        Optional<Settings.Registry> registry = settings.register();
        if (registry.isEmpty()) {
            line.getErr().println("SEGL_REGISTER_URL is not set; see docs/operate.");
            return 2;
        }
        return OpenStore.run(settings, line, store -> load(store, registry.get(), line.getOut()));
    }

    private int load(Store store, Settings.Registry registry, PrintWriter out) throws IOException {
        try (RegisterLine register = RegisterLine.open(registry, store.place(), clock)) {
            RegisterLoad.Outcome outcome =
                    register.load(store, clock, progress -> tell(progress, out)).run();
            out.printf(
                    "Wrote %d changes; %d units were deleted or could not be read.%n",
                    outcome.facts(), outcome.passedOver());
            return 0;
        }
    }

    private static void tell(Progress progress, PrintWriter out) {
        out.printf(
                "%s: read %,d, taken in %,d%n",
                progress.listing() == no.segl.app.register.Register.Listing.UNITS
                        ? "enheter"
                        : "underenheter",
                progress.read(),
                progress.kept());
        out.flush();
    }
}
