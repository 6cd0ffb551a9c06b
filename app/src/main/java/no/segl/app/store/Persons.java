package no.segl.app.store;

import static no.segl.app.store.Columns.uuid;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons who have logged in or been given something, by the login's own name for them. */
public final class Persons {

    private final JdbcClient jdbc;

    public Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The person whom {@code issuer} calls {@code subject}, met before or now.
     *
     * @param proposed the id to give one who has not been met before
     * @param name as the login states it; replaces what was known
     */
    public PersonId meet(PersonId proposed, String issuer, String subject, String name) {
        return jdbc.sql(
                        """
                        INSERT INTO person (id, issuer, subject, name) VALUES (?, ?, ?, ?)
                        ON CONFLICT (issuer, subject) DO UPDATE
                           SET name = coalesce(nullif(excluded.name, ''), person.name)
                        RETURNING id
                        """)
                .param(proposed.value())
                .param(issuer)
                .param(subject)
                .param(name)
                .query((rs, _) -> new PersonId(uuid(rs, "id")))
                .single();
    }

    /** The person, if met before. */
    public Optional<PersonId> find(String issuer, String subject) {
        return jdbc.sql("SELECT id FROM person WHERE issuer = ? AND subject = ?")
                .param(issuer)
                .param(subject)
                .query((rs, _) -> new PersonId(uuid(rs, "id")))
                .optional();
    }

    /** The names of {@code persons}, for pages that may show them; never for logs. */
    public Map<PersonId, String> names(Collection<PersonId> persons) {
        UUID[] ids = persons.stream().map(PersonId::value).toArray(UUID[]::new);
        Map<PersonId, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM person WHERE id = ANY (?)")
                .param(ids)
                .query(rs -> {
                    names.put(new PersonId(uuid(rs, "id")), rs.getString("name"));
                });
        return names;
    }
}
