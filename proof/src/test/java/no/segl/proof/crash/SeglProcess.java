package no.segl.proof.crash;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link StoppableSegl}, seen from the process that started it. */
final class SeglProcess {

    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final BufferedWriter commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> stopped = new CompletableFuture<>();
    private final Path data;

    private SeglProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts one, and does not wait for it.
     *
     * @param settings its {@code SEGL_} variables
     * @param log where its log goes
     */
    static SeglProcess launch(Map<String, String> settings, Path data, Duration ahead, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppableSegl.class.getName(),
                        ahead.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("SEGL_"));
        builder.environment().putAll(settings);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        SeglProcess segl = new SeglProcess(builder.start(), data);
        Thread.ofVirtual().start(() -> segl.listen(log.toFile()));
        return segl;
    }

    private void listen(File log) {
        try (BufferedReader in = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(StoppableSegl.ANSWER)) {
                    hear(line.substring(StoppableSegl.ANSWER.length()));
                } else {
                    Files.writeString(
                            log.toPath(), line + "\n", java.nio.file.StandardOpenOption.APPEND);
                }
            }
        } catch (IOException e) {
            // It has died: said below.
        }
        hear("ended");
        stopped.completeExceptionally(new IOException("Segl ended without being stopped"));
    }

    private void hear(String answer) {
        if (answer.startsWith("at ")) {
            stopped.complete(answer.substring(3));
        } else {
            answers.add(answer);
        }
    }

    /** Waits until it answers requests. */
    void awaitStart() throws IOException, InterruptedException {
        expect("started");
    }

    /** Has it do something, and waits until that is done. */
    int command(String line) throws IOException, InterruptedException {
        commands.write(line + "\n");
        commands.flush();
        return Integer.parseInt(expect("done ").strip());
    }

    private String expect(String beginning) throws IOException, InterruptedException {
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null || !answer.startsWith(beginning)) {
            throw new IOException("Segl was to say '" + beginning + "' and said: " + answer);
        }
        return answer.substring(beginning.length());
    }

    /** Completes when it stands still at a point; fails if it ended otherwise. */
    CompletableFuture<String> stopped() {
        return stopped;
    }

    /** Lets {@code time} pass; that it ended of itself before would be a fault. */
    void mustOutlast(Duration time) throws IOException, InterruptedException {
        if (process.waitFor(time)) {
            throw new IOException("Segl did not start");
        }
    }

    /** Ends it with SIGKILL, and waits until it is gone. */
    void kill(Death death) throws IOException {
        List<ProcessHandle> others =
                death == Death.OF_THE_MACHINE ? databaseProcesses() : List.of();
        others.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        others.forEach(p -> p.onExit().join());
        process.onExit().join();
    }

    /** The server and all that it has started; what makes a new database is Segl's own child. */
    private List<ProcessHandle> databaseProcesses() throws IOException {
        Path folder = data.resolve("postgres");
        Path pidFile = folder.resolve("postmaster.pid");
        Optional<ProcessHandle> server =
                Files.notExists(pidFile)
                        ? Optional.empty()
                        : Files.readAllLines(pidFile).stream()
                                .findFirst()
                                .filter(line -> line.matches("[0-9]+"))
                                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                                .filter(p -> isOn(folder, p));
        return Stream.of(
                        server.stream(),
                        server.stream().flatMap(ProcessHandle::descendants),
                        process.descendants())
                .flatMap(all -> all)
                .toList();
    }

    /** A number left in the file may be anybody's by now. */
    private static boolean isOn(Path folder, ProcessHandle process) {
        return Stream.of(process.info().arguments().orElse(new String[0]))
                .anyMatch(folder.toString()::equals);
    }

    /** Ends it as an operator would, and waits until it is gone. */
    void end() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("Segl does not end");
        }
    }
}
