package no.segl.sandbox.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.segl.sandbox.check.Comparison;

/** Says where the sandbox departs from the descriptions in a folder. */
public final class Check {

    private Check() {}

    /** Takes the folder. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !Files.isDirectory(Path.of(args[0]))) {
            System.err.println(
                    "segl sandbox-check DIR: a folder with descriptions (OpenAPI, JSON)");
            System.exit(2);
        }
        // The validator has a logger, and nowhere to log to.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            all.filter(f -> f.toString().endsWith(".json")).sorted().forEach(files::add);
        }
        Comparison comparison = Comparison.of(files);
        comparison.said().forEach(System.out::println);
        System.exit(comparison.isWell() ? 0 : 1);
    }
}
