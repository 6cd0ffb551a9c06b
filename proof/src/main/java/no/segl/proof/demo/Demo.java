package no.segl.proof.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.segl.app.command.Run;
import no.segl.app.command.StartFault;
import no.segl.app.secret.PrivateFile;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts Segl beside a small invented world: organisations, people who can log in, and letters that
 * have just been sent. Nothing is opened until somebody opens it.
 */
@Command(
        name = "demo",
        description = "Starts Segl with a small synthetic world.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    /** What the demo's tokens are for. */
    public static final String AUDIENCE = "https://segl.example/api";

    /** The password of every client of the demo. It guards invented data only. */
    public static final String SECRET = "demo-secret-not-secret";

    private final InstantSource clock;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--port", paramLabel = "N", description = "where to listen")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "the folder for its data")
    private Path data = SettingsReader.usual(System.getenv(), "demo");

    @Option(names = "--fresh", description = "with a new world; without it the last one goes on")
    private boolean fresh;

    @Option(
            names = "--clock",
            description =
                    "with a page, on port N+2, that moves time forward and shows mails and paper")
    private boolean withClock;

    Demo(InstantSource clock, PrintWriter out, PrintWriter err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Runs the demo until it is stopped. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code =
                new CommandLine(new Demo(InstantSource.system(), out, err))
                        .setOut(out)
                        .setErr(err)
                        .execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(data.toAbsolutePath().normalize());
        } catch (IOException e) {
            err.println("The demo could not start. " + StartFault.of(e));
            return 2;
        }
    }

    private int run(Path folder) throws IOException, InterruptedException {
        DemoFolder its = new DemoFolder(folder, err);
        if ((fresh && !its.clear()) || !its.isFree()) {
            return 2;
        }
        DemoTime time = DemoTime.in(folder, clock);
        URI home = URI.create("http://localhost:" + port);
        try (Issuer issuer = issuer(World.fjordvik(), port + 1, folder, home, time)) {
            if (!withClock) {
                return serve(issuer, folder, home, time, Optional.empty());
            }
            try (Desk desk = new Desk(port + 2, folder.resolve("desk"), time, home)) {
                return serve(issuer, folder, home, time, Optional.of(desk));
            }
        } catch (java.net.BindException e) {
            err.println(
                    ("Port %d%s is in use by another program.%n"
                                    + "Stop that one, or choose other ports: --port N takes %s.")
                            .formatted(
                                    port + 1,
                                    withClock ? " or " + (port + 2) : "",
                                    withClock ? "N, N+1 and N+2" : "N and N+1"));
            return 2;
        }
    }

    private int serve(Issuer issuer, Path folder, URI home, InstantSource time, Optional<Desk> desk)
            throws InterruptedException {
        World world = World.fjordvik();
        out.println("Starting Segl (the very first start unpacks a database: some seconds)");
        Map<String, String> environment = new TreeMap<>(environment(issuer, folder, home));
        desk.ifPresent(d -> environment.putAll(d.environment()));
        return Run.serve(
                settings(environment),
                time,
                clock,
                server -> {
                    int letters = begin(server, world, issuer, home, time, desk);
                    new Guide(out, world, home, issuer)
                            .print(server.place().path(), letters, desk.map(Desk::address));
                },
                err);
    }

    /**
     * Fills it and begins its first morning. Where that has been done it stays as it is by now:
     * access that was ended is not given again.
     *
     * @return how many letters the world has
     */
    static int begin(
            Server server,
            World world,
            Issuer issuer,
            URI home,
            InstantSource time,
            Optional<Desk> desk)
            throws IOException, InterruptedException {
        Path mark = server.place().path().resolve("demo.begun");
        boolean first = Files.notExists(mark);
        if (first) {
            fill(server, world, issuer, home, time);
        }
        if (desk.isPresent()) {
            desk.get().take(server, world, issuer.loginIssuer());
        }
        if (first) {
            Morning.begin(server, issuer.loginIssuer(), time);
            PrivateFile.replace(
                    mark, time.instant().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return world.letters().stream().mapToInt(l -> l.recipients().size()).sum();
    }

    /**
     * Starts the issuer at which people and machines of {@code world} log in to the Segl at {@code
     * home}.
     *
     * @param port where it listens; 0 for a free one
     * @param folder where its keys are kept, in a folder of their own
     */
    public static Issuer issuer(World world, int port, Path folder, URI home, InstantSource clock)
            throws IOException {
        return Issuer.start(
                world,
                new Issuer.Settings(
                        port,
                        folder.resolve("issuer"),
                        AUDIENCE,
                        List.of(home.resolve("/login/oauth2/code/login")),
                        SECRET),
                clock);
    }

    /** An address on this machine where nothing listens. */
    public static URI freeHome() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }

    /** The settings of a Segl that trusts {@code issuer}. */
    public static Settings settings(Issuer issuer, Path folder, URI home) {
        return settings(issuer, folder, home, Map.of());
    }

    /**
     * The same, and {@code more} of its variables.
     *
     * @throws IllegalArgumentException if those are not sound, saying why
     */
    public static Settings settings(
            Issuer issuer, Path folder, URI home, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(environment(issuer, folder, home));
        environment.putAll(more);
        return settings(environment);
    }

    private static Settings settings(Map<String, String> environment) {
        return switch (SettingsReader.read(environment)) {
            case SettingsReader.Result.Sound(var settings) -> settings;
            case SettingsReader.Result.Faulty(var faults) ->
                    throw new IllegalArgumentException(String.join("; ", faults));
        };
    }

    /** The same settings, for a Segl in a process of its own. */
    public static Map<String, String> environment(Issuer issuer, Path folder, URI home) {
        return Map.ofEntries(
                Map.entry("SEGL_PORT", Integer.toString(home.getPort())),
                Map.entry("SEGL_ADDRESS", "127.0.0.1"),
                Map.entry("SEGL_PUBLIC_URL", home.toString()),
                Map.entry("SEGL_DATA", folder.toString()),
                Map.entry("SEGL_LOGIN_ISSUER", issuer.loginIssuer().toString()),
                Map.entry("SEGL_LOGIN_CLIENT_ID", Issuer.LOGIN_CLIENT),
                Map.entry("SEGL_LOGIN_CLIENT_SECRET", SECRET),
                // So that somebody can log in at a lower level, and be asked for a higher one.
                Map.entry("SEGL_LOGIN_LEVEL_OVERVIEW", "substantial"),
                Map.entry("SEGL_LOGIN_KEY_ROLE_RESOURCE", LoginDesk.KEY_ROLE_RESOURCE),
                // So that a webhook on this machine can be tried.
                Map.entry("SEGL_WEBHOOKS", "inside"),
                Map.entry("SEGL_TOKEN_ISSUER", issuer.machineIssuer().toString()),
                Map.entry("SEGL_TOKEN_AUDIENCE", AUDIENCE));
    }

    /**
     * Enters the world's people and access, and sends its letters; what is there already stays.
     *
     * @return how many letters the world has
     */
    public static int fill(Server server, World world, Issuer issuer, URI home, InstantSource clock)
            throws IOException, InterruptedException {
        enter(server, world, issuer.loginIssuer(), clock);
        return new Opening(world, issuer, home, clock).send();
    }

    /** Enters the world's people and access only; what is there already stays. */
    public static void enter(Server server, World world, URI loginIssuer, InstantSource clock) {
        Opening.enter(server, world, loginIssuer, clock);
    }
}
