package no.segl.proof.tidy;

import java.util.stream.Stream;

/** Small enough to read in one go: files, methods, and what git carries. */
final class Sizes {

    static final int LINES_OF_A_JAVA_FILE = 300;
    static final int LINES_OF_A_METHOD = 60;

    /** 1 MiB: what is larger is made by the build, or fetched by it. */
    static final int BYTES_OF_A_FILE = 1 << 20;

    static final Rule JAVA_FILE =
            (file, house) -> {
                int lines = file.isJava() ? file.lines().size() : 0;
                return lines > LINES_OF_A_JAVA_FILE
                        ? Stream.of(
                                file.finding(
                                        LINES_OF_A_JAVA_FILE + 1,
                                        "a file of %d lines; at most %d: give a part a name of its own"
                                                .formatted(lines, LINES_OF_A_JAVA_FILE)))
                        : Stream.of();
            };

    static final Rule METHOD =
            (file, house) ->
                    file.isJava()
                            ? file.syntax().methods().stream()
                                    .filter(method -> method.length() > LINES_OF_A_METHOD)
                                    .map(method -> tooLong(file, method))
                            : Stream.of();

    static final Rule FILE =
            (file, house) ->
                    file.size() > BYTES_OF_A_FILE
                            ? Stream.of(file.finding(1, "over 1 MiB: git is no place for it"))
                            : Stream.of();

    private Sizes() {}

    private static Finding tooLong(HouseFile file, JavaSyntax.Method method) {
        return file.finding(
                method.firstLine(),
                "method %s has %d lines; at most %d: give a part a name of its own"
                        .formatted(method.name(), method.length(), LINES_OF_A_METHOD));
    }
}
