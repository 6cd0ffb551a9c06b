package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where people and units are told of letters. These addresses are personal data: they are shown to
 * those they belong to and to who administers them, and are in no ledger, log or notice.
 */
public final class Contacts {

    private final JdbcClient jdbc;

    public Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One address.
     *
     * @param refusedAt when it was last found not to take what is sent to it; empty if it does
     */
    public record Contact(
            UUID id,
            Notice.To owner,
            Notice.Channel channel,
            String address,
            Language language,
            Optional<Instant> refusedAt) {

        /** Its id alone: the rest is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Contact[" + id + "]";
        }
    }

    /** The addresses that are {@code owner}'s own. */
    public List<Contact> own(Notice.To owner) {
        return jdbc.sql("SELECT * FROM contact WHERE addressee = ? ORDER BY channel, address")
                .param(owner.code())
                .query((rs, _) -> contact(rs))
                .list();
    }

    /**
     * Where a notice to {@code to} goes: to its own addresses that take what is sent.
     *
     * <p>A unit that has none is reached at the nearest unit above that has.
     */
    public List<Contact> reach(Notice.To to) {
        return switch (to) {
            case Notice.To.Person person ->
                    own(person).stream().filter(c -> c.refusedAt().isEmpty()).toList();
            case Notice.To.Unit unit -> nearest(unit);
        };
    }

    private List<Contact> nearest(Notice.To.Unit unit) {
        // law: enhetsregisterforskriften-8a
        return jdbc.sql(
                        Units.UP
                                + """
                                , reached AS (
                                    SELECT c.*, up.depth FROM up
                                      JOIN contact c ON c.addressee = 'unit:' || up.number
                                     WHERE c.refused_at IS NULL
                                )
                                SELECT * FROM reached
                                 WHERE depth = (SELECT min(depth) FROM reached) ORDER BY channel, address
                                """)
                .param("unit", unit.unit().value())
                .query((rs, _) -> contact(rs))
                .list();
    }

    /** Enters an address; one that was refused before is tried anew. */
    public void enter(Contact contact, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO contact (id, addressee, channel, address, language, entered_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (addressee, channel, address) DO UPDATE
                           SET language = excluded.language, entered_at = excluded.entered_at,
                               refused_at = NULL, bounces = 0
                        """)
                .param(contact.id())
                .param(contact.owner().code())
                .param(contact.channel().name())
                .param(contact.address())
                .param(contact.language().code())
                .param(at(now))
                .update();
    }

    /** The address with that id. */
    public Optional<Contact> find(UUID id) {
        return jdbc.sql("SELECT * FROM contact WHERE id = ?")
                .param(id)
                .query((rs, _) -> contact(rs))
                .optional();
    }

    /** Removes an address. */
    public void remove(UUID id) {
        jdbc.sql("DELETE FROM contact WHERE id = ?").param(id).update();
    }

    /**
     * A unit, with how many addresses are its own, how many of them take nothing, and its place.
     */
    public record Place(OrgNumber unit, String name, long own, long refused, String cursor) {}

    /**
     * Units at {@code roots} or beneath whose name or number has {@code text} in it, by name.
     *
     * @param after only those after this place
     */
    public List<Place> places(
            Collection<OrgNumber> roots, String text, Optional<String> after, int limit) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT u.number, u.name, count(c.id) AS own,
                                       count(c.refused_at) AS refused,
                                       lower(u.name) || ' ' || u.number AS cursor
                                  FROM down
                                  JOIN unit u ON u.number = down.number
                                  LEFT JOIN contact c ON c.addressee = 'unit:' || u.number
                                 WHERE (:text = '' OR strpos(lower(u.name), lower(:text)) > 0
                                        OR u.number = replace(:text, ' ', ''))
                                   AND (:after::text IS NULL
                                        OR lower(u.name) || ' ' || u.number > :after)
                                 GROUP BY u.number, u.name
                                 ORDER BY cursor LIMIT :limit
                                """)
                .param("units", Columns.numbers(roots))
                .param("text", text)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((rs, _) ->
                        new Place(
                                new OrgNumber(rs.getString("number")),
                                rs.getString("name"),
                                rs.getLong("own"),
                                rs.getLong("refused"),
                                rs.getString("cursor")))
                .list();
    }

    /** Remembers that an address does not take what is sent to it. */
    public void refused(UUID id, Instant now) {
        jdbc.sql("UPDATE contact SET refused_at = ? WHERE id = ?")
                .param(at(now))
                .param(id)
                .update();
    }

    /**
     * Remembers that a message came back from an address.
     *
     * @param gone whether it is not an address at all
     * @param most the how-manieth in a row is as if it were none
     * @return whether it takes nothing any more
     */
    public boolean bounced(UUID id, boolean gone, int most, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE contact SET bounces = bounces + 1,
                               refused_at = CASE WHEN ? OR bounces + 1 >= ? THEN ?
                                                 ELSE refused_at END
                         WHERE id = ? RETURNING refused_at IS NOT NULL
                        """)
                .param(gone)
                .param(most)
                .param(at(now))
                .param(id)
                .query((rs, _) -> rs.getBoolean(1))
                .optional()
                .orElse(true);
    }

    /** Remembers that a message came to an address. */
    public void delivered(UUID id, Instant now) {
        jdbc.sql("UPDATE contact SET bounces = 0, verified_at = ? WHERE id = ?")
                .param(at(now))
                .param(id)
                .update();
    }

    private static Contact contact(ResultSet rs) throws SQLException {
        return new Contact(
                uuid(rs, "id"),
                Notice.To.of(rs.getString("addressee")),
                Notice.Channel.valueOf(rs.getString("channel")),
                rs.getString("address"),
                Language.parse(rs.getString("language")).orElseThrow(),
                maybeInstant(rs, "refused_at"));
    }
}
