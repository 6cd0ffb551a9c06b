package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Care;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has a letter and who is done with it, in columns of the letter's row. */
public final class Cares {

    private final JdbcClient jdbc;

    public Cares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said of a letter; nothing if there is no such letter. */
    public Care find(LetterId letter) {
        return jdbc.sql(
                        """
                        SELECT assignee, assigned_at, handled_by, handled_at
                          FROM letter WHERE id = ?
                        """)
                .param(letter.value())
                .query((rs, _) -> care(rs))
                .optional()
                .orElse(Care.NONE);
    }

    /** The letters to {@code units} that a person has. */
    public List<LetterId> with(PersonId person, Collection<OrgNumber> units) {
        return jdbc.sql(
                        "SELECT id FROM letter WHERE assignee = ? AND recipient = ANY (?) ORDER BY id")
                .param(person.value())
                .param(numbers(units))
                .query((rs, _) -> new LetterId(uuid(rs, "id")))
                .list();
    }

    /** What the columns say. */
    static Care care(ResultSet rs) throws SQLException {
        Optional<UUID> assignee = maybeUuid(rs, "assignee");
        Optional<UUID> handledBy = maybeUuid(rs, "handled_by");
        return new Care(
                assignee.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Care.Assigned(
                                        new PersonId(assignee.get()), instant(rs, "assigned_at"))),
                handledBy.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Care.Handled(
                                        new PersonId(handledBy.get()), instant(rs, "handled_at"))));
    }

    void update(LetterId letter, Care care) {
        jdbc.sql(
                        """
                        UPDATE letter
                           SET assignee = ?, assigned_at = ?, handled_by = ?, handled_at = ?
                         WHERE id = ?
                        """)
                .param(care.assigned().map(a -> a.person().value()).orElse(null))
                .param(at(care.assigned().map(Care.Assigned::since)))
                .param(care.handled().map(h -> h.by().value()).orElse(null))
                .param(at(care.handled().map(Care.Handled::at)))
                .param(letter.value())
                .update();
    }
}
