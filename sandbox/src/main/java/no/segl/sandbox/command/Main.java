package no.segl.sandbox.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import no.segl.sandbox.Sandbox;
import no.segl.sandbox.control.TroubleWords;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Trouble;
import no.segl.sandbox.wire.Troubles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the sandbox. */
@Command(
        name = "segl sandbox",
        mixinStandardHelpOptions = true,
        description =
                "Altinn, SvarUT, Maskinporten and Enhetsregisteret on this machine, with all that"
                        + " goes wrong with them. docs/sandbox.md tells more.")
public final class Main implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "7100",
            paramLabel = "N",
            description = "the first of five ports (${DEFAULT-VALUE})")
    private int port = 7100;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "the address to listen at (${DEFAULT-VALUE}); 0.0.0.0 lets other machines in")
    private String host = "127.0.0.1";

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "what is left to chance follows from it (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            description = "begin at this time, such as 2026-03-02T08:00:00Z, and stand until moved")
    private Optional<Instant> clock = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KNOB=VALUE",
            description = "turn a knob; GET /knobs of the control surface lists them")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--often",
            paramLabel = "NEIGHBOUR:TROUBLE:SHARE",
            description =
                    "let a share of the calls go wrong: altinn:503:0.05, svarut:lostAnswer:0.01")
    private List<String> often = new ArrayList<>();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out =
                new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        SandboxClock time =
                clock.isPresent()
                        ? SandboxClock.standingAt(clock.get())
                        : new SandboxClock(InstantSource.system());
        Knobs knobs = new Knobs();
        try {
            set.forEach(knobs::turn);
            try (Sandbox sandbox = new Sandbox(host, Sandbox.Ports.from(port), time, knobs, seed)) {
                for (String word : often) {
                    trouble(sandbox, word);
                }
                say(out, sandbox.addresses());
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("segl sandbox: " + e.getMessage());
            return 2;
        } catch (BindException e) {
            System.err.println(
                    "segl sandbox: one of the ports %d to %d is taken; choose others with --port"
                            .formatted(port, port + 4));
            return 1;
        }
    }

    private static void trouble(Sandbox sandbox, String word) {
        String[] parts = word.split(":", -1);
        Troubles of = parts.length == 3 ? sandbox.neighbours().troubles().get(parts[0]) : null;
        if (of == null) {
            throw new IllegalArgumentException(
                    word + " is not NEIGHBOUR:TROUBLE:SHARE, such as altinn:503:0.05");
        }
        Trouble trouble = TroubleWords.read(parts[1]);
        of.often("", trouble, Double.parseDouble(parts[2]));
    }

    private static void say(PrintWriter out, Map<String, URI> addresses) {
        out.println("The sandbox is open:");
        addresses.forEach((name, uri) -> out.println("  %-17s %s".formatted(name, uri)));
        out.println("docs/sandbox.md shows how to begin. Ctrl-C ends it.");
    }
}
