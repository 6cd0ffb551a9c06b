package no.segl.proof.tidy;

import java.util.stream.Stream;

/** Text files that look the same on every machine. */
final class PlainText {

    static final Rule FINAL_NEWLINE =
            (file, house) ->
                    file.isText() && file.size() > 0 && !file.text().endsWith("\n")
                            ? Stream.of(file.finding(file.lines().size(), "no newline at the end"))
                            : Stream.of();

    static final Rule LINE_ENDS =
            (file, house) -> {
                int at = file.isText() ? file.text().indexOf('\r') : -1;
                return at < 0
                        ? Stream.of()
                        : Stream.of(
                                file.finding(
                                        1
                                                + (int)
                                                        file.text()
                                                                .substring(0, at)
                                                                .chars()
                                                                .filter(c -> c == '\n')
                                                                .count(),
                                        "a carriage return; lines end with a newline alone"));
            };

    static final Rule TABS =
            (file, house) ->
                    file.isJava()
                            ? file.linesWhere(line -> line.indexOf('\t') >= 0, "a tab in Java")
                            : Stream.of();

    private PlainText() {}
}
