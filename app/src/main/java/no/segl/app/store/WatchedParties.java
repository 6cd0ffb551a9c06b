package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.numbers;

import java.util.List;
import no.segl.app.store.Watched.Asked;
import no.segl.app.store.Watched.Group;
import no.segl.app.store.Watched.Share;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the letters of a question by who is at the other end of them. */
final class WatchedParties {

    private final JdbcClient jdbc;

    WatchedParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By who is at the other end, the most letters first: one call for many letters. */
    List<Group> groups(Asked asked, Condition condition, int limit) {
        return in(
                        asked,
                        condition,
                        """
                        SELECT l.%1$s AS party, u.name, count(*) AS letters,
                               min(coalesce(l.available_at, l.accepted_at)) AS oldest
                          FROM letter l
                          JOIN unit u ON u.number = l.%1$s
                         WHERE l.%2$s = ANY (:units) %3$s
                         GROUP BY l.%1$s, u.name
                         ORDER BY letters DESC, oldest, party LIMIT :limit
                        """
                                .formatted(
                                        Columns.end(asked.own().other()),
                                        Columns.end(asked.own()),
                                        condition))
                .param("limit", limit)
                .query((rs, _) ->
                        new Group(
                                new OrgNumber(rs.getString("party")),
                                rs.getString("name"),
                                rs.getLong("letters"),
                                instant(rs, "oldest")))
                .list();
    }

    /** How many of each category there are with each unit at the other end, most first. */
    List<Share> shares(Asked asked, Condition condition) {
        return in(
                        asked,
                        condition,
                        """
                        SELECT l.%1$s AS party, l.category, count(*) AS letters
                          FROM letter l
                         WHERE l.%2$s = ANY (:units) %3$s
                         GROUP BY l.%1$s, l.category ORDER BY letters DESC, l.category
                        """
                                .formatted(
                                        Columns.end(asked.own().other()),
                                        Columns.end(asked.own()),
                                        condition))
                .query((rs, _) ->
                        new Share(
                                new OrgNumber(rs.getString("party")),
                                new Category(rs.getString("category")),
                                rs.getLong("letters")))
                .list();
    }

    private JdbcClient.StatementSpec in(Asked asked, Condition condition, String sql) {
        return condition.in(jdbc.sql(sql).param("units", numbers(asked.units())));
    }
}
