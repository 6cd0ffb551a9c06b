package no.segl.sandbox.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.sandbox.Neighbours;

/** What the sandbox answered, against descriptions. */
public final class Comparison {

    private final List<String> said = new ArrayList<>();
    private final Set<Departure> met = new LinkedHashSet<>();
    private boolean well = true;

    private Comparison() {}

    /** Compares with each of {@code files} that describes something of the sandbox's. */
    public static Comparison of(List<Path> files) throws IOException {
        Comparison comparison = new Comparison();
        List<Tour.Seen> seen = Tour.make();
        int compared = 0;
        for (Path file : files) {
            compared += comparison.compare(Published.read(file), seen);
        }
        for (Departure departure : Departure.KNOWN) {
            if (comparison.met.contains(departure)) {
                comparison.said.add("known: " + departure.part() + ": " + departure.why());
            } else {
                comparison.fault("never met, though it is said to be known: " + departure.part());
            }
        }
        comparison.said.add(
                compared + " answers compared; " + (comparison.well ? "all well." : "NOT well."));
        comparison.well &= compared > 0;
        return comparison;
    }

    /** Line by line, what was found. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** Whether nothing departs but what is known to. */
    public boolean isWell() {
        return well;
    }

    private void fault(String what) {
        well = false;
        said.add("FAULT " + what);
    }

    private int compare(Published description, List<Tour.Seen> seen) {
        Set<String> operations = new HashSet<>();
        Set<String> fitting = new HashSet<>();
        int compared = 0;
        for (Tour.Seen one : seen) {
            String path =
                    one.neighbour().equals(Neighbours.SVARUT)
                            ? one.path().substring("/api".length())
                            : one.path();
            Optional<String> operation = description.operation(one.method(), path);
            if (operation.isEmpty()) {
                continue;
            }
            compared++;
            operations.add(operation.get() + " " + one.answer().status());
            List<String> faults = description.faults(operation.get(), one.answer());
            if (faults.isEmpty()) {
                fitting.add(operation.get() + " " + one.answer().status());
            }
            for (String fault : faults) {
                weigh(description.name(), operation.get() + " " + one.answer().status(), fault);
            }
        }
        operations.stream()
                .filter(o -> o.contains("status/sok 200") && !fitting.contains(o))
                .forEach(o -> fault(description.name() + " " + o + ": no vocabulary fits"));
        if (compared > 0) {
            said.add(
                    description.name()
                            + ": "
                            + compared
                            + " answers, of "
                            + operations.size()
                            + " kinds");
            description.operations().stream()
                    .filter(o ->
                            operations.stream().noneMatch(seenOne -> seenOne.startsWith(o + " ")))
                    .forEach(o -> said.add("  not in the sandbox, or not asked: " + o));
        }
        return compared;
    }

    private void weigh(String description, String operation, String fault) {
        Optional<Departure> known =
                Departure.KNOWN.stream().filter(d -> d.isOf(description, fault)).findFirst();
        if (known.isPresent()) {
            met.add(known.get());
        } else {
            fault(description + " " + operation + ": " + fault);
        }
    }
}
