package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may open, over all their units at once. */
public final class Inbox {

    /** Where the grants of the first two parameters, units and categories, hold. */
    private static final String HELD =
            """
            WITH RECURSIVE held (unit, category) AS (
                SELECT * FROM unnest(?::text[], ?::text[])
                UNION
                SELECT c.number, held.category
                  FROM held
                  JOIN unit p ON p.number = held.unit
                  JOIN unit c ON c.parent = p.number
                  JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = c.kind
            )
            """;

    private final JdbcClient jdbc;

    public Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter in the list.
     *
     * @param title for this reader's eyes; empty once the content is destroyed
     */
    public record Row(
            LetterId id,
            OrgNumber sender,
            String senderName,
            OrgNumber recipient,
            String recipientName,
            Category category,
            String title,
            String language,
            Instant availableAt,
            Optional<Instant> openedAt) {}

    /**
     * Where the next page begins.
     *
     * @param opened whether it begins among the opened letters
     * @param last the last letter that was shown
     */
    public record Cursor(boolean opened, UUID last) {

        /** The cursor that {@link #toString} wrote; empty if {@code text} is none. */
        public static Optional<Cursor> parse(String text) {
            boolean opened = text.startsWith("o");
            return (opened || text.startsWith("u"))
                    ? LetterId.parse(text.substring(1)).map(id -> new Cursor(opened, id.value()))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return (opened ? "o" : "u") + last;
        }
    }

    /**
     * A page.
     *
     * @param next where the next one begins, if there is more
     */
    public record Page(List<Row> rows, Optional<Cursor> next) {}

    /** Unopened letters first, the oldest of them at the top; then opened ones, newest first. */
    public Page page(List<Grant> grants, Instant at, Optional<Cursor> after, int limit) {
        List<Grant> reads =
                grants.stream().filter(g -> g.power() == Power.READ && g.holdsAt(at)).toList();
        List<Row> rows = new ArrayList<>();
        if (after.filter(Cursor::opened).isEmpty()) {
            rows.addAll(unopened(reads, after.map(Cursor::last), limit + 1));
        }
        if (rows.size() <= limit) {
            Optional<UUID> last = after.filter(Cursor::opened).map(Cursor::last);
            rows.addAll(opened(reads, last, limit + 1 - rows.size()));
        }
        if (rows.size() <= limit) {
            return new Page(List.copyOf(rows), Optional.empty());
        }
        List<Row> shown = List.copyOf(rows.subList(0, limit));
        Row last = shown.getLast();
        return new Page(
                shown, Optional.of(new Cursor(last.openedAt().isPresent(), last.id().value())));
    }

    /**
     * How much lies unopened.
     *
     * @param oldest since when the oldest of them could be opened; empty if there are none
     */
    public record Summary(long unopened, Optional<Instant> oldest) {}

    /** What lies unopened for the holder of {@code grants}. */
    public Summary summary(List<Grant> grants, Instant at) {
        List<Grant> reads =
                grants.stream().filter(g -> g.power() == Power.READ && g.holdsAt(at)).toList();
        return jdbc.sql(
                        HELD
                                + """
                                SELECT count(*) AS unopened, min(available_at) AS oldest
                                  FROM letter
                                 WHERE state = 'AVAILABLE'
                                   AND (recipient, category) IN (SELECT * FROM held)
                                """)
                .param(units(reads))
                .param(categories(reads))
                .query((rs, _) -> new Summary(rs.getLong("unopened"), maybeInstant(rs, "oldest")))
                .single();
    }

    private static String[] units(List<Grant> reads) {
        return reads.stream().map(g -> g.unit().value()).toArray(String[]::new);
    }

    private static String[] categories(List<Grant> reads) {
        return reads.stream().map(g -> g.category().orElseThrow().code()).toArray(String[]::new);
    }

    private List<Row> unopened(List<Grant> reads, Optional<UUID> after, int limit) {
        return rows(
                reads,
                """
                l.state = 'AVAILABLE' AND (?::uuid IS NULL OR l.id > ?::uuid)
                ORDER BY l.id LIMIT ?
                """,
                after,
                limit);
    }

    private List<Row> opened(List<Grant> reads, Optional<UUID> after, int limit) {
        return rows(
                reads,
                """
                l.state = 'OPENED' AND (?::uuid IS NULL OR l.id < ?::uuid)
                ORDER BY l.id DESC LIMIT ?
                """,
                after,
                limit);
    }

    private List<Row> rows(List<Grant> reads, String rest, Optional<UUID> after, int limit) {
        return jdbc.sql(
                        HELD
                                + """
                                SELECT l.id, l.sender, s.name AS sender_name, l.recipient,
                                       r.name AS recipient_name, l.category,
                                       CASE WHEN l.destroyed_at IS NULL
                                            THEN d.title ELSE '' END AS title,
                                       l.available_at, l.opened_at, l.language
                                  FROM letter l
                                  JOIN dispatch d ON d.id = l.dispatch
                                  JOIN unit s ON s.number = l.sender
                                  JOIN unit r ON r.number = l.recipient
                                 WHERE (l.recipient, l.category) IN (SELECT * FROM held)
                                """
                                + " AND "
                                + rest)
                .param(units(reads))
                .param(categories(reads))
                .param(after.orElse(null))
                .param(after.orElse(null))
                .param(limit)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new LetterId(uuid(rs, "id")),
                new OrgNumber(rs.getString("sender")),
                rs.getString("sender_name"),
                new OrgNumber(rs.getString("recipient")),
                rs.getString("recipient_name"),
                new Category(rs.getString("category")),
                rs.getString("title"),
                rs.getString("language"),
                instant(rs, "available_at"),
                maybeInstant(rs, "opened_at"));
    }
}
