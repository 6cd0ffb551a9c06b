package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an organisation's machine may know of the letters that lie at its units: that they are
 * there, and whether anybody has opened them; never a title, a reference or who did.
 */
public final class ReceivedLetters {

    private final JdbcClient jdbc;

    public ReceivedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter that lies at its recipient.
     *
     * @param assignedAt since when somebody in particular has it
     * @param handledAt when a reader was done with it
     */
    public record Row(
            LetterId id,
            OrgNumber sender,
            OrgNumber recipient,
            Category category,
            String language,
            Instant availableAt,
            Optional<Instant> openedAt,
            Optional<Instant> assignedAt,
            Optional<Instant> handledAt) {}

    /**
     * Which letters to list.
     *
     * @param recipients units whose letters to list
     * @param unopened only those that nobody has opened
     * @param after only those older than this one
     */
    public record Question(
            Collection<OrgNumber> recipients, boolean unopened, Optional<LetterId> after) {}

    /** A page; {@code next} is the {@code after} of the page that follows, if there is one. */
    public record Page(List<Row> rows, Optional<LetterId> next) {}

    /** Newest first. Each unit is looked up by itself: nobody else's letters are read. */
    public Page page(Question question, int limit) {
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT l.* FROM unnest(:units::text[]) AS u (number)
                                 CROSS JOIN LATERAL (
                                    SELECT * FROM letter
                                     WHERE recipient = u.number
                                       AND state IN ('AVAILABLE', 'OPENED')
                                       AND (NOT :unopened OR state = 'AVAILABLE')
                                       AND (:after::uuid IS NULL OR id < :after)
                                     ORDER BY id DESC LIMIT :limit) l
                                 ORDER BY l.id DESC LIMIT :limit
                                """)
                        .param("units", numbers(question.recipients()))
                        .param("unopened", question.unopened())
                        .param("after", question.after().map(LetterId::value).orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) ->
                                new Row(
                                        new LetterId(uuid(rs, "id")),
                                        new OrgNumber(rs.getString("sender")),
                                        new OrgNumber(rs.getString("recipient")),
                                        new Category(rs.getString("category")),
                                        rs.getString("language"),
                                        instant(rs, "available_at"),
                                        maybeInstant(rs, "opened_at"),
                                        maybeInstant(rs, "assigned_at"),
                                        maybeInstant(rs, "handled_at")))
                        .list();
        return rows.size() <= limit
                ? new Page(rows, Optional.empty())
                : new Page(
                        List.copyOf(rows.subList(0, limit)), Optional.of(rows.get(limit - 1).id()));
    }
}
