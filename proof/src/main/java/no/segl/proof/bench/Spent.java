package no.segl.proof.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much of the processors each part has taken. It says more than a rate where all share them,
 * and hardly depends on what else the machine does.
 */
record Spent(Duration segl, Duration database, Duration client) {

    /**
     * Until now.
     *
     * @param postgres where the database's data lie: it is no child of whoever started it
     */
    static Spent of(ProcessHandle segl, Path postgres) throws IOException {
        try (Stream<String> lines = Files.lines(postgres.resolve("postmaster.pid"))) {
            long first = lines.findFirst().map(Long::parseLong).orElseThrow();
            Duration database =
                    ProcessHandle.of(first).stream()
                            .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                            .map(Spent::time)
                            .reduce(Duration.ZERO, Duration::plus);
            return new Spent(time(segl), database, time(ProcessHandle.current()));
        }
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** In milliseconds for each of {@code times} since {@code before}. */
    String each(Spent before, int times) {
        return String.format(
                Locale.ROOT,
                "%.1f ms in Segl, %.1f in the database, %.1f in the client",
                each(segl, before.segl, times),
                each(database, before.database, times),
                each(client, before.client, times));
    }

    private static double each(Duration now, Duration before, int times) {
        return now.minus(before).toNanos() / 1e6 / times;
    }
}
