package no.segl.proof.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** How long each of many repetitions took, and all of them together. */
final class Latencies {

    /** Each one's time, sorted. */
    private final long[] nanos;

    /** From the first one's start to the last one's end. */
    private final Duration elapsed;

    private Latencies(long[] nanos, Duration elapsed) {
        this.nanos = nanos;
        this.elapsed = elapsed;
    }

    /** Something to repeat; {@code n} counts up over all clients. */
    interface Deed {
        void once(int client, int n) throws Exception;
    }

    /** Repeats {@code deed} {@code times} times, by so many clients at once. */
    static Latencies of(int clients, int times, Deed deed) throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work =
                    LongStream.range(0, clients)
                            .mapToObj(c -> client((int) c, clients, times, deed))
                            .map(threads::submit)
                            .toList();
            long[] all = new long[0];
            for (Future<long[]> one : work) {
                all = LongStream.concat(Arrays.stream(all), Arrays.stream(one.get())).toArray();
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
            Arrays.sort(all);
            return new Latencies(all, elapsed);
        }
    }

    private static Callable<long[]> client(int client, int clients, int times, Deed deed) {
        return () -> {
            long[] nanos = new long[(times - client + clients - 1) / clients];
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                deed.once(client, client + i * clients);
                nanos[i] = System.nanoTime() - begun;
            }
            return nanos;
        };
    }

    /** How many a second. */
    double rate() {
        return nanos.length / (elapsed.toNanos() / 1e9);
    }

    /** The time within which {@code percent} of them were done, in milliseconds. */
    double millis(double percent) {
        int index = (int) Math.ceil(percent / 100 * nanos.length) - 1;
        return nanos[Math.max(index, 0)] / 1e6;
    }

    /** As cells of a table: rate, p50, p99. */
    String cells() {
        return String.format(Locale.ROOT, "%.0f | %.1f | %.1f", rate(), millis(50), millis(99));
    }
}
