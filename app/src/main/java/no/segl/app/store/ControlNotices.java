package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is still to be told of controls. */
public final class ControlNotices {

    private final JdbcClient jdbc;

    public ControlNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why somebody is told. */
    public enum Kind {
        /** It fell due, and is theirs to do. */
        DUE,
        /** It was not done in time. */
        MISSED,
        /** Nobody does it, though it was said again. */
        ESCALATED
    }

    /**
     * What is to be told.
     *
     * @param person empty for those who administer access at the unit
     */
    public record Order(UUID id, UUID run, Kind kind, Optional<PersonId> person, Instant ordered) {}

    /** Claims what is to be told now; tried again at {@code again} unless {@link #done}. */
    public List<Order> claim(Instant now, Instant again, int limit) {
        return jdbc.sql(
                        """
                        UPDATE control_notice SET try_at = :again WHERE id IN (
                            SELECT id FROM control_notice WHERE try_at <= :now
                             ORDER BY try_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("again", at(again))
                .param("now", at(now))
                .param("limit", limit)
                .query((rs, _) ->
                        new Order(
                                uuid(rs, "id"),
                                uuid(rs, "run"),
                                Kind.valueOf(rs.getString("kind")),
                                maybeUuid(rs, "person").map(PersonId::new),
                                Columns.instant(rs, "ordered_at")))
                .list();
    }

    /**
     * Nothing more is tried.
     *
     * @param sent whether it went out
     */
    public void done(UUID id, boolean sent, Instant now) {
        jdbc.sql(
                        """
                        UPDATE control_notice
                           SET try_at = NULL, sent_at = CASE WHEN :sent THEN :now END WHERE id = :id
                        """)
                .param("sent", sent)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** Whether anybody was told of {@code run}. */
    public boolean told(UUID run) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM control_notice WHERE run = ? AND sent_at IS NOT NULL)")
                .param(run)
                .query(Boolean.class)
                .single();
    }
}
