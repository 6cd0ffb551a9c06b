package no.segl.app.vault;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process with the class path of the tests. */
final class JavaProcess {

    /** What came of it. */
    record Outcome(int exit, String output) {}

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    static JavaProcess start(List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Called in the other process: one line of what {@link #end} gives here, sent at once. */
    static void answer(String line) throws IOException {
        // Not closed: that would close the standard output of the whole process.
        new FileOutputStream(FileDescriptor.out)
                .write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for its end, one minute at most. */
    Outcome end() throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the process did not end: " + output);
        }
        return new Outcome(process.exitValue(), output);
    }
}
