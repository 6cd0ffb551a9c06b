package no.segl.app.store;

import static no.segl.app.store.Columns.at;
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
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may open, over all their units at once. */
public final class Inbox {

    /** Where the person's grants hold, on the way down to the units that inherit. */
    private static final String HELD =
            """
            WITH RECURSIVE held (unit, category) AS (
                SELECT unit, category FROM access_grant
                 WHERE person = :person AND power = 'READ'
                   AND valid_from <= :at AND (valid_until IS NULL OR valid_until > :at)
                UNION
                SELECT c.number, held.category
                  FROM held
                  JOIN unit p ON p.number = held.unit
                  JOIN unit c ON c.parent = p.number
                  JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = c.kind
            )
            """;

    private static final String BY_GRANT =
            """
            SELECT l.id, false AS shared FROM letter l
             WHERE (l.recipient, l.category) IN (SELECT * FROM held) AND
            """;

    private static final String BY_SHARE =
            """
            SELECT l.id, true AS shared FROM letter_share s JOIN letter l ON l.id = s.letter
             WHERE s.person = :person
               AND s.valid_from <= :at AND (s.valid_until IS NULL OR s.valid_until > :at) AND
            """;

    private static final String CHOSEN =
            """
            (:category::text IS NULL OR l.category = :category)
            """;

    private final JdbcClient jdbc;

    public Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter in the list.
     *
     * @param title for this reader's eyes; empty once the content is destroyed
     * @param shared whether it is here because it was shared, and not by a grant
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
            Optional<Instant> openedAt,
            boolean shared) {}

    /**
     * Whose inbox, at which time, and what of it.
     *
     * @param category only letters of this category
     */
    public record Question(PersonId person, Instant at, Optional<Category> category) {

        /** All of it. */
        public static Question all(PersonId person, Instant at) {
            return new Question(person, at, Optional.empty());
        }
    }

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
    public Page page(Question question, Optional<Cursor> after, int limit) {
        List<Row> rows = new ArrayList<>();
        if (after.filter(Cursor::opened).isEmpty()) {
            rows.addAll(rows(question, "AVAILABLE", after.map(Cursor::last), limit + 1));
        }
        if (rows.size() <= limit) {
            Optional<UUID> last = after.filter(Cursor::opened).map(Cursor::last);
            rows.addAll(rows(question, "OPENED", last, limit + 1 - rows.size()));
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

    /** What lies unopened for somebody. */
    public Summary summary(Question question) {
        String unopened = CHOSEN + "AND l.state = 'AVAILABLE'";
        return asked(
                        HELD
                                + "SELECT count(*) AS unopened, min(available_at) AS oldest"
                                + " FROM letter WHERE id IN (SELECT id FROM ("
                                + BY_GRANT
                                + unopened
                                + " UNION "
                                + BY_SHARE
                                + unopened
                                + ") mine)",
                        question)
                .query((rs, _) -> new Summary(rs.getLong("unopened"), maybeInstant(rs, "oldest")))
                .single();
    }

    private List<Row> rows(Question question, String state, Optional<UUID> after, int limit) {
        boolean oldestFirst = state.equals("AVAILABLE");
        String order = oldestFirst ? "ORDER BY l.id" : "ORDER BY l.id DESC";
        String part =
                CHOSEN
                        + "AND l.state = :state AND (:after::uuid IS NULL OR l.id "
                        + (oldestFirst ? ">" : "<")
                        + " :after::uuid) "
                        + order
                        + " LIMIT :limit";
        return asked(
                        HELD
                                + ", mine (id, shared) AS (SELECT id, bool_and(shared) FROM (("
                                + BY_GRANT
                                + part
                                + ") UNION ALL ("
                                + BY_SHARE
                                + part
                                + ")) found GROUP BY id)"
                                + """
                                SELECT l.id, l.sender, s.name AS sender_name, l.recipient,
                                       r.name AS recipient_name, l.category,
                                       CASE WHEN l.destroyed_at IS NULL
                                            THEN d.title ELSE '' END AS title,
                                       l.available_at, l.opened_at, l.language, mine.shared
                                  FROM mine
                                  JOIN letter l ON l.id = mine.id
                                  JOIN dispatch d ON d.id = l.dispatch
                                  JOIN unit s ON s.number = l.sender
                                  JOIN unit r ON r.number = l.recipient
                                """
                                + order
                                + " LIMIT :limit",
                        question)
                .param("state", state)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((rs, _) -> row(rs))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return jdbc.sql(sql)
                .param("person", question.person().value())
                .param("at", at(question.at()))
                .param("category", question.category().map(Category::code).orElse(null));
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
                maybeInstant(rs, "opened_at"),
                rs.getBoolean("shared"));
    }
}
