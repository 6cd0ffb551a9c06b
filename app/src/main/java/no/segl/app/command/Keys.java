package no.segl.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import no.segl.app.store.DueWork;
import no.segl.app.vault.KeysetFile;
import no.segl.app.wiring.NodeKeys;
import no.segl.app.wiring.Store;
import no.segl.app.work.Rewrapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the keys that wrap the letters' keys. */
@Command(
        name = "keys",
        description = "Looks after the keys that wrap the letters' keys.",
        mixinStandardHelpOptions = true)
public final class Keys {

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    /** Makes a new key-encryption key, and wraps every letter's key anew with it. */
    @Command(
            name = "rotate",
            description = {
                "Makes a new key-encryption key, and wraps every letter's key anew with it.",
                "No content is touched. Run it again if it was cut short.",
                "Ends with 1, and names them, if the keys of some letters cannot be unwrapped."
            },
            mixinStandardHelpOptions = true)
    int rotate() {
        var line = java.util.Objects.requireNonNull(command).commandLine();
        return OpenStore.run(environment.settings(), line, store -> rotate(store, line.getOut()));
    }

    private static int rotate(Store store, PrintWriter out) throws IOException {
        NodeKeys keys = new NodeKeys(store);
        Path file = keys.keysetFile();
        KeysetFile keyset = KeysetFile.open(file, false);
        String key = keys.rotate(keyset);
        out.println("New key " + key + " in " + file + ". Back that file up now.");
        Rewrapping.Outcome outcome = new Rewrapping(new DueWork(store.jdbc()), keyset).run();
        out.println("Wrapped the keys of " + outcome.done() + " letters anew.");
        if (outcome.unusable().isEmpty()) {
            return 0;
        }
        out.println(
                "The keys of these "
                        + outcome.unusable().size()
                        + " letters cannot be unwrapped, and stay as they were:");
        outcome.unusable().forEach(letter -> out.println("  " + letter));
        out.println("Nobody can open them. See docs/operate/keys.md.");
        return 1;
    }
}
