package no.segl.proof.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.SettingsReader;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Segl on this machine, and prints the figures as Markdown. */
@Command(
        name = "bench",
        description = "Measures Segl, side by side with what the machine can do.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final List<String> MODEST =
            List.of(
                    "-Xmx256m",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final PrintWriter out;

    @Option(names = "--quick", description = "a tenth of everything: to see that it works")
    private boolean quick;

    @Option(names = "--sending", description = "only letters sent, opened and fetched")
    private boolean onlySending;

    @Option(names = "--access", description = "only the pages on who has access")
    private boolean onlyAccess;

    @Option(names = "--sweep", description = "only what falls due, and what it costs to look")
    private boolean onlySweep;

    @Option(names = "--overview", description = "only the overview, beside very many letters")
    private boolean onlyOverview;

    @Option(names = "--exports", description = "only lists of letters as files")
    private boolean onlyExports;

    @Option(names = "--data", paramLabel = "DIR", description = "a folder that is emptied first")
    private Path data = SettingsReader.usual(System.getenv(), "bench");

    @Option(names = "--run-path", hidden = true, description = "the class path of ./segl run")
    private String runPath = System.getProperty("java.class.path");

    @Option(names = "--run-flags", hidden = true, description = "the flags of ./segl run, in lines")
    private String runFlags = String.join("\n", MODEST);

    private Bench(PrintWriter out) {
        this.out = out;
    }

    /** Measures and ends. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Bench(out)).setOut(out).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = data.toAbsolutePath().normalize();
        clear(folder);
        Path log = folder.resolve("segl.log");
        out.printf(
                "%d processors, Java %s, %s %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
        if (onlySweep) {
            sweep(folder);
            clear(folder);
            return 0;
        }
        if (all()) {
            starts(folder, log);
        }
        running(folder, log);
        clear(folder);
        return 0;
    }

    /** Unless a part is asked for. */
    private boolean all() {
        return !(onlySending || onlyAccess || onlySweep || onlyOverview || onlyExports);
    }

    private void running(Path folder, Path log) throws Exception {
        World world = World.fjordvik();
        URI home = Demo.freeHome();
        try (Issuer issuer = Demo.issuer(world, 0, folder, home, InstantSource.system());
                EmbeddedDatabase database =
                        EmbeddedDatabase.start(
                                folder.resolve("postgres"),
                                Files.createDirectories(folder.resolve("keys")))) {
            Subject.Start start =
                    new Subject.Start(
                            with(MODEST, System.getProperty("java.class.path")),
                            Subject.environment(
                                    home, folder.resolve("data"), issuer, database.address()));
            Path roster = folder.resolve("roster.json");
            Roster.write(roster, world, issuer);
            start.command(log, "load", roster.toString());
            try (Subject segl = start.go(log)) {
                out.printf("Segl runs with %s.%n%n", MODEST.getFirst());
                if (onlyOverview) {
                    overview(segl, issuer, world, database.address());
                    return;
                }
                Load load = new Load(segl, issuer, world, database.address(), folder, out);
                if (all() || onlySending) {
                    load.lettersAndOpenings(quick ? 400 : 6000);
                }
                if (all()) {
                    load.large(quick ? 200 : 2000);
                }
                if (all() || onlyAccess) {
                    // After those, since nobody sends to so many units on the way here.
                    new AccessLoad(
                                    segl.home(),
                                    world,
                                    database.address(),
                                    out,
                                    InstantSource.system())
                            .pages(quick ? 10 : 50);
                }
                if (all() || onlyExports) {
                    new ExportLoad(segl, issuer, world, database.address(), out)
                            .measure(quick ? 100_000 : 1_000_000);
                }
                out.printf(
                        "Resident memory: %d MB now, %d MB at most.%n",
                        segl.megabytes("VmRSS"), segl.megabytes("VmHWM"));
            }
        }
    }

    private void overview(Subject segl, Issuer issuer, World world, DatabaseAddress database)
            throws Exception {
        OverviewLoad load =
                new OverviewLoad(segl, issuer, world, database, out, InstantSource.system());
        if (quick) {
            load.measure(500, List.of(10_000L, 100_000L), 10, 400);
        } else {
            load.measure(50_000, List.of(1_000_000L, 10_000_000L), 50, 10_000);
        }
    }

    private void sweep(Path folder) throws Exception {
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        folder.resolve("postgres"),
                        Files.createDirectories(folder.resolve("keys")))) {
            new SweepLoad(database.address(), out, InstantSource.system())
                    .measure(
                            quick
                                    ? new SweepLoad.Size(
                                            4_000,
                                            Duration.ofMinutes(1),
                                            1_000,
                                            List.of(0L, 100_000L))
                                    : new SweepLoad.Size(
                                            1_000_000,
                                            Duration.ofMinutes(3),
                                            10_000,
                                            List.of(0L, 1_000_000L, 10_000_000L)));
        }
    }

    private void starts(Path folder, Path log) throws IOException, InterruptedException {
        List<String> cached = runFlags.lines().toList();
        List<String> plain = cached.stream().filter(f -> !f.startsWith("-XX:AOTCache")).toList();
        out.println("| Start to first answer | seconds | resident MB |\n|---|---|---|");
        start("first, with a new database", plain, 1, folder, log);
        start("on data that are there", plain, 3, folder, log);
        if (!cached.equals(plain)) {
            start("the same, with the AOT cache of `./segl run`", cached, 3, folder, log);
        }
        out.println();
    }

    private void start(String what, List<String> flags, int times, Path folder, Path log)
            throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        long memory = 0;
        for (int i = 0; i < times; i++) {
            URI home = Demo.freeHome();
            Subject.Start start =
                    new Subject.Start(
                            with(flags, runPath), Subject.alone(home, folder.resolve("alone")));
            try (Subject segl = start.go(log)) {
                Duration took = segl.toFirstAnswer();
                best = Math.min(best, took.toMillis() / 1000.0);
                memory = segl.megabytes("VmRSS");
            }
        }
        out.printf(Locale.ROOT, "| %s | %.1f | %d |%n", what, best, memory);
    }

    private static List<String> with(List<String> flags, String path) {
        return Stream.concat(flags.stream(), Stream.of("-cp", path)).toList();
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
