package no.segl.app.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A request's body that must come at a fair pace: after half a minute's grace, at least 1 KiB for
 * each second that Segl has waited for it, and all of it within six hours. Whoever trickles bytes
 * to hold a connection open is cut off, but nobody is for the time that Segl itself takes to seal
 * and store. A body that breaks off is a problem of the request, not of Segl's.
 */
public final class PacedInput extends FilterInputStream {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final long BYTES_PER_SECOND = 1024;

    /** Well within {@link no.segl.app.office.Intake#LONGEST}: 2 GB at 100 KB a second. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final InstantSource clock;
    private final Instant begun;
    private Duration waited = Duration.ZERO;
    private long read;

    public PacedInput(InputStream in, InstantSource clock) {
        super(in);
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public int read() throws IOException {
        Instant asked = clock.instant();
        int b = from(super::read);
        count(b < 0 ? 0 : 1, asked);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        Instant asked = clock.instant();
        int n = from(() -> super.read(bytes, offset, most));
        count(Math.max(n, 0), asked);
        return n;
    }

    /** What fails here is the client's, and must not look like a fault of the vault's. */
    private static int from(Reading reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new ApiProblem(
                    Causes.stoodStill(e) ? Problem.TIMEOUT_UPLOAD : Problem.UNREADABLE_BODY);
        }
    }

    private interface Reading {
        int read() throws IOException;
    }

    private void count(int bytes, Instant asked) {
        Instant now = clock.instant();
        read += bytes;
        waited = waited.plus(Duration.between(asked, now));
        long paced = waited.minus(GRACE).toSeconds() * BYTES_PER_SECOND;
        if (read < paced || Duration.between(begun, now).compareTo(LONGEST) > 0) {
            throw new ApiProblem(Problem.TIMEOUT_UPLOAD);
        }
    }
}
