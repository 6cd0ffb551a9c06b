package no.segl.app.register;

import java.time.Duration;

/**
 * How hard the register may be asked, and how much it may answer.
 *
 * @param pause the least time from one call to the next
 * @param timeout how long an answer may take, whole
 * @param bulkTimeout how long a bulk file may take, whole
 * @param attempts how often a call is tried before it is given up
 * @param longestWait the longest time to wait when the register says how long; if it says longer,
 *     the call is given up at once
 * @param listed how many units to ask for at a time
 * @param updated how many updates to ask for at a time; at most 10 000
 * @param bytes the largest answer
 * @param bulkBytes the largest bulk file, as it is sent
 */
public record Limits(
        Duration pause,
        Duration timeout,
        Duration bulkTimeout,
        int attempts,
        Duration longestWait,
        int listed,
        int updated,
        long bytes,
        long bulkBytes) {

    /**
     * How deep the register lets anybody page: {@code size * (page + 1)}. Source: the description
     * of Enhetsregisteret's open API.
     */
    static final int WINDOW = 10_000;

    /** Those that are used: five calls in a second at most. */
    public static Limits polite() {
        return new Limits(
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofMinutes(30),
                5,
                Duration.ofMinutes(2),
                500,
                2_000,
                32L << 20,
                2L << 30);
    }

    /**
     * @throws IllegalArgumentException if more is asked for at a time than the register gives
     */
    public Limits {
        if (attempts < 1 || listed < 1 || listed > WINDOW || updated < 1 || updated > WINDOW) {
            throw new IllegalArgumentException("1 to 10 000 may be asked for at a time");
        }
    }
}
