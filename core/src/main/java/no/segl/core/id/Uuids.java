package no.segl.core.id;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes and reads UUIDs. New ones are version 7 (RFC 9562 § 5.7), so they sort by time. */
public final class Uuids {

    private Uuids() {}

    /**
     * A new version 7 UUID.
     *
     * @param at the time it carries, in whole milliseconds
     * @param random fills the other 74 bits; take a secure one where the id must not be guessed
     */
    public static UUID v7(Instant at, RandomGenerator random) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * The time that a version 7 UUID carries.
     *
     * @return in milliseconds since 1970; of a UUID of another version, any number
     */
    public static long millis(UUID v7) {
        return v7.getMostSignificantBits() >>> 16;
    }

    /** The UUID in {@code text}, or empty if it is not the standard form of one. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            // fromString also reads groups of other lengths.
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
