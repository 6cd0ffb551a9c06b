package no.segl.proof.tidy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file of the house: its path from the root, with '/' between names, and its bytes. */
final class HouseFile {

    private static final int LOOKED_AT_FOR_NUL = 8_000;

    private final String path;
    private final byte[] bytes;
    private @Nullable String text;
    private @Nullable JavaSyntax syntax;

    HouseFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    static HouseFile of(String path, String text) {
        return new HouseFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    String path() {
        return path;
    }

    /** The path of the folder that holds it, empty for the root. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    int size() {
        return bytes.length;
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMarkdown() {
        return path.endsWith(".md");
    }

    /** Whether it is text: git's own test, no NUL near the start. */
    boolean isText() {
        return IntStream.range(0, Math.min(bytes.length, LOOKED_AT_FOR_NUL))
                .noneMatch(i -> bytes[i] == 0);
    }

    String text() {
        if (text == null) {
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        return text;
    }

    List<String> lines() {
        return text().lines().toList();
    }

    /** Its Java syntax. Only for a file that {@link #isJava()}. */
    JavaSyntax syntax() {
        if (syntax == null) {
            syntax = JavaSyntax.of(this);
        }
        return syntax;
    }

    /** Reads the syntax of all of them that are Java, at once. */
    static void readSyntax(List<HouseFile> files) {
        List<HouseFile> java = files.stream().filter(HouseFile::isJava).toList();
        List<JavaSyntax> syntax = JavaSyntax.of(java);
        for (int i = 0; i < java.size(); i++) {
            java.get(i).syntax = syntax.get(i);
        }
    }

    Finding finding(int line, String what) {
        return new Finding(path, line, what);
    }

    /** One finding for each line that {@code isBad}. */
    Stream<Finding> linesWhere(Predicate<String> isBad, String what) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .filter(i -> isBad.test(lines.get(i)))
                .mapToObj(i -> finding(i + 1, what));
    }

    /** One finding for each match; {@code what} has a {@code %s} for the matched text. */
    Stream<Finding> matches(Pattern pattern, String what) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i ->
                        pattern.matcher(lines.get(i))
                                .results()
                                .map(m -> finding(i + 1, what.formatted(m.group()))));
    }
}
