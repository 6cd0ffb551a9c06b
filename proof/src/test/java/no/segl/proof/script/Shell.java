package no.segl.proof.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end, outside the folder it lies in. */
final class Shell {

    /**
     * @param exit the exit code
     * @param said standard output and standard error together
     */
    record Ended(int exit, String said) {}

    private Shell() {}

    /** Runs {@code program} in {@code folder}, with {@code environment} over this process's own. */
    static Ended run(
            Path folder, Map<String, String> environment, Path program, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        // What the run of these tests was told is not for the script that is tried.
        builder.environment().keySet().removeIf(name -> name.startsWith("SEGL_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + line);
        }
        return new Ended(process.exitValue(), said);
    }
}
