package no.segl.proof.marker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches logs for markers. */
final class LogSearch {

    private LogSearch() {}

    /**
     * A line that holds a marker; it does not say which, since that would be one more log of it.
     */
    record Leak(Path file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** Every such line of every file in {@code folder}, if there is that folder. */
    static List<Leak> search(Path folder, Markers markers) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Leak> leaks = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                leaks.addAll(inFile(file, markers));
            }
        }
        return leaks;
    }

    private static List<Leak> inFile(Path file, Markers markers) throws IOException {
        List<Leak> leaks = new ArrayList<>();
        // Not Files.newBufferedReader: that stops at bytes that are not UTF-8.
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 1;
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (markers.in(line)) {
                    leaks.add(new Leak(file, number));
                }
                number++;
            }
        }
        return leaks;
    }
}
