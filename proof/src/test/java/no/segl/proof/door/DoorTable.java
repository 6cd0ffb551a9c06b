package no.segl.proof.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads {@code doors.txt}, which says at its top how it is to be read. */
final class DoorTable {

    private static final String ELSEWHERE = "  elsewhere: ";

    private final Map<String, Set<Caller>> groups = new HashMap<>();
    private final List<Door> doors = new ArrayList<>();
    private final Map<String, String> elsewhere = new HashMap<>();
    private String route = "";
    private String example = "";
    private Map<Caller, Answer> answers = new EnumMap<>(Caller.class);

    private DoorTable() {
        for (Caller caller : Caller.values()) {
            groups.put(caller.word(), EnumSet.of(caller));
        }
    }

    /** The doors of {@code doors.txt}. */
    static List<Door> ofClassPath() throws IOException {
        return of(text());
    }

    private static String text() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DoorTable.class.getResourceAsStream("doors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Why a route lets nobody have what it is for, and where it is shown to, by route. */
    static Map<String, String> elsewhere() throws IOException {
        DoorTable table = new DoorTable();
        text().lines().forEach(table::read);
        return Map.copyOf(table.elsewhere);
    }

    /**
     * The doors of such a table.
     *
     * @throws IllegalArgumentException if it names what there is not, or an example does not say of
     *     each caller what they are answered, once
     */
    static List<Door> of(String text) {
        DoorTable table = new DoorTable();
        text.lines().forEach(table::read);
        table.endExample();
        return List.copyOf(table.doors);
    }

    private void read(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("    ")) {
            String[] words = line.strip().split(" +", 2);
            Answer answer = Answer.parse(words[0]);
            for (Caller caller : callers(words[1])) {
                if (answers.put(caller, answer) != null) {
                    throw new IllegalArgumentException(example + " has " + caller + " twice");
                }
            }
        } else if (line.startsWith(ELSEWHERE)) {
            elsewhere.put(route, line.substring(ELSEWHERE.length()));
        } else if (line.startsWith("  ")) {
            endExample();
            example = line.strip();
        } else {
            endExample();
            String[] sides = line.split(" += +", 2);
            if (sides.length == 2) {
                groups.put(sides[0], callers(sides[1]));
            } else {
                route = line;
            }
        }
    }

    private Set<Caller> callers(String words) {
        Set<Caller> callers = EnumSet.noneOf(Caller.class);
        for (String word : words.split(" +", -1)) {
            boolean without = word.startsWith("-");
            Set<Caller> named = groups.get(without ? word.substring(1) : word);
            if (named == null) {
                throw new IllegalArgumentException("nobody is called " + word);
            }
            boolean changed = without ? callers.removeAll(named) : callers.addAll(named);
            if (!changed) {
                throw new IllegalArgumentException(word + " says nothing in: " + words);
            }
        }
        return callers;
    }

    private void endExample() {
        if (example.isEmpty()) {
            return;
        }
        Set<Caller> missing = EnumSet.allOf(Caller.class);
        missing.removeAll(answers.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(example + " says nothing of " + missing);
        }
        String[] parts = example.split(" with ", 2);
        String[] methodAndPattern = route.split(" ", 2);
        doors.add(
                new Door(
                        methodAndPattern[0],
                        methodAndPattern[1],
                        parts[0],
                        Arrays.stream(parts).skip(1).findFirst(),
                        answers));
        answers = new EnumMap<>(Caller.class);
        example = "";
    }
}
