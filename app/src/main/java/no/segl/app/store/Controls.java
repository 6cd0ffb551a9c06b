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
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.control.Control;
import no.segl.core.control.Rhythm;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The controls that units have set up, for those who oversee the units. */
public final class Controls {

    /** The columns of a control, of {@code control c} with its unit {@code cu}. */
    static final String COLUMNS =
            """
            c.id AS control_id, c.unit AS control_unit, c.about, c.question, c.every, c.day, c.time,
            c.within, c.responsible, c.deputy, c.set_at, c.next_at, c.ended_at,
            cu.name AS unit_name,
            name_at(c.responsible, ARRAY[c.unit]) AS responsible_name,
            name_at(c.deputy, ARRAY[c.unit]) AS deputy_name
            """;

    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM control c JOIN unit cu ON cu.number = c.unit ";

    private final JdbcClient jdbc;

    public Controls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A control.
     *
     * @param next when it falls due next, unless it is ended
     */
    public record Row(
            Control control,
            String unitName,
            String responsibleName,
            Optional<String> deputyName,
            Instant set,
            Instant next,
            Optional<Instant> ended) {}

    /** One control. */
    public Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE c.id = ?").param(id).query((rs, _) -> row(rs)).optional();
    }

    /** Those of {@code units} that have not ended: what falls due first first. */
    public List<Row> of(Collection<OrgNumber> units) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE c.unit = ANY (?) AND c.ended_at IS NULL
                                 ORDER BY c.next_at, c.id
                                """)
                .param(numbers(units))
                .query((rs, _) -> row(rs))
                .list();
    }

    /** Those that have fallen due and were not opened. */
    public List<UUID> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM control WHERE ended_at IS NULL AND next_at <= ?
                         ORDER BY next_at, id LIMIT ?
                        """)
                .param(at(now))
                .param(limit)
                .query((rs, _) -> uuid(rs, "id"))
                .list();
    }

    static Control control(ResultSet rs) throws SQLException {
        return new Control(
                uuid(rs, "control_id"),
                new OrgNumber(rs.getString("control_unit")),
                Control.About.valueOf(rs.getString("about")),
                rs.getString("question"),
                rhythm(rs),
                rs.getInt("within"),
                new PersonId(uuid(rs, "responsible")),
                maybeUuid(rs, "deputy").map(PersonId::new));
    }

    static Rhythm rhythm(ResultSet rs) throws SQLException {
        return new Rhythm(
                Rhythm.Every.valueOf(rs.getString("every")),
                rs.getInt("day"),
                rs.getObject("time", LocalTime.class));
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                control(rs),
                rs.getString("unit_name"),
                rs.getString("responsible_name"),
                maybeString(rs, "deputy_name"),
                instant(rs, "set_at"),
                instant(rs, "next_at"),
                maybeInstant(rs, "ended_at"));
    }
}
