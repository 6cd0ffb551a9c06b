package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits to be printed by hand, and what was meant for the printer and does not get there.
 * Never a title: it stands on the paper alone.
 */
public final class PrintQueue {

    private static final String WAITING =
            """
            SELECT j.id, j.letter, j.ordered_at, j.taken_by,
                   name_at(j.taken_by, ARRAY[l.sender]) AS taken_name,
                   j.stop_ground IS NOT NULL AS stopped,
                   l.sender, s.name AS sender_name, l.recipient, r.name AS recipient_name
              FROM print_job j
              JOIN letter l ON l.id = j.letter
              JOIN unit s ON s.number = l.sender
              JOIN unit r ON r.number = l.recipient
             WHERE ((j.state = 'ORDERED'
                     AND (j.route = 'BY_HAND' OR j.attempts > 0 OR j.tries > 1))
                    OR (j.state = 'HANDED_OVER' AND j.taken_by IS NOT NULL))
            """;

    private final JdbcClient jdbc;

    public PrintQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job.
     *
     * @param takenBy who has it; empty if nobody does
     * @param takenName that person's name
     * @param stopped whether the letter needs no paper any more
     */
    public record Row(
            PrintJobId job,
            LetterId letter,
            OrgNumber sender,
            String senderName,
            OrgNumber recipient,
            String recipientName,
            Instant orderedAt,
            Optional<PersonId> takenBy,
            Optional<String> takenName,
            boolean stopped) {}

    /** What waits at {@code senders}, oldest first. */
    public List<Row> waiting(Collection<OrgNumber> senders, int most) {
        return jdbc.sql(WAITING + " AND l.sender = ANY (?) ORDER BY j.ordered_at, j.id LIMIT ?")
                .param(numbers(senders))
                .param(most)
                .query((rs, _) ->
                        new Row(
                                new PrintJobId(uuid(rs, "id")),
                                new LetterId(uuid(rs, "letter")),
                                new OrgNumber(rs.getString("sender")),
                                rs.getString("sender_name"),
                                new OrgNumber(rs.getString("recipient")),
                                rs.getString("recipient_name"),
                                instant(rs, "ordered_at"),
                                maybeUuid(rs, "taken_by").map(PersonId::new),
                                maybeString(rs, "taken_name"),
                                rs.getBoolean("stopped")))
                .list();
    }
}
