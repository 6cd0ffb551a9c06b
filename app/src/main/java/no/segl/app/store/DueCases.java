package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases whose time has come, asked of the cases themselves. A claim is one statement, and lapses by
 * itself if the node that took it dies.
 */
public final class DueCases {

    private final JdbcClient jdbc;

    public DueCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case, and the letter under whose lock it is changed. */
    public record Due(UUID matter, LetterId letter) {}

    /** Claims open cases that are due, those longest overdue first. */
    public List<Due> claim(Instant now, Duration claim, int limit) {
        return jdbc.sql(
                        """
                        UPDATE matter SET claimed_until = :until WHERE id IN (
                            SELECT id FROM matter
                             WHERE closed_at IS NULL AND due_at <= :now
                               AND (claimed_until IS NULL OR claimed_until < :now)
                             ORDER BY due_at, id LIMIT :limit
                               FOR UPDATE SKIP LOCKED)
                        RETURNING id, letter
                        """)
                .param("now", at(now))
                .param("until", at(now.plus(claim)))
                .param("limit", limit)
                .query((rs, _) -> new Due(uuid(rs, "id"), new LetterId(uuid(rs, "letter"))))
                .list();
    }

    /** A person who has cases at one end of letters, where that is {@code unit}. */
    public record Owner(PersonId person, Side side, OrgNumber unit) {}

    /** Every person who has open cases, with where they are. */
    public List<Owner> owners() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT owner, side, unit FROM matter
                         WHERE closed_at IS NULL AND owner IS NOT NULL ORDER BY owner, side, unit
                        """)
                .query((rs, _) ->
                        new Owner(
                                new PersonId(uuid(rs, "owner")),
                                Side.valueOf(rs.getString("side")),
                                new OrgNumber(rs.getString("unit"))))
                .list();
    }

    /** The open cases that somebody has there. */
    public List<Due> of(Owner owner) {
        return jdbc.sql(
                        """
                        SELECT id, letter FROM matter
                         WHERE closed_at IS NULL AND owner = ? AND side = ? AND unit = ?
                         ORDER BY due_at, id
                        """)
                .param(owner.person().value())
                .param(owner.side().name())
                .param(owner.unit().value())
                .query((rs, _) -> new Due(uuid(rs, "id"), new LetterId(uuid(rs, "letter"))))
                .list();
    }
}
