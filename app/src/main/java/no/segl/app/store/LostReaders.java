package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.deadline.Reason;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Open letters that somebody could open when they were last looked at, and nobody can now: access
 * may end by what somebody does, by its own time, or by what a register says.
 */
public final class LostReaders {

    private final JdbcClient jdbc;
    private final Holders holders;

    public LostReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.holders = new Holders(jdbc);
    }

    private record Where(OrgNumber unit, Category category) {}

    /**
     * Makes them due at {@code now}, so that who can mend it is told, and not first at the next
     * step of their plan.
     *
     * @return how many there were
     */
    public int lookAnew(Instant now) {
        return where().stream()
                .filter(w -> holders.canOpen(w.unit(), Optional.of(w.category()), now).isEmpty())
                .mapToInt(w -> lookAnew(w, now))
                .sum();
    }

    private List<Where> where() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT recipient, category FROM letter
                         WHERE state = 'AVAILABLE' AND NOT readerless AND looks > 0
                         ORDER BY recipient, category
                        """)
                .query((rs, _) ->
                        new Where(
                                new OrgNumber(rs.getString("recipient")),
                                new Category(rs.getString("category"))))
                .list();
    }

    private int lookAnew(Where where, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE letter SET next_look_at = :now, next_look_reason = :anew
                         WHERE state = 'AVAILABLE' AND NOT readerless AND looks > 0
                           AND recipient = :recipient AND category = :category
                           AND next_look_at > :now AND last_look_at < :now
                        """)
                .param("now", at(now))
                .param("anew", Reason.ANEW.name())
                .param("recipient", where.unit().value())
                .param("category", where.category().code())
                .update();
    }
}
