package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which webhooks there are, how they fare, and what was set aside. */
public final class WebhookList {

    private final JdbcClient jdbc;

    public WebhookList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A webhook.
     *
     * @param cursor how far its events have been sent
     * @param takenAt when something was last taken there
     * @param silentSince since when nothing has been taken, though it was tried
     * @param fault a code: what the last attempt came to, if it failed
     * @param aside how many events were set aside
     */
    public record Row(
            UUID id,
            OrgNumber unit,
            String address,
            boolean received,
            Instant madeAt,
            String cursor,
            Optional<Instant> takenAt,
            Optional<Instant> silentSince,
            Optional<String> fault,
            Instant nextAt,
            long aside) {}

    /**
     * An event that was set aside.
     *
     * @param cursor of the event; whoever begins before it gets it again
     * @param before the position before it
     */
    public record Aside(
            String event,
            String cursor,
            long before,
            UUID letter,
            String type,
            Instant at,
            int failures,
            String fault) {}

    private static final String SELECT =
            """
            SELECT w.*, (SELECT count(*) FROM webhook_aside a WHERE a.webhook = w.id) AS aside
              FROM webhook w
            """;

    /** Those of {@code units}, the oldest first. */
    public List<Row> of(Collection<OrgNumber> units) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE w.unit = ANY (?) AND w.ended_at IS NULL
                                ORDER BY w.made_at, w.id
                                """)
                .param(numbers(units))
                .query((rs, _) -> row(rs))
                .list();
    }

    /** One that is not ended. */
    public Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE w.id = ? AND w.ended_at IS NULL")
                .param(id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    /**
     * What was set aside, the newest event first.
     *
     * @param before only events before this position
     */
    public List<Aside> aside(UUID webhook, long before, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM webhook_aside WHERE webhook = ? AND position < ?
                         ORDER BY position DESC LIMIT ?
                        """)
                .param(webhook)
                .param(before)
                .param(limit)
                .query((rs, _) ->
                        new Aside(
                                rs.getString("event"),
                                rs.getLong("position") + "-" + rs.getString("mark"),
                                rs.getLong("position") - 1,
                                uuid(rs, "letter"),
                                rs.getString("type"),
                                instant(rs, "at"),
                                rs.getInt("failures"),
                                rs.getString("fault")))
                .list();
    }

    /** Since when the one has been silent that has been for longest; empty if none is. */
    public Optional<Instant> silentSince() {
        return jdbc.sql("SELECT min(silent_since) AS since FROM webhook WHERE ended_at IS NULL")
                .query((rs, _) -> maybeInstant(rs, "since"))
                .single();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                uuid(rs, "id"),
                new OrgNumber(rs.getString("unit")),
                rs.getString("address"),
                rs.getBoolean("received"),
                instant(rs, "made_at"),
                rs.getLong("position") + "-" + rs.getString("mark"),
                maybeInstant(rs, "taken_at"),
                maybeInstant(rs, "silent_since"),
                maybeString(rs, "last_fault"),
                instant(rs, "next_at"),
                rs.getLong("aside"));
    }
}
