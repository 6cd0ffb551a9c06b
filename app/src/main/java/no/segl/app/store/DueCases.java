package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * itself if the node that took it dies. One of which nothing comes is claimed again later and
 * later.
 */
public final class DueCases {

    private final JdbcClient jdbc;

    public DueCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case, and the letter under whose lock it is changed. */
    public record Due(UUID matter, LetterId letter) {}

    /**
     * Claims open cases that are due, those longest overdue first.
     *
     * @param claim how long the first claim lasts; no claim lasts longer than six hours or so
     */
    public List<Due> claim(Instant now, Duration claim, int limit) {
        return jdbc.sql(
                        """
                        UPDATE matter SET %s WHERE id IN (
                            SELECT id FROM matter
                             WHERE closed_at IS NULL AND due_at <= :now
                               AND (claimed_until IS NULL OR claimed_until < :now)
                             ORDER BY due_at, id LIMIT :limit
                               FOR UPDATE SKIP LOCKED)
                        RETURNING id, letter
                        """
                                .formatted(DueWork.CLAIMED))
                .param("now", at(now))
                .param("claim", claim.toString())
                .param("limit", limit)
                .query((rs, _) -> due(rs))
                .list();
    }

    /** A person who has cases at one end of letters, where that is {@code unit}. */
    public record Owner(PersonId person, Side side, OrgNumber unit) {}

    /** Every person who has open cases that are not claimed, with where they are. */
    public List<Owner> owners(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT owner, side, unit FROM matter
                         WHERE closed_at IS NULL AND owner IS NOT NULL
                           AND (claimed_until IS NULL OR claimed_until < ?)
                         ORDER BY owner, side, unit
                        """)
                .param(at(now))
                .query((rs, _) ->
                        new Owner(
                                new PersonId(uuid(rs, "owner")),
                                Side.valueOf(rs.getString("side")),
                                new OrgNumber(rs.getString("unit"))))
                .list();
    }

    /** Claims the open cases that somebody has there, due or not. */
    public List<Due> claim(Owner owner, Instant now, Duration claim) {
        return jdbc.sql(
                        """
                        UPDATE matter SET %s WHERE id IN (
                            SELECT id FROM matter
                             WHERE closed_at IS NULL
                               AND owner = :owner AND side = :side AND unit = :unit
                               AND (claimed_until IS NULL OR claimed_until < :now)
                               FOR UPDATE SKIP LOCKED)
                        RETURNING id, letter
                        """
                                .formatted(DueWork.CLAIMED))
                .param("now", at(now))
                .param("claim", claim.toString())
                .param("owner", owner.person().value())
                .param("side", owner.side().name())
                .param("unit", owner.unit().value())
                .query((rs, _) -> due(rs))
                .list();
    }

    private static Due due(ResultSet rs) throws SQLException {
        return new Due(uuid(rs, "id"), new LetterId(uuid(rs, "letter")));
    }
}
