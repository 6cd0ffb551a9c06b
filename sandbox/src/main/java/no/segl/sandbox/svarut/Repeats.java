package no.segl.sandbox.svarut;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The guard against repeats: so many letters with the same sender, title and recipient are taken
 * within two days, and each try, refused or not, begins the two days anew.
 */
final class Repeats {

    private static final Duration WINDOW = Duration.ofDays(2);

    private final Map<Same, Tries> tries = new HashMap<>();

    private record Same(UUID account, String title, JsonNode recipient) {}

    private record Tries(long number, Instant last) {}

    /**
     * Notes a try.
     *
     * @return how many there have been, with this one
     */
    long note(UUID account, String title, JsonNode recipient, Instant now) {
        Same same = new Same(account, title, recipient);
        Tries before = tries.getOrDefault(same, new Tries(0, now));
        boolean over = before.last().plus(WINDOW).isBefore(now);
        Tries after = new Tries(over ? 1 : before.number() + 1, now);
        tries.put(same, after);
        return after.number();
    }
}
