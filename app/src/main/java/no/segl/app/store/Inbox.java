package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.ids;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final String CHOSEN =
            """
            (:category::text IS NULL OR l.category = :category)
            AND (:unit::text IS NULL OR l.recipient = :unit)
            """;

    private static final String PLACES =
            """
            (:category::text IS NULL OR held.category = :category)
            AND (:unit::text IS NULL OR held.unit = :unit)
            """;

    private static final String SELECT =
            """
            SELECT l.id, l.sender, s.name AS sender_name, l.recipient,
                   r.name AS recipient_name, l.category,
                   CASE WHEN l.destroyed_at IS NULL THEN d.title ELSE '' END AS title,
                   l.available_at, l.opened_at, l.language, mine.shared,
                   l.assignee,
                   name_at(l.assignee, ARRAY[l.recipient]) AS assignee_name, l.handled_at
              FROM mine
              JOIN letter l ON l.id = mine.id
              JOIN dispatch d ON d.id = l.dispatch
              JOIN unit s ON s.number = l.sender
              JOIN unit r ON r.number = l.recipient
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
     * @param assignee who has it
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
            boolean shared,
            Optional<Assignee> assignee,
            Optional<Instant> handledAt) {}

    /** Who has a letter; the name may be empty. */
    public record Assignee(PersonId person, String name) {}

    /** Which letters, by what has become of them. */
    public enum View {
        ALL("", ""),
        /** Opened or not. */
        NOT_HANDLED("", "AND l.handled_at IS NULL "),
        UNOPENED("", "AND false "),
        /** The person's own, and not handled. */
        MINE("AND l.assignee = :person ", "AND l.assignee = :person AND l.handled_at IS NULL "),
        HANDLED("AND false ", "AND l.handled_at IS NOT NULL ");

        private final String unopened;
        private final String opened;

        View(String unopened, String opened) {
            this.unopened = unopened;
            this.opened = opened;
        }
    }

    /**
     * Whose inbox, at which time, and what of it.
     *
     * @param unit only letters to this unit
     * @param category only letters of this category
     */
    public record Question(
            PersonId person,
            Instant at,
            View view,
            Optional<OrgNumber> unit,
            Optional<Category> category) {

        /** All of it. */
        public static Question all(PersonId person, Instant at) {
            return new Question(person, at, View.ALL, Optional.empty(), Optional.empty());
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
        return asked(
                        Mine.where(PLACES, CHOSEN + "AND l.state = 'AVAILABLE'", "")
                                + """
                                SELECT count(*) AS unopened, min(available_at) AS oldest
                                  FROM mine JOIN letter USING (id)
                                """,
                        question)
                .query((rs, _) -> new Summary(rs.getLong("unopened"), maybeInstant(rs, "oldest")))
                .single();
    }

    /** The state stands in the question itself, so that the indexes made for it can be used. */
    private List<Row> rows(Question question, String state, Optional<UUID> after, int limit) {
        boolean oldestFirst = state.equals("AVAILABLE");
        String order = (oldestFirst ? " ORDER BY l.id" : " ORDER BY l.id DESC") + " LIMIT :limit";
        String part =
                CHOSEN
                        + (oldestFirst ? question.view().unopened : question.view().opened)
                        + "AND l.state = '%s' AND (:after::uuid IS NULL OR l.id %s :after::uuid)"
                                .formatted(state, oldestFirst ? ">" : "<");
        return asked(Mine.where(PLACES, part, order) + SELECT + order, question)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((rs, _) -> row(rs))
                .list();
    }

    /**
     * Those of {@code letters} that are in the person's inbox, whatever the question leaves out.
     */
    public List<Row> among(Collection<LetterId> letters, PersonId person, Instant at) {
        String part = "l.id = ANY (:letters) AND l.state IN ('AVAILABLE', 'OPENED')";
        return jdbc.sql(Mine.among(part) + SELECT + "ORDER BY l.id")
                .param("person", person.value())
                .param("at", at(at))
                .param("letters", ids(letters))
                .query((rs, _) -> row(rs))
                .list();
    }

    /** A unit that the person has letters to. */
    public record Place(OrgNumber number, String name) {}

    /** Every unit with a letter in the person's inbox, by name. */
    public List<Place> places(PersonId person, Instant at) {
        return jdbc.sql(
                        Mine.HELD
                                + """
                                SELECT u.number, u.name FROM unit u
                                 WHERE EXISTS (SELECT 1 FROM held JOIN letter l
                                                 ON l.recipient = held.unit
                                                AND l.category = held.category
                                              WHERE held.unit = u.number
                                                AND l.state IN ('AVAILABLE', 'OPENED'))
                                    OR u.number IN (SELECT l.recipient
                                """
                                + Mine.SHARED
                                + """
                                 l.state IN ('AVAILABLE', 'OPENED'))
                                 ORDER BY lower(u.name), u.number
                                """)
                .param("person", person.value())
                .param("at", at(at))
                .query((rs, _) ->
                        new Place(new OrgNumber(rs.getString("number")), rs.getString("name")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return jdbc.sql(sql)
                .param("person", question.person().value())
                .param("at", at(question.at()))
                .param("unit", question.unit().map(OrgNumber::value).orElse(null))
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
                rs.getBoolean("shared"),
                assignee(rs),
                maybeInstant(rs, "handled_at"));
    }

    private static Optional<Assignee> assignee(ResultSet rs) throws SQLException {
        Optional<UUID> person = maybeUuid(rs, "assignee");
        return person.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Assignee(new PersonId(person.get()), rs.getString("assignee_name")));
    }
}
