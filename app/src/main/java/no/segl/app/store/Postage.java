package no.segl.app.store;

import static no.segl.app.store.Columns.maybeString;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import no.segl.core.print.PostalAddress;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.register.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where units get post, and how what they send goes on paper. */
public final class Postage {

    private final JdbcClient jdbc;

    public Postage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters an address that somebody answers for; the register's does not take its place. */
    public void enter(OrgNumber unit, Address address) {
        jdbc.sql(
                        """
                        UPDATE unit SET post_lines = ?, post_code = ?, post_city = ?,
                               post_country = ?, post_by_hand = true
                         WHERE number = ?
                        """)
                .param(String.join("\n", address.lines()))
                .param(address.postcode())
                .param(address.city())
                .param(address.country())
                .param(unit.value())
                .update();
    }

    /**
     * Enters how letters of {@code unit}, and of those beneath it that say nothing else, go on
     * paper.
     *
     * @param route empty if they do not
     */
    public void allow(OrgNumber unit, Optional<Route> route) {
        jdbc.sql("UPDATE unit SET paper = ? WHERE number = ?")
                .param(route.map(Route::name).orElse("NONE"))
                .param(unit.value())
                .update();
    }

    /** Takes in addresses as the register has them, where nobody has entered another. */
    void registered(Map<OrgNumber, Address> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        List<String[]> columns = new ArrayList<>();
        Collection<Address> values = addresses.values();
        columns.add(Columns.numbers(addresses.keySet()));
        columns.add(values.stream().map(a -> String.join("\n", a.lines())).toArray(String[]::new));
        columns.add(values.stream().map(Address::postcode).toArray(String[]::new));
        columns.add(values.stream().map(Address::city).toArray(String[]::new));
        columns.add(values.stream().map(Address::country).toArray(String[]::new));
        jdbc.sql(
                        """
                        UPDATE unit u SET post_lines = n.lines, post_code = n.code,
                               post_city = n.city, post_country = n.country
                          FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                               AS n (number, lines, code, city, country)
                         WHERE u.number = n.number AND NOT u.post_by_hand
                           AND (u.post_lines, u.post_code, u.post_city, u.post_country)
                               IS DISTINCT FROM (n.lines, n.code, n.city, n.country)
                        """)
                .params(new ArrayList<Object>(columns))
                .update();
    }

    /**
     * The address of {@code unit}: its name, and where it or the nearest unit above it gets post;
     * empty if none of them says.
     */
    public Optional<PostalAddress> address(OrgNumber unit) {
        return jdbc.sql(
                        Units.UP
                                + """
                                SELECT me.name, u.post_lines, u.post_code, u.post_city,
                                       u.post_country
                                  FROM up JOIN unit u ON u.number = up.number
                                  JOIN unit me ON me.number = :unit
                                 WHERE u.post_city IS NOT NULL
                                 ORDER BY up.depth LIMIT 1
                                """)
                .param("unit", unit.value())
                .query((rs, _) ->
                        PostalAddress.of(
                                rs.getString("name"),
                                rs.getString("post_lines").lines().toList(),
                                rs.getString("post_code"),
                                rs.getString("post_city"),
                                rs.getString("post_country")))
                .optional();
    }

    /**
     * How letters of {@code unit} go on paper, as it or the nearest unit above it that says so has
     * it; empty if they do not, or nobody has said.
     */
    public Optional<Route> route(OrgNumber unit) {
        return jdbc.sql(
                        Units.UP
                                + """
                                SELECT u.paper FROM up JOIN unit u ON u.number = up.number
                                 WHERE u.paper IS NOT NULL
                                 ORDER BY up.depth LIMIT 1
                                """)
                .param("unit", unit.value())
                .query((rs, _) -> maybeString(rs, "paper"))
                .optional()
                .flatMap(found -> found)
                .filter(paper -> !paper.equals("NONE"))
                .map(Route::valueOf);
    }
}
