package no.segl.proof.sim;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import no.segl.core.ledger.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs histories, and prints one that fails so that a person can read it. */
@Command(
        name = "sim",
        description = "Runs Segl's rules through histories in which everything goes wrong.",
        mixinStandardHelpOptions = true)
public final class Simulation implements Callable<Integer> {

    private static final int SHORTENING = 2_000;

    private final PrintWriter out;
    private final LongSupplier nanos;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the first seed; one seed replays one history")
    private long seed = 1;

    @Option(
            names = "--histories",
            paramLabel = "N",
            description = "how many short histories, one seed each")
    private Optional<Integer> histories = Optional.empty();

    @Option(
            names = "--years",
            paramLabel = "N",
            description = "one long history instead, of so many years")
    private int years;

    @Option(names = "--organisations", paramLabel = "N", description = "with so many organisations")
    private int organisations = 1_000;

    @Option(
            names = "--mutant",
            paramLabel = "NAME",
            description = "with one rule broken: ${COMPLETION-CANDIDATES}")
    private Optional<Mutant> mutant = Optional.empty();

    @Option(
            names = "--postgres",
            description =
                    "each short history on PostgreSQL too, which must come to the same ledger")
    private boolean postgres;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "for --postgres: a folder that is not there yet")
    private Path data = Path.of(".segl/sim");

    private Simulation(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    /** Runs and ends. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(
                new CommandLine(new Simulation(out, System::nanoTime)).setOut(out).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        return postgres ? both() : memory();
    }

    private int memory() {
        long begun = nanos.getAsLong();
        long days = 0;
        long steps = 0;
        int many = years > 0 ? 1 : histories.orElse(1_000);
        for (int i = 0; i < many; i++) {
            History history =
                    years > 0 ? Drawing.years(seed, years, organisations) : Drawing.brief(seed + i);
            Run run = new Run(history, rulings());
            try {
                steps += run.go();
            } catch (Broken e) {
                fail(history, e);
                return 1;
            }
            days += history.lasts().toDays();
            if (years > 0) {
                out.printf("At the end: %s.%n", run.letters());
            } else if ((i + 1) % 100 == 0) {
                out.printf(
                        "%d histories, up to seed %d, and no promise broken.%n", i + 1, seed + i);
            }
        }
        figures(days, steps, begun);
        return 0;
    }

    private void figures(long days, long steps, long begun) {
        double seconds = (nanos.getAsLong() - begun) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d simulated days in %s: %.0f a second, %.0f steps a second, each checked.%n",
                days,
                text(seconds),
                days / seconds,
                steps / seconds);
    }

    /** Each history on memory and on the tables. */
    private int both() throws IOException {
        if (years > 0) {
            out.println("--postgres runs short histories: leave out --years.");
            return 2;
        }
        if (Files.exists(data)) {
            out.printf("%s is there already: remove it, or name another with --data.%n", data);
            return 2;
        }
        Path folder = data.toAbsolutePath().normalize();
        try (PostgresHouse house = PostgresHouse.start(folder)) {
            return both(house);
        } finally {
            remove(folder);
        }
    }

    private int both(PostgresHouse house) {
        long begun = nanos.getAsLong();
        long days = 0;
        long steps = 0;
        int many = histories.orElse(20);
        for (int i = 0; i < many; i++) {
            History history = Drawing.brief(seed + i).alike();
            Likeness onMemory = new Likeness();
            Likeness onTables = new Likeness();
            try {
                new Run(history, rulings(), onMemory::take, MemoryPost::new).go();
                steps += new Run(history, rulings(), onTables::take, house::make).go();
            } catch (Broken e) {
                out.printf("Broken: %s%nSeed %d.%n", e.getMessage(), history.seed());
                history.lines().forEach(out::println);
                return 1;
            }
            Optional<String> unlike = onMemory.unlike(onTables);
            if (unlike.isPresent()) {
                out.printf(
                        "Seed %d is not the same on memory and on PostgreSQL. %s%n",
                        history.seed(), unlike.get());
                return 1;
            }
            days += history.lasts().toDays();
            out.printf("Seed %d: the same %d facts.%n", history.seed(), onTables.size());
        }
        figures(days, steps, begun);
        return 0;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String text(double seconds) {
        Duration took = Duration.ofMillis((long) (seconds * 1000));
        return "%d min %d.%d s"
                .formatted(took.toMinutes(), took.toSecondsPart(), took.toMillisPart() / 100);
    }

    private Rulings rulings() {
        return mutant.map(Mutant::rulings).orElseGet(Rulings::new);
    }

    private void fail(History history, Broken broken) {
        out.printf("Broken: %s%nSeed %d.%n", broken.getMessage(), history.seed());
        History shortest =
                years > 0
                        ? history
                        : new Shortening(this::rulings, SHORTENING).of(history, broken.promise());
        if (shortest.happenings().size() > 500) {
            out.printf("The history has %d happenings.%n", shortest.happenings().size());
        } else {
            out.printf("Of its %d happenings these are enough:%n", history.happenings().size());
            shortest.lines().forEach(out::println);
            tell(shortest);
        }
    }

    /** What the ledger says of the letter that it went wrong with. */
    private void tell(History history) {
        List<Entry> entries = new ArrayList<>();
        try {
            new Run(history, rulings(), entries::add, MemoryPost::new).go();
        } catch (Broken e) {
            entries.stream()
                    .filter(entry -> entry.subject().startsWith("letter:"))
                    .filter(entry -> e.how().contains(entry.subject().substring(7)))
                    .forEach(entry ->
                            out.printf("  %s %s %s%n", entry.at(), entry.type(), entry.values()));
            out.printf("  then: %s%n", e.getMessage());
        }
    }
}
