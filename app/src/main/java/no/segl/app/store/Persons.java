package no.segl.app.store;

import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.secret.HiddenNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Persons who have logged in or been given something, by the login's own name for them or by their
 * national identity number, which is never here in the clear.
 */
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

    /**
     * How a login names a person.
     *
     * @param name empty if the login states none
     */
    public record Login(String issuer, String subject, String name) {}

    /** What came of meeting somebody with a national identity number. */
    public sealed interface Meeting {
        record Met(PersonId person) implements Meeting {}

        /** Their issuer and subject are those of a person who had another number. */
        record OtherNumber(PersonId person) implements Meeting {}
    }

    /**
     * The person with that number, met before or now. The number comes first: whoever has it is who
     * they are, whatever the login calls them. A subject that came with another number before is
     * not let in as who it was; and rows are never merged.
     *
     * @param proposed the id to give one who has not been met before
     */
    public Meeting meet(PersonId proposed, Login login, HiddenNumber number) {
        try {
            return meetNow(proposed, login, number);
        } catch (DuplicateKeyException e) {
            // Somebody with the same number or name came at the same moment, and is there now.
            return meetNow(proposed, login, number);
        }
    }

    private Meeting meetNow(PersonId proposed, Login login, HiddenNumber number) {
        Optional<PersonId> known = renamed(number, login.name());
        if (known.isPresent()) {
            bind(known.get(), login);
            return new Meeting.Met(known.get());
        }
        return jdbc.sql(
                        """
                        INSERT INTO person (id, issuer, subject, name, pseudonym, number_sealed)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (issuer, subject) DO UPDATE
                           SET name = coalesce(nullif(excluded.name, ''), person.name),
                               pseudonym = excluded.pseudonym,
                               number_sealed = excluded.number_sealed
                         WHERE person.pseudonym IS NULL
                        RETURNING id
                        """)
                .params(
                        proposed.value(),
                        login.issuer(),
                        login.subject(),
                        login.name(),
                        number.pseudonym(),
                        number.sealed())
                .query((rs, _) -> new PersonId(uuid(rs, "id")))
                .optional()
                .<Meeting>map(Meeting.Met::new)
                .orElseGet(() ->
                        new Meeting.OtherNumber(
                                find(login.issuer(), login.subject()).orElseThrow()));
    }

    /** Who was entered by number alone is from now on known by the login's name for them too. */
    private void bind(PersonId person, Login login) {
        jdbc.sql(
                        """
                        UPDATE person SET issuer = ?, subject = ?
                         WHERE id = ? AND issuer IS NULL
                           AND NOT EXISTS (SELECT 1 FROM person WHERE issuer = ? AND subject = ?)
                        """)
                .params(
                        login.issuer(),
                        login.subject(),
                        person.value(),
                        login.issuer(),
                        login.subject())
                .update();
    }

    /**
     * Enters a person by number, who need not have logged in.
     *
     * @param proposed the id to give one who is not known
     * @param name if none is known: who enters a number must not rename somebody else's colleague
     */
    public PersonId enter(PersonId proposed, HiddenNumber number, String name) {
        return jdbc.sql(
                        """
                        INSERT INTO person (id, name, pseudonym, number_sealed)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (pseudonym) DO UPDATE
                           SET name = coalesce(nullif(person.name, ''), excluded.name)
                        RETURNING id
                        """)
                .params(proposed.value(), name, number.pseudonym(), number.sealed())
                .query((rs, _) -> new PersonId(uuid(rs, "id")))
                .single();
    }

    private Optional<PersonId> renamed(HiddenNumber number, String name) {
        return jdbc.sql(
                        """
                        UPDATE person SET name = coalesce(nullif(?, ''), name) WHERE pseudonym = ?
                        RETURNING id
                        """)
                .params(name, number.pseudonym())
                .query((rs, _) -> new PersonId(uuid(rs, "id")))
                .optional();
    }

    /** The person's number, for whoever has the key; empty if none is known. */
    public Optional<HiddenNumber> number(PersonId person) {
        return jdbc.sql(
                        """
                        SELECT pseudonym, number_sealed FROM person
                         WHERE id = ? AND pseudonym IS NOT NULL
                        """)
                .param(person.value())
                .query((rs, _) ->
                        new HiddenNumber(rs.getBytes("pseudonym"), rs.getBytes("number_sealed")))
                .optional();
    }

    /** The person, if met before. */
    public Optional<PersonId> find(String issuer, String subject) {
        return jdbc.sql("SELECT id FROM person WHERE issuer = ? AND subject = ?")
                .param(issuer)
                .param(subject)
                .query((rs, _) -> new PersonId(uuid(rs, "id")))
                .optional();
    }

    /**
     * Calls a person {@code name} at {@code unit}, and wherever the same organisation knows them;
     * whoever had left it is there again.
     */
    public void call(PersonId person, OrgNumber unit, String name) {
        jdbc.sql(
                        """
                        INSERT INTO known_at (unit, person) VALUES (?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(unit.value())
                .param(person.value())
                .update();
        jdbc.sql(
                        """
                        UPDATE known_at SET name = ?, left_at = NULL
                         WHERE person = ? AND main_unit(unit) = main_unit(?)
                        """)
                .param(name)
                .param(person.value())
                .param(unit.value())
                .update();
    }

    /**
     * Ends every session of a person, from the next request on.
     *
     * @return how many there were
     */
    public int endSessions(PersonId person) {
        return jdbc.sql("DELETE FROM login_session WHERE principal_name = ?")
                .param(person.toString())
                .update();
    }

    /** What a person is called, to themself. */
    public String ownName(PersonId person) {
        return jdbc.sql(
                        """
                        SELECT coalesce(nullif(p.name, ''),
                                        (SELECT name FROM known_at
                                          WHERE person = p.id AND name <> ''
                                          ORDER BY unit LIMIT 1),
                                        '')
                          FROM person p WHERE p.id = ?
                        """)
                .param(person.value())
                .query((rs, _) -> rs.getString(1))
                .single();
    }

    /**
     * What {@code persons} are called in the organisations of {@code places}, for pages that may
     * show it; never for logs.
     */
    public Map<PersonId, String> names(Collection<PersonId> persons, Collection<OrgNumber> places) {
        UUID[] ids = persons.stream().map(PersonId::value).toArray(UUID[]::new);
        Map<PersonId, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name_at(id, ?) AS name FROM person WHERE id = ANY (?)")
                .param(numbers(places))
                .param(ids)
                .query(rs -> {
                    names.put(new PersonId(uuid(rs, "id")), rs.getString("name"));
                });
        return names;
    }
}
