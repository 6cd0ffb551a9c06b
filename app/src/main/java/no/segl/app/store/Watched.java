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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.Question;
import no.segl.core.overview.State;
import no.segl.core.readiness.Readiness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which letters a question is about, for those who oversee the units at one end of them: never a
 * title, content, or who opened; a reference only for the sender who gave it.
 */
public final class Watched {

    private final JdbcClient jdbc;
    private final Recipients recipients;

    public Watched(JdbcClient jdbc, Recipients recipients) {
        this.jdbc = jdbc;
        this.recipients = recipients;
    }

    /**
     * What is asked, and as whom.
     *
     * @param own at which end of the letters those who ask are
     * @param units whose letters, at that end
     * @param at the moment for which it is asked
     */
    public record Asked(Side own, Collection<OrgNumber> units, Question question, Instant at) {}

    /**
     * A letter.
     *
     * @param reference the sender's own, at the sender's end
     * @param caseNumber the same
     * @param since from when its age is counted
     * @param availableAt empty until it has become available
     * @param nextLook empty only when it is closed
     */
    public record Row(
            LetterId id,
            OrgNumber sender,
            String senderName,
            OrgNumber recipient,
            String recipientName,
            Category category,
            Optional<String> reference,
            Optional<String> caseNumber,
            State state,
            Instant since,
            Optional<Instant> availableAt,
            Optional<Instant> openedAt,
            Optional<Instant> closedAt,
            Optional<SentLetters.Look> nextLook) {}

    /** A page; {@code next} is the {@code after} of the page that follows, if there is one. */
    public record Page(List<Row> rows, Optional<LetterId> next) {}

    /** How many letters there are, and since when the oldest has lain. */
    public record Count(long letters, Optional<Instant> oldest) {}

    /** The letters with one unit at the other end. */
    public record Group(OrgNumber party, String name, long letters, Instant oldest) {}

    /**
     * Those that are not closed: what has lain longest first. If closed ones are asked for too: the
     * newest first.
     */
    public Page page(Asked asked, Optional<LetterId> after, int limit) {
        Condition condition = condition(asked);
        List<Row> rows =
                in(asked, condition, list(asked, condition, after.isPresent()))
                        .param("after", after.map(LetterId::value).orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) -> row(rs, asked.own()))
                        .list();
        return rows.size() <= limit
                ? new Page(rows, Optional.empty())
                : new Page(
                        List.copyOf(rows.subList(0, limit)), Optional.of(rows.get(limit - 1).id()));
    }

    /** Each unit is looked up by itself: nobody else's letters are read. */
    private static String list(Asked asked, Condition condition, boolean continued) {
        boolean oldest = asked.question().isOfOpen();
        String order = "ORDER BY l.id " + (oldest ? "ASC" : "DESC") + " LIMIT :limit";
        String after = continued ? " AND l.id " + (oldest ? ">" : "<") + " :after" : "";
        return """
        SELECT l.*, s.name AS sender_name, r.name AS recipient_name
          FROM unnest(:units::text[]) AS own (number)
         CROSS JOIN LATERAL (
            SELECT l.*, d.senders_reference, d.case_number
              FROM letter l
              LEFT JOIN dispatch d ON d.id = l.dispatch AND l.destroyed_at IS NULL
             WHERE l.%s = own.number %s %s
             %s) l
          JOIN unit s ON s.number = l.sender
          JOIN unit r ON r.number = l.recipient
         %s
        """
                .formatted(end(asked), condition, after, order, order);
    }

    /**
     * Gives each of them to {@code row}, in the same order, without holding them all.
     *
     * @return how many there were
     */
    public int each(Asked asked, int most, Consumer<Row> row) {
        Optional<LetterId> after = Optional.empty();
        int left = most;
        do {
            Page page = page(asked, after, Math.min(left, 1000));
            page.rows().forEach(row);
            left -= page.rows().size();
            after = page.next();
        } while (after.isPresent() && left > 0);
        return most - left;
    }

    /** How many there are. */
    public Count count(Asked asked) {
        Condition condition = condition(asked);
        return in(
                        asked,
                        condition,
                        """
                        SELECT count(*) AS letters,
                               min(coalesce(l.available_at, l.accepted_at)) AS oldest
                          FROM letter l %s
                         WHERE l.%s = ANY (:units) %s
                        """
                                .formatted(dispatch(asked), end(asked), condition))
                .query((rs, _) -> new Count(rs.getLong("letters"), maybeInstant(rs, "oldest")))
                .single();
    }

    /** By who is at the other end, the most letters first: one call for many letters. */
    public List<Group> groups(Asked asked, int limit) {
        Condition condition = condition(asked);
        return in(
                        asked,
                        condition,
                        """
                        SELECT l.%1$s AS party, u.name, count(*) AS letters,
                               min(coalesce(l.available_at, l.accepted_at)) AS oldest
                          FROM letter l %2$s
                          JOIN unit u ON u.number = l.%1$s
                         WHERE l.%3$s = ANY (:units) %4$s
                         GROUP BY l.%1$s, u.name
                         ORDER BY letters DESC, oldest, party LIMIT :limit
                        """
                                .formatted(other(asked), dispatch(asked), end(asked), condition))
                .param("limit", limit)
                .query((rs, _) ->
                        new Group(
                                new OrgNumber(rs.getString("party")),
                                rs.getString("name"),
                                rs.getLong("letters"),
                                instant(rs, "oldest")))
                .list();
    }

    /** How it stands at the recipients of {@code rows}, each place once. */
    public Map<Place, Readiness> ready(Collection<Row> rows, Instant at) {
        return ready(
                places(rows.stream().map(r -> new Place(r.recipient(), r.category())).toList()),
                at);
    }

    /** A category at a unit. */
    public record Place(OrgNumber unit, Category category) {}

    private Map<Place, Readiness> ready(Map<Category, Collection<OrgNumber>> places, Instant at) {
        Map<Place, Readiness> found = new java.util.HashMap<>();
        places.forEach((category, units) ->
                recipients
                        .ready(units, category, at)
                        .forEach(r -> found.put(new Place(r.unit(), category), r)));
        return found;
    }

    private static Map<Category, Collection<OrgNumber>> places(Collection<Place> places) {
        Map<Category, Collection<OrgNumber>> by =
                new TreeMap<>(java.util.Comparator.comparing(Category::code));
        for (Place place : places) {
            by.computeIfAbsent(
                            place.category(),
                            _ -> new TreeSet<>(java.util.Comparator.comparing(OrgNumber::value)))
                    .add(place.unit());
        }
        return by;
    }

    private Condition condition(Asked asked) {
        return Condition.of(
                asked.question(),
                asked.own(),
                asked.question().notReady() ? stuck(asked) : List.of(),
                asked.at());
    }

    /** Where letters of theirs lie open and cannot be opened as things stand. */
    private List<Readiness> stuck(Asked asked) {
        List<Place> open =
                jdbc.sql(
                                """
                                SELECT DISTINCT l.recipient, l.category FROM letter l
                                 WHERE l.%s = ANY (:units) AND l.state IN ('ACCEPTED', 'AVAILABLE')
                                """
                                        .formatted(end(asked)))
                        .param("units", numbers(asked.units()))
                        .query((rs, _) ->
                                new Place(
                                        new OrgNumber(rs.getString("recipient")),
                                        new Category(rs.getString("category"))))
                        .list();
        return ready(places(open), asked.at()).values().stream().filter(r -> !r.isReady()).toList();
    }

    private JdbcClient.StatementSpec in(Asked asked, Condition condition, String sql) {
        return condition.in(jdbc.sql(sql).param("units", numbers(asked.units())));
    }

    private static String end(Asked asked) {
        return asked.own() == Side.SENDER ? "sender" : "recipient";
    }

    private static String other(Asked asked) {
        return asked.own() == Side.SENDER ? "recipient" : "sender";
    }

    /** Only where it is asked for: a count of a million letters needs no more than the letters. */
    private static String dispatch(Asked asked) {
        Question question = asked.question();
        return question.reference().isPresent() || question.caseNumber().isPresent()
                ? DISPATCH
                : "";
    }

    /** References go with the content: nothing of them is left when that is destroyed. */
    private static final String DISPATCH =
            "JOIN dispatch d ON d.id = l.dispatch AND l.destroyed_at IS NULL";

    private static Row row(ResultSet rs, Side own) throws SQLException {
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
                look(rs));
    }

    private static Optional<SentLetters.Look> look(ResultSet rs) throws SQLException {
        @Nullable String reason = rs.getString("next_look_reason");
        @Nullable String owner = rs.getString("next_look_owner");
        return maybeInstant(rs, "next_look_at")
                .filter(_ -> reason != null && owner != null)
                .map(at -> new SentLetters.Look(at, String.valueOf(reason), String.valueOf(owner)));
    }
}
