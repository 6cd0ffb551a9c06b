package no.segl.app.store;

import static no.segl.app.store.Columns.maybeString;

import java.time.Period;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.core.access.Category;
import no.segl.core.deadline.Plan;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Plan.Step;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.Wait;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.RowCallbackHandler;
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
        return new Rules(version, rows, plans(version));
    }

    private List<Plan> plans(int version) {
        Map<List<Optional<String>>, List<Step>> plans = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM plan_step WHERE version = ? ORDER BY position")
                .param(version)
                .query(
                        (RowCallbackHandler)
                                rs ->
                                        plans.computeIfAbsent(
                                                        List.of(
                                                                maybeString(rs, "sender"),
                                                                maybeString(rs, "category"),
                                                                maybeString(rs, "recipient")),
                                                        _ -> new ArrayList<>())
                                                .add(
                                                        new Step(
                                                                new Wait(
                                                                        Period.parse(
                                                                                rs.getString(
                                                                                        "period")),
                                                                        rs.getBoolean(
                                                                                "working_days")),
                                                                Action.valueOf(
                                                                        rs.getString("action")),
                                                                Owner.valueOf(
                                                                        rs.getString("owner")),
                                                                rs.getString("paragraph"))));
        return plans.entrySet().stream()
                .map(e ->
                        new Plan(
                                e.getKey().get(0).map(OrgNumber::new),
                                e.getKey().get(1).map(Category::new),
                                e.getKey().get(2).map(OrgNumber::new),
                                e.getValue()))
                .toList();
    }
}
