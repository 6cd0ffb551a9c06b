package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import no.segl.app.store.Watched.Row;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.State;
import org.jspecify.annotations.Nullable;

/** Letters of a list, as rows: the two ways to look them up, and what is read of each. */
final class WatchedRows {

    /** All units in one go: best when few letters answer, or when all are wanted in the end. */
    static final String TOGETHER =
            """
            SELECT l.*, s.name AS sender_name, r.name AS recipient_name,
                   d.senders_reference, d.case_number
              FROM (SELECT l.*, coalesce(l.available_at, l.accepted_at) AS since
                      FROM letter l WHERE l.%s = ANY (:units) %s %s %s LIMIT :limit) l
              LEFT JOIN dispatch d ON d.id = l.dispatch AND l.destroyed_at IS NULL
              JOIN unit s ON s.number = l.sender
              JOIN unit r ON r.number = l.recipient
             %s
            """;

    /**
     * Each unit by itself, the newest first: nobody else's letters are read, and of each unit's
     * only as much as it takes to choose.
     */
    static final String UNIT_BY_UNIT =
            """
            SELECT l.*, coalesce(l.available_at, l.accepted_at) AS since,
                   s.name AS sender_name, r.name AS recipient_name,
                   d.senders_reference, d.case_number
              FROM (SELECT newest.id FROM unnest(:units::text[]) AS own (number)
                     CROSS JOIN LATERAL (
                        SELECT l.id FROM letter l WHERE l.%s = own.number %s %s %s LIMIT :limit)
                            AS newest
                     ORDER BY newest.id DESC LIMIT :limit) AS chosen
              JOIN letter l ON l.id = chosen.id
              LEFT JOIN dispatch d ON d.id = l.dispatch AND l.destroyed_at IS NULL
              JOIN unit s ON s.number = l.sender
              JOIN unit r ON r.number = l.recipient
             %s
            """;

    private WatchedRows() {}

    static Row row(ResultSet rs, Side own) throws SQLException {
        Instant accepted = instant(rs, "accepted_at");
        Optional<Instant> available = maybeInstant(rs, "available_at");
        boolean sender = own == Side.SENDER;
        return new Row(
                new LetterId(uuid(rs, "id")),
                new OrgNumber(rs.getString("sender")),
                rs.getString("sender_name"),
                new OrgNumber(rs.getString("recipient")),
                rs.getString("recipient_name"),
                new Category(rs.getString("category")),
                sender ? maybeString(rs, "senders_reference") : Optional.empty(),
                sender ? maybeString(rs, "case_number") : Optional.empty(),
                State.valueOf(rs.getString("state")),
                available.orElse(accepted),
                available,
                maybeInstant(rs, "opened_at"),
                maybeInstant(rs, "closed_at"),
                look(rs),
                accepted);
    }

    private static Optional<SentLetters.Look> look(ResultSet rs) throws SQLException {
        @Nullable String reason = rs.getString("next_look_reason");
        @Nullable String owner = rs.getString("next_look_owner");
        return maybeInstant(rs, "next_look_at")
                .filter(_ -> reason != null && owner != null)
                .map(at -> new SentLetters.Look(at, String.valueOf(reason), String.valueOf(owner)));
    }
}
