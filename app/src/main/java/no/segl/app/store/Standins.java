package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.names;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.segl.core.deadline.Instead;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who could hear of a letter's cases in the place of somebody who cannot be reached. */
final class Standins {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Set<Notice.Channel> channels;

    /**
     * @param channels the ways out that there are
     */
    Standins(JdbcClient jdbc, Set<Notice.Channel> channels) {
        this.jdbc = jdbc;
        this.contacts = new Contacts(jdbc);
        this.channels = Set.copyOf(channels);
    }

    /** Those of one letter at {@code now}. */
    Instead.People of(LetterId letter, Instant now) {
        return new Instead.People() {
            @Override
            public List<PersonId> answering(Side side, OrgNumber unit) {
                return Standins.this.answering(side, unit, now);
            }

            @Override
            public Set<Side> owned(PersonId person) {
                return Standins.this.owned(letter, person);
            }

            @Override
            public boolean isReached(Notice.To to) {
                return contacts.reach(to).stream().anyMatch(c -> channels.contains(c.channel()));
            }

            @Override
            public Set<Notice.To> underway(Notice.Kind kind) {
                return Standins.this.underway(letter, kind);
            }
        };
    }

    private List<PersonId> answering(Side side, OrgNumber unit, Instant now) {
        return jdbc.sql(
                        Units.UP
                                + """
                                SELECT DISTINCT g.person FROM up
                                  JOIN grants_at(:now) g ON g.unit = up.number
                                 WHERE g.power = ANY (:powers)
                                """)
                .param("unit", unit.value())
                .param("powers", names(Matter.answeredBy(side)))
                .param("now", at(now))
                .query((rs, _) -> new PersonId(Columns.uuid(rs, "person")))
                .list();
    }

    private Set<Side> owned(LetterId letter, PersonId person) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT DISTINCT side FROM matter
                                 WHERE letter = ? AND owner = ? AND closed_at IS NULL
                                """)
                        .param(letter.value())
                        .param(person.value())
                        .query((rs, _) -> Side.valueOf(rs.getString("side")))
                        .list());
    }

    private Set<Notice.To> underway(LetterId letter, Notice.Kind kind) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT DISTINCT addressee FROM notice
                                 WHERE letter = ? AND kind = ? AND state = 'ORDERED'
                                """)
                        .param(letter.value())
                        .param(kind.name())
                        .query((rs, _) -> Notice.To.of(rs.getString("addressee")))
                        .list());
    }
}
