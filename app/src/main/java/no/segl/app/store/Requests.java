package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.access.Request;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where two persons are needed to give access to read, and what waits for the second of them. */
public final class Requests {

    private final JdbcClient jdbc;

    public Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code units} at which it was decided that two are needed. */
    public Set<OrgNumber> fourEyes(Collection<OrgNumber> units) {
        return new HashSet<>(
                jdbc.sql("SELECT unit FROM four_eyes WHERE unit = ANY (?)")
                        .param(numbers(units))
                        .query((rs, _) -> new OrgNumber(rs.getString("unit")))
                        .list());
    }

    /** What waits at {@code units} or beneath, the oldest first. */
    public List<Request> waiting(Collection<OrgNumber> units, Instant at, int limit) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT r.* FROM down JOIN access_request r ON r.unit = down.number
                                 WHERE r.decided_at IS NULL AND r.lapses_at > :at
                                 ORDER BY r.asked_at, r.id LIMIT :limit
                                """)
                .param("units", numbers(units))
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) -> request(rs))
                .list();
    }

    /** How many {@link #waiting} would give without a limit. */
    public long countWaiting(Collection<OrgNumber> units, Instant at) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT count(*) FROM down JOIN access_request r ON r.unit = down.number
                                 WHERE r.decided_at IS NULL AND r.lapses_at > :at
                                """)
                .param("units", numbers(units))
                .param("at", at(at))
                .query(Long.class)
                .single();
    }

    /**
     * What lapsed at {@code units} or beneath, the newest first.
     *
     * @param total how many there are in all
     */
    public record Lapsed(List<Request> first, long total) {}

    /**
     * What nobody answered in time since {@code since}, unless it has been asked for again, or is
     * so by now without it.
     */
    public Lapsed lapsed(Collection<OrgNumber> units, Instant since, Instant at, int limit) {
        long[] total = {0};
        List<Request> first = new ArrayList<>();
        jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT r.*, count(*) OVER () AS total
                                  FROM down JOIN access_request r ON r.unit = down.number
                                 WHERE r.decided_at IS NULL AND r.lapses_at > :since AND r.lapses_at <= :at
                                   AND NOT EXISTS (
                                       SELECT 1 FROM access_request n
                                        WHERE n.unit = r.unit AND n.asked_at > r.asked_at
                                          AND n.person IS NOT DISTINCT FROM r.person
                                          AND n.category IS NOT DISTINCT FROM r.category)
                                   AND NOT EXISTS (
                                       SELECT 1 FROM grants_at(:at) g
                                        WHERE g.unit = r.unit AND g.person = r.person
                                          AND g.category = r.category)
                                   AND (r.grant_id IS NOT NULL
                                        OR EXISTS (SELECT 1 FROM four_eyes f WHERE f.unit = r.unit))
                                 ORDER BY r.lapses_at DESC, r.id LIMIT :limit
                                """)
                .param("units", numbers(units))
                .param("since", at(since))
                .param("at", at(at))
                .param("limit", limit)
                .query(rs -> {
                    total[0] = rs.getLong("total");
                    first.add(request(rs));
                });
        return new Lapsed(List.copyOf(first), total[0]);
    }

    /**
     * How many requests wait for a person, who did not ask for them.
     *
     * @param units where they give access, and with that beneath
     * @param administered those of them that they administer: only there can they let two no longer
     *     be needed
     */
    public long waitingFor(
            PersonId person,
            Collection<OrgNumber> units,
            Collection<OrgNumber> administered,
            Instant at) {
        return answerable(person, units, administered, at).size();
    }

    /** A request, and when it was asked. */
    public record Asked(UUID id, Instant at) {}

    /** Those of {@link #waitingFor}. */
    public List<Asked> answerable(
            PersonId person,
            Collection<OrgNumber> units,
            Collection<OrgNumber> administered,
            Instant at) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE waiting AS (
                            SELECT id, unit, asked_at FROM access_request
                             WHERE decided_at IS NULL AND lapses_at > :at AND asked_by <> :person
                               AND (grant_id IS NOT NULL OR unit = ANY (:administered))
                        ), up (id, number) AS (
                            SELECT id, unit FROM waiting
                            UNION
                            SELECT up.id, u.parent FROM up JOIN unit u ON u.number = up.number
                             WHERE u.parent IS NOT NULL
                        )
                        SELECT id, asked_at FROM waiting
                         WHERE id IN (SELECT id FROM up WHERE number = ANY (:units))
                        """)
                .param("at", at(at))
                .param("person", person.value())
                .param("administered", numbers(administered))
                .param("units", numbers(units))
                .query((rs, _) -> new Asked(uuid(rs, "id"), instant(rs, "asked_at")))
                .list();
    }

    /** The same at one unit only. */
    public List<Request> waitingAt(OrgNumber unit, Instant at) {
        return jdbc.sql(
                        """
                        SELECT * FROM access_request
                         WHERE unit = ? AND decided_at IS NULL AND lapses_at > ?
                        """)
                .param(unit.value())
                .param(at(at))
                .query((rs, _) -> request(rs))
                .list();
    }

    /** What waits that a person asked for, or would receive. */
    public List<Request> concerning(PersonId person, Instant at) {
        return jdbc.sql(
                        """
                        SELECT * FROM access_request
                         WHERE :person IN (asked_by, person)
                           AND decided_at IS NULL AND lapses_at > :at
                         ORDER BY id
                        """)
                .param("person", person.value())
                .param("at", at(at))
                .query((rs, _) -> request(rs))
                .list();
    }

    /** The request with that id, whatever became of it. */
    public Optional<Request> find(UUID id) {
        return jdbc.sql("SELECT * FROM access_request WHERE id = ?")
                .param(id)
                .query((rs, _) -> request(rs))
                .optional();
    }

    /** Whether nobody has answered it; nobody else does until the transaction ends. */
    public boolean holdUnanswered(UUID id) {
        return jdbc.sql(
                        """
                        SELECT decided_at IS NULL FROM access_request
                         WHERE id = ? FOR NO KEY UPDATE
                        """)
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static Request request(ResultSet rs) throws SQLException {
        OrgNumber unit = new OrgNumber(rs.getString("unit"));
        Instant asked = instant(rs, "asked_at");
        Optional<Grant> grant = Optional.empty();
        if (rs.getObject("grant_id") != null) {
            grant =
                    Optional.of(
                            new Grant(
                                    uuid(rs, "grant_id"),
                                    new PersonId(uuid(rs, "person")),
                                    unit,
                                    Power.READ,
                                    maybeString(rs, "category").map(Category::new),
                                    maybeInstant(rs, "valid_from").orElse(asked),
                                    maybeInstant(rs, "valid_until"),
                                    false,
                                    maybeUuid(rs, "deputy_for").map(PersonId::new)));
        }
        return new Request(
                uuid(rs, "id"),
                unit,
                grant,
                new PersonId(uuid(rs, "asked_by")),
                asked,
                instant(rs, "lapses_at"));
    }
}
