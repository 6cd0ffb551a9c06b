package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Share;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which letters have been shared with whom. */
public final class Shares {

    private static final String STANDING =
            """

              FROM shares_at(:at) s
              JOIN letter l ON l.id = s.letter
              JOIN unit u ON u.number = l.recipient
             WHERE l.recipient = ANY (:units) AND l.destroyed_at IS NULL
            """;

    private final JdbcClient jdbc;

    public Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every share there was of a letter, oldest first. */
    public List<Share> of(LetterId letter) {
        return jdbc.sql("SELECT * FROM letter_share WHERE letter = ? ORDER BY valid_from, id")
                .param(letter.value())
                .query((rs, _) -> share(rs))
                .list();
    }

    /** Every share there was of a letter with one person. */
    public List<Share> of(LetterId letter, PersonId person) {
        return jdbc.sql("SELECT * FROM letter_share WHERE letter = ? AND person = ? ORDER BY id")
                .param(letter.value())
                .param(person.value())
                .query((rs, _) -> share(rs))
                .list();
    }

    /** The share with that id. */
    public Optional<Share> find(UUID id) {
        return jdbc.sql("SELECT * FROM letter_share WHERE id = ?")
                .param(id)
                .query((rs, _) -> share(rs))
                .optional();
    }

    /** How many letters are shared with a person at a time. */
    public long count(PersonId person, Instant at) {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT letter) FROM shares_at(?) WHERE person = ?
                        """)
                .param(at(at))
                .param(person.value())
                .query(Long.class)
                .single();
    }

    /**
     * The shares with a person of letters to {@code units} that hold at a time, or will: a deputy's
     * may begin later.
     */
    public List<Share> with(PersonId person, Collection<OrgNumber> units, Instant at) {
        return jdbc.sql(
                        """
                        SELECT s.* FROM letter_share s JOIN letter l ON l.id = s.letter
                         WHERE s.person = ? AND l.recipient = ANY (?)
                           AND stands(s.valid_until, s.ended_at, ?)
                         ORDER BY s.id
                        """)
                .param(person.value())
                .param(numbers(units))
                .param(at(at))
                .query((rs, _) -> share(rs))
                .list();
    }

    /**
     * A share that holds, for those who administer access where the letter came.
     *
     * @param name of the person with whom it is shared
     */
    public record Standing(
            Share share, String name, OrgNumber unit, String unitName, Category category) {}

    /** The shares of letters to {@code units} that can still be read, oldest first. */
    public List<Standing> standing(Collection<OrgNumber> units, Instant at, int limit) {
        return jdbc.sql(
                        "SELECT s.*, name_at(s.person, ARRAY[l.recipient]) AS name, u.number, u.name AS unit_name, l.category"
                                + STANDING
                                + " ORDER BY s.valid_from, s.id LIMIT :limit")
                .param("units", numbers(units))
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) ->
                        new Standing(
                                share(rs),
                                rs.getString("name"),
                                new OrgNumber(rs.getString("number")),
                                rs.getString("unit_name"),
                                new Category(rs.getString("category"))))
                .list();
    }

    /** How many shares {@link #standing} would give without a limit. */
    public long countStanding(Collection<OrgNumber> units, Instant at) {
        return jdbc.sql("SELECT count(*)" + STANDING)
                .param("units", numbers(units))
                .param("at", at(at))
                .query(Long.class)
                .single();
    }

    private static Share share(ResultSet rs) throws SQLException {
        return new Share(
                uuid(rs, "id"),
                new LetterId(uuid(rs, "letter")),
                new PersonId(uuid(rs, "person")),
                rs.getBoolean("documents"),
                rs.getBoolean("sealed"),
                instant(rs, "valid_from"),
                maybeInstant(rs, "valid_until"),
                maybeInstant(rs, "ended_at").isPresent(),
                maybeUuid(rs, "deputy_for").map(PersonId::new));
    }
}
