package no.segl.app.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.Uuids;

/** A place in a list by what is due when: at this time, and this one of those. */
public record DueCursor(Instant due, UUID id) {

    /** Reads what {@link #toString} writes; empty if {@code text} is not that. */
    public static Optional<DueCursor> parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0 || !text.substring(0, dash).matches("[0-9]{1,17}")) {
            return Optional.empty();
        }
        Instant due =
                Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS);
        return Uuids.parse(text.substring(dash + 1)).map(id -> new DueCursor(due, id));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, due) + "-" + id;
    }
}
