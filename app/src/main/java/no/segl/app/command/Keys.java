package no.segl.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import no.segl.app.store.DueWork;
import no.segl.app.vault.KeysetFile;
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
                "No content is touched. Run it again if it was cut short."
            },
            mixinStandardHelpOptions = true)
    int rotate() {
        var line = java.util.Objects.requireNonNull(command).commandLine();
        return OpenStore.run(environment.settings(), line, store -> rotate(store, line.getOut()));
    }

    private static int rotate(Store store, PrintWriter out) throws IOException {
        Path file = store.place().keys().resolve("vault-keyset.json");
        KeysetFile keyset = KeysetFile.open(file, false);
        String key = keyset.rotate();
        out.println("New key " + key + " in " + file + ". Back that file up now.");
        int done = new Rewrapping(new DueWork(store.jdbc()), keyset).run();
        out.println("Wrapped the keys of " + done + " letters anew.");
        return 0;
    }
}
