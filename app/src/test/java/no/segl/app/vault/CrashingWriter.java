package no.segl.app.vault;

import java.io.IOException;
import java.nio.file.Path;

/** Dies without warning in the middle of a write, as a process does that is killed. */
final class CrashingWriter {

    static final int EXIT = 137;

    private CrashingWriter() {}

    public static void main(String[] arguments) throws IOException {
        new FileVault(Path.of(arguments[0]))
                .write(
                        new Samples(4).name(),
                        out -> {
                            out.write(new byte[100_000]);
                            Runtime.getRuntime().halt(EXIT);
                        });
    }
}
