package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.names;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.segl.core.access.Power;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is to be reminded of what waits where they administer access, and what they were told. */
public final class Reminders {

    private final JdbcClient jdbc;

    public Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All who administer access somewhere. */
    public List<PersonId> administrators(Instant at) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT person FROM grants_at(:at)
                         WHERE power = ANY (:powers)
                         ORDER BY person
                        """)
                .param("powers", names(List.of(Power.ADMINISTER, Power.MANAGE_ACCESS)))
                .param("at", at(at))
                .query((rs, _) -> new PersonId(uuid(rs, "person")))
                .list();
    }

    /**
     * Notes that an address is reminded now, if something has come since it was, or it was not
     * since {@code last}.
     *
     * @param newest when the newest came of what it is told
     * @return whether it is to be reminded
     */
    public boolean claim(UUID contact, Instant newest, Instant now, Instant last) {
        return jdbc.sql(
                                """
                                INSERT INTO access_reminder AS r (contact, sent_at, told)
                                VALUES (:contact, :now, :newest)
                                ON CONFLICT (contact) DO UPDATE
                                   SET sent_at = excluded.sent_at,
                                       told = greatest(r.told, excluded.told)
                                 WHERE r.sent_at <= :last OR r.told < excluded.told
                                """)
                        .param("contact", contact)
                        .param("newest", at(newest))
                        .param("now", at(now))
                        .param("last", at(last))
                        .update()
                == 1;
    }

    /** Takes back that an address was reminded: it certainly was not. */
    public void release(UUID contact) {
        jdbc.sql("DELETE FROM access_reminder WHERE contact = ?").param(contact).update();
    }
}
