package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.names;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where grants wait to be gone through. */
public final class Reviews {

    private final JdbcClient jdbc;

    public Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many grants wait at a unit. */
    public record Waiting(OrgNumber unit, String name, int grants) {}

    /** The grants of {@link Holders#due}, counted unit by unit, by name. */
    public List<Waiting> waiting(
            Collection<OrgNumber> units, Collection<Power> powers, Instant before, Instant at) {
        return jdbc.sql(
                        Units.DOWN
                                + "SELECT u.number, u.name, count(*)::int AS grants"
                                + Holders.DUE
                                + " GROUP BY u.number, u.name ORDER BY lower(u.name), u.number")
                .param("units", numbers(units))
                .param("powers", names(powers))
                .param("before", at(before))
                .param("at", at(at))
                .query((rs, _) ->
                        new Waiting(
                                new OrgNumber(rs.getString("number")),
                                rs.getString("name"),
                                rs.getInt("grants")))
                .list();
    }
}
