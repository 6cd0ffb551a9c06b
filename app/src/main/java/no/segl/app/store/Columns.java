package no.segl.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import org.jspecify.annotations.Nullable;

/** Reads and writes the column types that need care. */
final class Columns {

    private Columns() {}

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(Columns::at).orElse(null);
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getTimestamp(column).toInstant();
    }

    static Optional<Instant> maybeInstant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
    }

    static UUID uuid(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    static Optional<UUID> maybeUuid(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, UUID.class));
    }

    static Optional<String> maybeString(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getString(column));
    }

    /** The column of table {@code letter} that has the unit at one end. */
    static String end(Side side) {
        return side == Side.SENDER ? "sender" : "recipient";
    }

    /** For {@code = ANY (?)}. */
    static String[] names(Collection<Power> powers) {
        return powers.stream().map(Power::name).toArray(String[]::new);
    }

    static String[] numbers(Collection<OrgNumber> units) {
        return units.stream().map(OrgNumber::value).toArray(String[]::new);
    }

    /** For {@code = ANY (?)}. */
    static UUID[] ids(Collection<LetterId> letters) {
        return letters.stream().map(LetterId::value).toArray(UUID[]::new);
    }
}
