package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about letters that people keep under a name. */
public final class KeptQuestions {

    private final JdbcClient jdbc;

    public KeptQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param person who keeps it
     * @param unit those who oversee it see the question, too; empty if it is the person's alone
     * @param question as it was typed
     * @param view the word for how the letters are shown
     */
    public record Kept(
            UUID id,
            Side side,
            PersonId person,
            Optional<OrgNumber> unit,
            String name,
            String question,
            String view) {}

    /**
     * Those of {@code person}'s at one end, and those that are shared at {@code units}, by name.
     */
    public List<Kept> of(PersonId person, Side side, Collection<OrgNumber> units) {
        return jdbc.sql(
                        """
                        SELECT * FROM kept_question
                         WHERE side = :side
                           AND (person = :person AND unit IS NULL OR unit = ANY (:units))
                         ORDER BY lower(name), id
                        """)
                .param("side", side.name())
                .param("person", person.value())
                .param("units", numbers(units))
                .query((rs, _) ->
                        new Kept(
                                uuid(rs, "id"),
                                Side.valueOf(rs.getString("side")),
                                new PersonId(uuid(rs, "person")),
                                maybeString(rs, "unit").map(OrgNumber::new),
                                rs.getString("name"),
                                rs.getString("question"),
                                rs.getString("view")))
                .list();
    }

    /** How many {@code person} keeps, of either end. */
    public int count(PersonId person) {
        return jdbc.sql("SELECT count(*) FROM kept_question WHERE person = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Keeps one, in the place of another of the same person's with the same name.
     *
     * @return whether it was kept: a name that somebody else shares something under is theirs
     */
    public boolean keep(Kept kept, Instant now) {
        String same =
                kept.unit().isEmpty()
                        ? "(person, side, lower(name)) WHERE unit IS NULL"
                        : "(unit, side, lower(name)) WHERE unit IS NOT NULL";
        return jdbc.sql(
                                """
                                INSERT INTO kept_question
                                    (id, side, person, unit, name, question, view, kept_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT %s DO UPDATE
                                   SET question = excluded.question, view = excluded.view,
                                       kept_at = excluded.kept_at
                                 WHERE kept_question.person = excluded.person
                                """
                                        .formatted(same))
                        .param(kept.id())
                        .param(kept.side().name())
                        .param(kept.person().value())
                        .param(kept.unit().map(OrgNumber::value).orElse(null))
                        .param(kept.name())
                        .param(kept.question())
                        .param(kept.view())
                        .param(at(now))
                        .update()
                == 1;
    }

    /** Removes one. */
    public boolean remove(UUID id) {
        return jdbc.sql("DELETE FROM kept_question WHERE id = ?").param(id).update() == 1;
    }
}
