package no.segl.app.store;

import static no.segl.app.store.Columns.maybeString;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.core.access.Category;
import no.segl.core.deadline.Plan;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Plan.Step;
import no.segl.core.deadline.Preview;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
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

    /** Enters a version, for letters that are accepted from now on; in one transaction. */
    public void enter(Rules next) {
        next.rows()
                .forEach((rule, row) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO rule (version, name, period, owner, paragraph)
                                        VALUES (?, ?, ?, ?, ?)
                                        """)
                                .param(next.version())
                                .param(rule.name())
                                .param(row.period().toString())
                                .param(row.owner().name())
                                .param(row.paragraph())
                                .update());
        next.limits()
                .forEach((limit, bound) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO rule_limit (version, name, number, paragraph)
                                        VALUES (?, ?, ?, ?)
                                        """)
                                .param(next.version())
                                .param(limit.name())
                                .param(bound.number())
                                .param(bound.paragraph())
                                .update());
        next.plans()
                .forEach(plan -> {
                    enter(next.version(), plan);
                    keep(next.version(), plan);
                });
    }

    /** Writes down who answers for a version, once. */
    void entered(int version, String by, Instant now) {
        jdbc.sql("INSERT INTO rule_version (version, entered_at, entered_by) VALUES (?, ?, ?)")
                .param(version)
                .param(Columns.at(now))
                .param(by)
                .update();
    }

    /** When a version was entered, and who answers for it; both empty if Segl came with it. */
    public record Entered(int version, Optional<Instant> at, Optional<String> by) {}

    /** Every version, the newest first. */
    public List<Entered> versions() {
        return jdbc.sql(
                        """
                        SELECT r.version, v.entered_at, v.entered_by
                          FROM (SELECT DISTINCT version FROM rule) r
                          LEFT JOIN rule_version v ON v.version = r.version
                         ORDER BY r.version DESC
                        """)
                .query((rs, _) ->
                        new Entered(
                                rs.getInt("version"),
                                Columns.maybeInstant(rs, "entered_at"),
                                maybeString(rs, "entered_by")))
                .list();
    }

    private void enter(int version, Plan plan) {
        int position = 0;
        for (Step step : plan.steps()) {
            position++;
            jdbc.sql(
                            """
                            INSERT INTO plan_step (version, sender, category, recipient, position,
                                   period, working_days, action, owner, paragraph)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(version)
                    .param(plan.sender().map(OrgNumber::value).orElse(null))
                    .param(plan.category().map(Category::code).orElse(null))
                    .param(plan.recipient().map(OrgNumber::value).orElse(null))
                    .param(position)
                    .param(step.after().period().toString())
                    .param(step.after().workingDays())
                    .param(step.action().name())
                    .param(step.owner().name())
                    .param(step.paragraph())
                    .update();
        }
    }

    private void keep(int version, Plan plan) {
        plan.keep()
                .forEach((rule, row) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO plan_keep (version, sender, category, recipient,
                                               name, period, owner, paragraph)
                                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .param(version)
                                .param(plan.sender().map(OrgNumber::value).orElse(null))
                                .param(plan.category().map(Category::code).orElse(null))
                                .param(plan.recipient().map(OrgNumber::value).orElse(null))
                                .param(rule.name())
                                .param(row.period().toString())
                                .param(row.owner().name())
                                .param(row.paragraph())
                                .update());
    }

    /** How many letters of each kind were accepted from {@code since}. */
    public List<Preview.Sent> sent(Instant since) {
        return jdbc.sql(
                        """
                        SELECT sender, category, recipient, count(*) AS letters FROM letter
                         WHERE accepted_at >= ? GROUP BY sender, category, recipient
                         ORDER BY letters DESC, sender, category, recipient
                        """)
                .param(Columns.at(since))
                .query((rs, _) ->
                        new Preview.Sent(
                                new OrgNumber(rs.getString("sender")),
                                new Category(rs.getString("category")),
                                new OrgNumber(rs.getString("recipient")),
                                rs.getLong("letters")))
                .list();
    }

    private Rules load(int version) {
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        jdbc.sql("SELECT name, period, owner, paragraph FROM rule WHERE version = ?")
                .param(version)
                .query((rs, _) -> new SimpleEntry<>(Rule.valueOf(rs.getString("name")), row(rs)))
                .list()
                .forEach(e -> rows.put(e.getKey(), e.getValue()));
        return new Rules(version, rows, limits(version), plans(version));
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                Period.parse(rs.getString("period")),
                Owner.valueOf(rs.getString("owner")),
                rs.getString("paragraph"));
    }

    private Map<Limit, Bound> limits(int version) {
        Map<Limit, Bound> limits = new EnumMap<>(Limit.class);
        jdbc.sql("SELECT name, number, paragraph FROM rule_limit WHERE version = ?")
                .param(version)
                .query((rs, _) ->
                        new SimpleEntry<>(
                                Limit.valueOf(rs.getString("name")),
                                new Bound(rs.getInt("number"), rs.getString("paragraph"))))
                .list()
                .forEach(e -> limits.put(e.getKey(), e.getValue()));
        return limits;
    }

    /** What a plan is for: sender, category and recipient. */
    private static List<Optional<String>> about(ResultSet rs) throws SQLException {
        return List.of(
                maybeString(rs, "sender"),
                maybeString(rs, "category"),
                maybeString(rs, "recipient"));
    }

    private List<Plan> plans(int version) {
        Map<List<Optional<String>>, List<Step>> steps = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM plan_step WHERE version = ? ORDER BY position")
                .param(version)
                .query(
                        (RowCallbackHandler)
                                rs ->
                                        steps.computeIfAbsent(about(rs), _ -> new ArrayList<>())
                                                .add(step(rs)));
        Map<List<Optional<String>>, Map<Rule, Row>> keep = new HashMap<>();
        jdbc.sql("SELECT * FROM plan_keep WHERE version = ? ORDER BY sender, category, recipient")
                .param(version)
                .query(
                        (RowCallbackHandler)
                                rs -> {
                                    steps.computeIfAbsent(about(rs), _ -> new ArrayList<>());
                                    keep.computeIfAbsent(about(rs), _ -> new EnumMap<>(Rule.class))
                                            .put(Rule.valueOf(rs.getString("name")), row(rs));
                                });
        return steps.entrySet().stream()
                .map(e ->
                        new Plan(
                                e.getKey().get(0).map(OrgNumber::new),
                                e.getKey().get(1).map(Category::new),
                                e.getKey().get(2).map(OrgNumber::new),
                                e.getValue(),
                                keep.getOrDefault(e.getKey(), Map.of())))
                .toList();
    }

    private static Step step(ResultSet rs) throws SQLException {
        return new Step(
                new Wait(Period.parse(rs.getString("period")), rs.getBoolean("working_days")),
                Action.valueOf(rs.getString("action")),
                Owner.valueOf(rs.getString("owner")),
                rs.getString("paragraph"));
    }
}
