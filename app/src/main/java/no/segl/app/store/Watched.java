package no.segl.app.store;

import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.Question;
import no.segl.core.overview.State;
import no.segl.core.readiness.Readiness;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which letters a question is about, for those who oversee the units at one end of them: never a
 * title, content, or who opened; a reference only for the sender who gave it.
 */
public final class Watched {

    /** So many closed letters are counted for a page, and no more. */
    public static final int MOST_COUNTED = 1000;

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final WatchedPlaces places;
    private final WatchedParties parties;

    public Watched(JdbcClient jdbc, Recipients recipients) {
        this.jdbc = jdbc;
        this.places = new WatchedPlaces(jdbc, recipients);
        this.parties = new WatchedParties(jdbc);
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
     * @param acceptedAt when it was sent
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
            Optional<SentLetters.Look> nextLook,
            Instant acceptedAt) {}

    /** A category at a unit. */
    public record Place(OrgNumber unit, Category category) {}

    /** A page; {@code next} is the {@code after} of the page that follows, if there is one. */
    public record Page(List<Row> rows, Optional<Cursor> next) {}

    /**
     * A place in a list.
     *
     * @param since of the letter there, in a list by age; empty in one by when letters were sent
     */
    public record Cursor(Optional<Instant> since, LetterId letter) {

        /** Reads what {@link #toString} writes. */
        public static Optional<Cursor> parse(String text) {
            int gap = text.indexOf('_');
            if (gap < 0) {
                return LetterId.parse(text).map(id -> new Cursor(Optional.empty(), id));
            }
            String micros = text.substring(0, gap);
            return micros.matches("[0-9]{1,17}")
                    ? LetterId.parse(text.substring(gap + 1))
                            .map(id ->
                                    new Cursor(
                                            Optional.of(
                                                    Instant.EPOCH.plus(
                                                            Long.parseLong(micros),
                                                            ChronoUnit.MICROS)),
                                            id))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return since.map(at -> ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_").orElse("")
                    + letter;
        }
    }

    /**
     * How many letters there are.
     *
     * @param letters at most {@link #MOST_COUNTED}, unless only open ones are asked for
     * @param more whether there are more
     * @param oldest since when the oldest has lain; told of open ones only
     */
    public record Count(long letters, boolean more, Optional<Instant> oldest) {}

    /** The letters with one unit at the other end. */
    public record Group(OrgNumber party, String name, long letters, Instant oldest) {}

    /**
     * Those that are not closed: what has lain longest first. If closed ones are asked for too: the
     * newest first.
     */
    public Page page(Asked asked, Optional<Cursor> after, int limit) {
        return page(asked, after, limit, asked.question().isNarrow());
    }

    private Page page(Asked asked, Optional<Cursor> after, int limit, boolean together) {
        Condition condition = condition(asked);
        boolean open = asked.question().isOfOpen();
        Optional<Cursor> from = after.filter(c -> c.since().isPresent() == open);
        String since = "coalesce(l.available_at, l.accepted_at)";
        String beyond =
                from.isEmpty()
                        ? ""
                        : open
                                ? "AND (" + since + ", l.id) > (:from, :after)"
                                : "AND l.id < :after";
        String order = open ? "ORDER BY since, l.id" : "ORDER BY l.id DESC";
        List<Row> rows =
                in(
                                asked,
                                condition,
                                (open || together ? WatchedRows.TOGETHER : WatchedRows.UNIT_BY_UNIT)
                                        .formatted(
                                                Columns.end(asked.own()),
                                                condition,
                                                beyond,
                                                order,
                                                order))
                        .param("from", from.flatMap(Cursor::since).map(Columns::at).orElse(null))
                        .param("after", from.map(c -> c.letter().value()).orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) -> WatchedRows.row(rs, asked.own()))
                        .list();
        if (rows.size() <= limit) {
            return new Page(rows, Optional.empty());
        }
        Row last = rows.get(limit - 1);
        return new Page(
                List.copyOf(rows.subList(0, limit)),
                Optional.of(
                        new Cursor(
                                open ? Optional.of(last.since()) : Optional.empty(), last.id())));
    }

    /**
     * Gives each of them to {@code row}, in the same order, without holding them all.
     *
     * @return whether there were more than {@code most}
     */
    public boolean each(Asked asked, int most, Consumer<Row> row) {
        Optional<Cursor> after = Optional.empty();
        int left = most;
        do {
            Page page = page(asked, after, Math.min(left, AT_ONCE), true);
            page.rows().forEach(row);
            left -= page.rows().size();
            after = page.next();
        } while (after.isPresent() && left > 0);
        return after.isPresent();
    }

    /** Those of {@code letters} that are at that end of theirs, in no order. */
    public List<Row> these(Side own, Collection<OrgNumber> units, Collection<LetterId> letters) {
        return jdbc.sql(
                        WatchedRows.TOGETHER.formatted(
                                Columns.end(own), "AND l.id = ANY (:letters)", "", "", ""))
                .param("units", numbers(units))
                .param("letters", Columns.ids(letters))
                .param("limit", letters.size())
                .query((rs, _) -> WatchedRows.row(rs, own))
                .list();
    }

    /** How many there are: closed letters are counted up to a bound only. */
    public Count count(Asked asked) {
        Condition condition = condition(asked);
        boolean open = asked.question().isOfOpen();
        return in(
                        asked,
                        condition,
                        """
                        SELECT count(*) AS letters, min(since) AS oldest
                          FROM (SELECT coalesce(l.available_at, l.accepted_at) AS since
                                  FROM letter l
                                 WHERE l.%s = ANY (:units) %s %s) AS found
                        """
                                .formatted(
                                        Columns.end(asked.own()),
                                        condition,
                                        open ? "" : "LIMIT " + (MOST_COUNTED + 1)))
                .query((rs, _) -> {
                    long letters = rs.getLong("letters");
                    return open
                            ? new Count(letters, false, maybeInstant(rs, "oldest"))
                            : new Count(
                                    Math.min(letters, MOST_COUNTED),
                                    letters > MOST_COUNTED,
                                    Optional.empty());
                })
                .single();
    }

    /** How many there are, closed ones too; {@code most + 1} stands for more than {@code most}. */
    public long count(Asked asked, int most) {
        Condition condition = condition(asked);
        return in(
                        asked,
                        condition,
                        """
                        SELECT count(*) FROM (
                            SELECT 1 FROM letter l WHERE l.%s = ANY (:units) %s LIMIT :most) AS found
                        """
                                .formatted(Columns.end(asked.own()), condition))
                .param("most", most + 1)
                .query(Long.class)
                .single();
    }

    /** By who is at the other end, the most letters first: one call for many letters. */
    public List<Group> groups(Asked asked, int limit) {
        return parties.groups(asked, condition(asked), limit);
    }

    /** Letters of one category with one unit at the other end. */
    public record Share(OrgNumber party, Category category, long letters) {}

    /** How many of each category there are with each unit at the other end, most first. */
    public List<Share> shares(Asked asked) {
        return parties.shares(asked, condition(asked));
    }

    /** How it stands at each of {@code places}. */
    public Map<Place, Readiness> readyAt(Collection<Place> places, Instant at) {
        return this.places.ready(places, at);
    }

    /** How it stands at the recipients of {@code rows}, each place once. */
    public Map<Place, Readiness> ready(Collection<Row> rows, Instant at) {
        return readyAt(rows.stream().map(r -> new Place(r.recipient(), r.category())).toList(), at);
    }

    private Condition condition(Asked asked) {
        return Condition.of(
                asked.question(),
                asked.own(),
                asked.question().notReady() ? places.stuck(asked) : List.of(),
                asked.at());
    }

    private JdbcClient.StatementSpec in(Asked asked, Condition condition, String sql) {
        return condition.in(jdbc.sql(sql).param("units", numbers(asked.units())));
    }
}
