package no.segl.app.store;

import static no.segl.app.store.Columns.maybeInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.Letter.Chase.Told;

/** How far letters have been chased, in the columns of their rows. */
final class Chases {

    private Chases() {}

    static Chase chase(ResultSet rs) throws SQLException {
        return new Chase(
                rs.getInt("steps"),
                told(rs),
                rs.getBoolean("renotified"),
                rs.getBoolean("readerless"),
                maybeInstant(rs, "chased_at"),
                rs.getBoolean("for_paper"));
    }

    private static List<Told> told(ResultSet rs) throws SQLException {
        UUID[] notices = (UUID[]) rs.getArray("told").getArray();
        Timestamp[] times = (Timestamp[]) rs.getArray("told_at").getArray();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < notices.length; i++) {
            told.add(new Told(notices[i], times[i].toInstant()));
        }
        if (told.isEmpty()) {
            // As an earlier version wrote it, which did not say by what notice.
            maybeInstant(rs, "notified_at").map(Told::byUnknown).ifPresent(told::add);
        }
        return told;
    }

    static UUID[] notices(Chase chase) {
        return chase.told().stream().map(Told::notice).toArray(UUID[]::new);
    }

    static String[] times(Chase chase) {
        return chase.told().stream().map(Told::at).map(Instant::toString).toArray(String[]::new);
    }
}
