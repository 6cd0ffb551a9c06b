package no.segl.proof.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.segl.app.Main;
import no.segl.app.store.DatabaseAddress;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;

/** Segl as a process of its own, asked over HTTP only. */
final class Subject implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(5);

    private final Process process;
    private final URI home;
    private final Duration toFirstAnswer;

    private Subject(Process process, URI home, Duration toFirstAnswer) {
        this.process = process;
        this.home = home;
        this.toFirstAnswer = toFirstAnswer;
    }

    /**
     * How to start one.
     *
     * @param flags the JVM's, and its class path
     * @param environment its {@code SEGL_} variables
     */
    record Start(List<String> flags, Map<String, String> environment) {

        /** Starts it and waits for its first answer. */
        Subject go(Path log) throws IOException, InterruptedException {
            URI home = URI.create(environment.getOrDefault("SEGL_PUBLIC_URL", ""));
            long begun = System.nanoTime();
            Process process = process(log, "run");
            try (HttpClient client = HttpClient.newHttpClient()) {
                while (!answers(client, home)) {
                    if (process.waitFor(STEP) || since(begun).compareTo(PATIENCE) > 0) {
                        process.destroyForcibly();
                        throw new IOException("Segl did not start; see " + log);
                    }
                }
            }
            Subject subject = new Subject(process, home, since(begun));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop Segl"));
            return subject;
        }

        /** Runs one of its commands to its end. */
        void command(Path log, String... arguments) throws IOException, InterruptedException {
            if (process(log, arguments).waitFor() != 0) {
                throw new IOException(arguments[0] + " failed; see " + log);
            }
        }

        private Process process(Path log, String... arguments) throws IOException {
            List<String> command =
                    Stream.of(
                                    Stream.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString()),
                                    flags.stream(),
                                    Stream.of(Main.class.getName()),
                                    Stream.of(arguments))
                            .flatMap(s -> s)
                            .toList();
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("SEGL_"));
            builder.environment().putAll(environment);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return builder.start();
        }

        private static boolean answers(HttpClient client, URI home) throws InterruptedException {
            try {
                HttpRequest request = HttpRequest.newBuilder(home.resolve("/health")).build();
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }

        private static Duration since(long begun) {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** The settings of a Segl on {@code database} that trusts {@code issuer}. */
    static Map<String, String> environment(
            URI home, Path data, Issuer issuer, DatabaseAddress database) {
        Map<String, String> environment = new HashMap<>(Demo.environment(issuer, data, home));
        environment.putAll(
                Map.of(
                        "SEGL_REQUESTS_PER_MINUTE", "10000000",
                        "SEGL_DATABASE_URL", database.url(),
                        "SEGL_DATABASE_OWNER", database.owner(),
                        "SEGL_DATABASE_OWNER_PASSWORD", database.ownerPassword(),
                        "SEGL_DATABASE_USER", database.user(),
                        "SEGL_DATABASE_PASSWORD", database.userPassword()));
        return environment;
    }

    /** The settings of a Segl with a database of its own, in which nobody can log in. */
    static Map<String, String> alone(URI home, Path data) {
        return Map.of(
                "SEGL_PORT", Integer.toString(home.getPort()),
                "SEGL_PUBLIC_URL", home.toString(),
                "SEGL_DATA", data.toString());
    }

    URI home() {
        return home;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Duration toFirstAnswer() {
        return toFirstAnswer;
    }

    /** A line of Linux's {@code /proc/PID/status}, in MB; -1 where there is no such file. */
    long megabytes(String line) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith(line + ":"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
