package no.segl.app.store;

import java.time.Period;
import java.util.AbstractMap.SimpleEntry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule table. A version never changes once it is there, so it is read once. */
public final class RuleTable {

    private final JdbcClient jdbc;
    private final Map<Integer, Rules> read = new ConcurrentHashMap<>();

    public RuleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version, which new letters follow. */
    public Rules newest() {
        return version(jdbc.sql("SELECT max(version) FROM rule").query(Integer.class).single());
    }

    /** One version. */
    public Rules version(int version) {
        return read.computeIfAbsent(version, this::load);
    }

    private Rules load(int version) {
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        jdbc.sql("SELECT name, period, owner, paragraph FROM rule WHERE version = ?")
                .param(version)
                .query((rs, _) ->
                        new SimpleEntry<>(
                                Rule.valueOf(rs.getString("name")),
                                new Row(
                                        Period.parse(rs.getString("period")),
                                        Owner.valueOf(rs.getString("owner")),
                                        rs.getString("paragraph"))))
                .list()
                .forEach(e -> rows.put(e.getKey(), e.getValue()));
        return new Rules(version, rows);
    }
}
