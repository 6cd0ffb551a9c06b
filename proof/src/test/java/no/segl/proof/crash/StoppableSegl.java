package no.segl.proof.crash;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import no.segl.app.store.DueWork;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.KeysetFile;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.work.Checkpoints;
import no.segl.app.work.Looks;
import no.segl.app.work.Orphans;
import no.segl.app.work.Retention;
import no.segl.app.work.Rewrapping;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.World;

/**
 * A Segl that does as it is told on its standard input, a line at a time, and answers on its
 * standard error. Its settings are those of {@code segl run}; its clock can be put ahead.
 */
final class StoppableSegl {

    /** Before each line that is an answer. */
    static final String ANSWER = "crash: ";

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private final AtomicReference<Duration> ahead;
    private final Server server;

    private StoppableSegl(AtomicReference<Duration> ahead, Server server) {
        this.ahead = ahead;
        this.server = server;
    }

    /** Starts one; the only argument is how far its clock is ahead. */
    public static void main(String[] arguments) throws Exception {
        Watch.begin();
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.parse(arguments[0]));
        InstantSource real = InstantSource.system();
        InstantSource clock = () -> real.instant().plus(ahead.get());
        switch (SettingsReader.read(System.getenv())) {
            case SettingsReader.Result.Faulty(var faults) -> answer("faulty " + faults);
            case SettingsReader.Result.Sound(var settings) -> {
                try (Server server = Server.start(settings, clock)) {
                    answer("started");
                    new StoppableSegl(ahead, server).obey();
                }
            }
        }
        System.exit(0);
    }

    /** Until its input ends, which it also does when whoever started this process is gone. */
    private void obey() throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answer("done " + obey(List.of(line.split(" ", -1))));
        }
    }

    private int obey(List<String> words) throws IOException {
        return switch (words.getFirst()) {
            case "stop" -> {
                Stop.at(
                        Point.valueOf(words.get(1)),
                        Integer.parseInt(words.get(2)),
                        point -> answer("at " + point));
                yield 0;
            }
            case "stop-anywhere" -> {
                Stop.anywhere(Integer.parseInt(words.get(1)), point -> answer("at " + point));
                yield 0;
            }
            case "ahead" -> {
                ahead.set(Duration.parse(words.get(1)));
                yield 0;
            }
            case "enter" -> {
                Demo.enter(
                        server, World.fjordvik(), URI.create(words.get(1)), InstantSource.system());
                yield 0;
            }
            case "look" -> server.part(Looks.class).run();
            case "checkpoint" -> server.part(Checkpoints.class).run();
            case "retention" -> server.part(Retention.class).run();
            case "sweep" -> server.part(Orphans.class).run();
            case "rotate" -> {
                KeysetFile.open(server.place().keys().resolve("vault-keyset.json"), false).rotate();
                yield rewrap();
            }
            case "rewrap" -> rewrap();
            default -> throw new IllegalArgumentException("no such command");
        };
    }

    private int rewrap() throws IOException {
        return new Rewrapping(server.part(DueWork.class), server.part(KeyWrapper.class))
                .run()
                .done();
    }

    private static void answer(String line) {
        OUT.println(ANSWER + line);
    }
}
