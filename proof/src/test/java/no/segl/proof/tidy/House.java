package no.segl.proof.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every file that git tracks, or would if it were added now. */
final class House {

    private static final Set<String> NOT_OURS = Set.of(".git", ".segl", "target", "node_modules");

    private final TreeMap<String, HouseFile> files;

    private House(Collection<HouseFile> files) {
        this.files =
                files.stream()
                        .collect(
                                Collectors.toMap(
                                        HouseFile::path,
                                        Function.identity(),
                                        (a, b) -> a,
                                        TreeMap::new));
    }

    static House of(HouseFile... files) {
        return new House(Arrays.asList(files));
    }

    /** The house whose root is {@code root}, read at once. */
    static House at(Path root) throws IOException, InterruptedException {
        List<HouseFile> files =
                names(root)
                        .filter(name -> Files.isRegularFile(root.resolve(name)))
                        .map(name -> read(root, name))
                        .toList();
        HouseFile.readSyntax(files);
        return new House(files);
    }

    private static HouseFile read(Path root, String name) {
        try {
            return new HouseFile(name, Files.readAllBytes(root.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As git tells them; in a copy without git, as a walk finds them. */
    private static Stream<String> names(Path root) throws IOException, InterruptedException {
        if (!Files.exists(root.resolve(".git"))) {
            return walk(root);
        }
        Process git =
                new ProcessBuilder(
                                "git",
                                "-c",
                                "safe.directory=*",
                                "ls-files",
                                "-z",
                                "--cached",
                                "--others",
                                "--exclude-standard")
                        .directory(root.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IOException("git ls-files failed in " + root);
        }
        return Arrays.stream(out.split("\0", -1)).filter(name -> !name.isEmpty());
    }

    private static Stream<String> walk(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths
                    .map(root::relativize)
                    .filter(path -> !isOutside(path))
                    .map(path -> path.toString().replace('\\', '/'))
                    .toList()
                    .stream();
        }
    }

    private static boolean isOutside(Path path) {
        for (Path part : path) {
            if (NOT_OURS.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    Collection<HouseFile> files() {
        return files.values();
    }

    Optional<HouseFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether {@code path} is a folder with a file of the house somewhere in it; the root is. */
    boolean hasFolder(String path) {
        if (path.isEmpty()) {
            return true;
        }
        Map.Entry<String, HouseFile> next = files.ceilingEntry(path + "/");
        return next != null && next.getKey().startsWith(path + "/");
    }

    Stream<Finding> findings(Collection<Rule> rules) {
        return files().stream()
                .flatMap(file -> rules.stream().flatMap(rule -> rule.look(file, this)));
    }
}
