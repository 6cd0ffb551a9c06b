package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has been given what. */
public final class Grants {

    private final JdbcClient jdbc;

    public Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every grant that was ever given to {@code person}. */
    public List<Grant> of(PersonId person) {
        return jdbc.sql("SELECT * FROM access_grant WHERE person = ? ORDER BY id")
                .param(person.value())
                .query((rs, _) -> grant(rs))
                .list();
    }

    /** Which grants of a person a login has told of: they hold a key role there. */
    public Set<UUID> byKeyRole(PersonId person) {
        return Set.copyOf(
                jdbc.sql("SELECT id FROM access_grant WHERE person = ? AND by_key_role")
                        .param(person.value())
                        .query((rs, _) -> uuid(rs, "id"))
                        .list());
    }

    /** The grant with that id. */
    public Optional<Grant> find(UUID id) {
        return jdbc.sql("SELECT * FROM access_grant WHERE id = ?")
                .param(id)
                .query((rs, _) -> grant(rs))
                .optional();
    }

    /** Those of {@code ids} that are there, by id. */
    public Map<UUID, Grant> all(Collection<UUID> ids) {
        Map<UUID, Grant> found = new HashMap<>();
        jdbc.sql("SELECT * FROM access_grant WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query(rs -> {
                    Grant grant = grant(rs);
                    found.put(grant.id(), grant);
                });
        return found;
    }

    /** When each grant of a person was last confirmed to be needed; where it never was, none. */
    public Map<UUID, Instant> confirmed(PersonId person) {
        Map<UUID, Instant> confirmed = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT id, confirmed_at FROM access_grant
                         WHERE person = ? AND confirmed_at IS NOT NULL
                        """)
                .param(person.value())
                .query(rs -> {
                    confirmed.put(uuid(rs, "id"), instant(rs, "confirmed_at"));
                });
        return confirmed;
    }

    static Grant grant(ResultSet rs) throws SQLException {
        return new Grant(
                uuid(rs, "id"),
                new PersonId(uuid(rs, "person")),
                new OrgNumber(rs.getString("unit")),
                Power.valueOf(rs.getString("power")),
                maybeString(rs, "category").map(Category::new),
                instant(rs, "valid_from"),
                maybeInstant(rs, "valid_until"),
                maybeInstant(rs, "ended_at").isPresent(),
                maybeUuid(rs, "deputy_for").map(PersonId::new));
    }
}
