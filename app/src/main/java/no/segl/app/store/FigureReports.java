package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.control.Report;
import no.segl.core.control.Rhythm;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets figures by e-mail, and when they were last sent. */
public final class FigureReports {

    private static final String SELECT =
            """
            SELECT f.*, u.name AS unit_name, name_at(f.person, ARRAY[f.unit]) AS person_name
              FROM figure_report f JOIN unit u ON u.number = f.unit
            """;

    private final JdbcClient jdbc;

    public FigureReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Figures for somebody.
     *
     * @param next when they are sent next, unless ended
     * @param sent when they last were
     */
    public record Row(
            Report report,
            String unitName,
            String personName,
            Instant next,
            Optional<Instant> sent,
            boolean ended) {}

    /** Those of {@code units} that have not ended. */
    public List<Row> of(Collection<OrgNumber> units) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE f.unit = ANY (?) AND f.ended_at IS NULL
                                 ORDER BY u.name, f.unit, f.next_at, f.id
                                """)
                .param(numbers(units))
                .query((rs, _) -> row(rs))
                .list();
    }

    /** One of them. */
    public Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE f.id = ?").param(id).query((rs, _) -> row(rs)).optional();
    }

    /** Whether {@code person} gets the unit's figures so often already. */
    public boolean has(OrgNumber unit, PersonId person, Rhythm.Every every) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM figure_report WHERE unit = ? AND person = ?
                                          AND every = ? AND ended_at IS NULL)
                        """)
                .params(unit.value(), person.value(), every.name())
                .query(Boolean.class)
                .single();
    }

    /** Claims what is to be sent now; tried again at {@code again} unless it is said to be sent. */
    public List<Row> claim(Instant now, Instant again) {
        List<UUID> claimed =
                jdbc.sql(
                                """
                                UPDATE figure_report SET try_at = :again
                                 WHERE ended_at IS NULL AND try_at <= :now RETURNING id
                                """)
                        .param("again", at(again))
                        .param("now", at(now))
                        .query((rs, _) -> uuid(rs, "id"))
                        .list();
        return claimed.stream().flatMap(id -> find(id).stream()).toList();
    }

    /**
     * Notes that it is done with for this time.
     *
     * @param sent whether it went out
     */
    public void done(UUID id, Instant next, boolean sent, Instant now) {
        jdbc.sql(
                        """
                        UPDATE figure_report
                           SET next_at = :next, try_at = :next,
                               sent_at = CASE WHEN :sent THEN :now ELSE sent_at END
                         WHERE id = :id
                        """)
                .param("next", at(next))
                .param("sent", sent)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new Report(
                        uuid(rs, "id"),
                        new OrgNumber(rs.getString("unit")),
                        Controls.rhythm(rs),
                        new PersonId(uuid(rs, "person"))),
                rs.getString("unit_name"),
                rs.getString("person_name"),
                instant(rs, "next_at"),
                maybeInstant(rs, "sent_at"),
                maybeInstant(rs, "ended_at").isPresent());
    }
}
