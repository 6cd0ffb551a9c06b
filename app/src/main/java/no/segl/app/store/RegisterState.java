package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import no.segl.core.id.OrgNumber;
import no.segl.core.register.KeyRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which units the register is followed for, and how far it has been read. What it says of units is
 * taken in by {@link Changes}; only cursors, which nobody is answerable for, are moved here.
 */
public final class RegisterState {

    private static final String TOPS =
            """
            WITH RECURSIVE up (number, parent, depth) AS (
                SELECT number, parent, 0 FROM unit
                 WHERE EXISTS (SELECT 1 FROM access_grant g WHERE g.unit = number)
                    OR EXISTS (SELECT 1 FROM letter l WHERE l.sender = number)
                    OR EXISTS (SELECT 1 FROM letter l WHERE l.recipient = number
                                  AND l.state IN ('ACCEPTED', 'AVAILABLE', 'OPENED'))
                    OR EXISTS (SELECT 1 FROM register_wish w WHERE w.unit = number)
                UNION
                SELECT u.number, u.parent, up.depth + 1
                  FROM unit u JOIN up ON u.number = up.parent WHERE up.depth < 20
            )
            SELECT DISTINCT number FROM up WHERE parent IS NULL
            """;

    private final JdbcClient jdbc;

    public RegisterState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The register's feeds of updates. */
    public enum Feed {
        UNITS,
        SUBUNITS,
        ROLES
    }

    /** The codes of those roles that are key roles. */
    public Set<String> keyRoleCodes() {
        return new HashSet<>(jdbc.sql("SELECT code FROM key_role_code").query(String.class).list());
    }

    /** The forms of organisations that may be sent confidential mail. */
    public Set<String> recipientForms() {
        return new HashSet<>(
                jdbc.sql("SELECT code FROM recipient_form").query(String.class).list());
    }

    /** Has a unit followed from now on, in which there is neither a letter nor a grant yet. */
    public void follow(OrgNumber unit, Instant at) {
        jdbc.sql("INSERT INTO register_wish (unit, wished_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(unit.value())
                .param(at(at))
                .update();
    }

    /** The numbers of all units that are not sub-units, and so may have others beneath them. */
    public Set<OrgNumber> parents() {
        return numbers("SELECT number FROM unit WHERE kind <> 'SUBUNIT'");
    }

    /**
     * Every unit of the trees that are followed, which are those in which there is a letter or a
     * grant or whose leader has logged in, and every other unit whose key roles are known.
     */
    public Set<OrgNumber> followed() {
        return numbers(
                """
                WITH RECURSIVE tree (number) AS (
                    SELECT number FROM (%s) AS top
                    UNION
                    SELECT u.number FROM unit u JOIN tree ON u.parent = tree.number
                )
                SELECT number FROM tree UNION SELECT unit FROM key_role
                """
                        .formatted(TOPS));
    }

    /** The main units of followed trees that were not compared whole since {@code moment}. */
    public List<OrgNumber> walkedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        SELECT top.number FROM (%s) AS top
                          LEFT JOIN register_walk w ON w.top = top.number
                         WHERE w.walked_at IS NULL OR w.walked_at < ?
                         ORDER BY w.walked_at NULLS FIRST, top.number
                        """
                                .formatted(TOPS))
                .param(at(moment))
                .query((rs, _) -> new OrgNumber(rs.getString("number")))
                .list();
    }

    private Set<OrgNumber> numbers(String sql) {
        return new HashSet<>(
                jdbc.sql(sql).query((rs, _) -> new OrgNumber(rs.getString("number"))).list());
    }

    /** That the tree beneath {@code top} has been compared whole. */
    public void walked(OrgNumber top, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO register_walk (top, walked_at) VALUES (?, ?)
                        ON CONFLICT (top) DO UPDATE SET walked_at = excluded.walked_at
                        """)
                .param(top.value())
                .param(at(now))
                .update();
    }

    /** The id of the last update that was taken in; empty before the first. */
    public OptionalLong cursor(Feed feed) {
        return jdbc.sql("SELECT last_id FROM register_cursor WHERE feed = ?")
                .param(feed.name())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Moves the cursor of a feed, never back. */
    public void move(Feed feed, long lastId, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO register_cursor (feed, last_id, moved_at) VALUES (?, ?, ?)
                        ON CONFLICT (feed) DO UPDATE
                           SET last_id = greatest(register_cursor.last_id, excluded.last_id),
                               moved_at = excluded.moved_at
                        """)
                .param(feed.name())
                .param(lastId)
                .param(at(now))
                .update();
    }

    /**
     * What the register has said of a unit.
     *
     * @param form its organisation form
     * @param dissolved whether it is gone
     * @param dissolvedOn since which day, if the register tells
     * @param roles the key roles that are held there, by code
     */
    public record Standing(
            String form,
            boolean dissolved,
            Optional<LocalDate> dissolvedOn,
            Instant seenAt,
            List<KeyRole> roles) {}

    /** What the register has said of {@code unit}; empty if it never has. */
    public Optional<Standing> standing(OrgNumber unit) {
        List<KeyRole> roles = new RegisterRows(jdbc).roles(unit);
        return jdbc.sql(
                        """
                        SELECT form, dissolved, dissolved_on, seen_at FROM registered_unit
                         WHERE unit = ?
                        """)
                .param(unit.value())
                .query((rs, _) ->
                        new Standing(
                                rs.getString("form"),
                                rs.getBoolean("dissolved"),
                                Optional.ofNullable(rs.getObject("dissolved_on", LocalDate.class)),
                                Columns.instant(rs, "seen_at"),
                                roles))
                .optional();
    }

    /**
     * That an update could not be read and was passed over: every tree that the register has not
     * been compared with since is in doubt.
     *
     * @param place names the update within the feed
     */
    public void passedOver(Feed feed, String place, Instant now) {
        trouble(feed.name(), place, null, now);
    }

    /** That what the register says of {@code unit} could not be read, or not be taken in. */
    public void notTakenIn(OrgNumber unit, Instant now) {
        trouble("UNIT", unit.value(), unit.value(), now);
    }

    private void trouble(String feed, String place, @Nullable String unit, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO register_trouble (feed, place, unit, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (feed, place) DO UPDATE SET at = excluded.at
                        """)
                .param(feed)
                .param(place)
                .param(unit)
                .param(at(now))
                .update();
    }
}
