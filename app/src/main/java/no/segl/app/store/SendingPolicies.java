package no.segl.app.store;

import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Sending.Response;
import no.segl.core.letter.SendingPolicy.WhenNotReadySet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What senders want done about recipients that are not ready. */
public final class SendingPolicies {

    private final JdbcClient jdbc;

    public SendingPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What holds for a unit: what it has decided itself, or the nearest above that has decided
     * anything; else it is sent.
     */
    public Response of(OrgNumber unit) {
        return jdbc.sql(
                        Units.UP
                                + """
                                SELECT s.response FROM up JOIN sending_policy s ON s.unit = up.number
                                 ORDER BY up.depth LIMIT 1
                                """)
                .param("unit", unit.value())
                .query((rs, _) -> Response.valueOf(rs.getString("response")))
                .optional()
                .orElse(Response.SEND);
    }

    void apply(WhenNotReadySet fact) {
        jdbc.sql(
                        """
                        INSERT INTO sending_policy (unit, response) VALUES (?, ?)
                        ON CONFLICT (unit) DO UPDATE SET response = excluded.response
                        """)
                .param(fact.unit().value())
                .param(fact.response().name())
                .update();
    }
}
