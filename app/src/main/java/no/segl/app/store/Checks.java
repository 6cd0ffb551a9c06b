package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.CheckAnswered;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Checklist.Given;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been answered of guided checks. Answers are added, never changed. */
public final class Checks {

    private final JdbcClient jdbc;

    public Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds answers, within the transaction of {@link Changes}. */
    List<CheckAnswered.Reply> write(
            List<Decision<CheckAnswered, CheckAnswered.Reply>> decisions,
            PersonId by,
            Instant now,
            LedgerRows ledger) {
        // Each chain is locked by its first entry, in one order.
        decisions.stream()
                .flatMap(d -> d.facts().stream().map(f -> Map.entry(f, d.right())))
                .sorted(Comparator.comparing(e -> e.getKey().unit()))
                .forEach(e -> {
                    CheckAnswered fact = e.getKey();
                    insert(fact, by, now);
                    ledger.append(
                            fact.unit(), List.of(fact), new Actor.Person(by), e.getValue(), now);
                });
        return decisions.stream().map(Decision::reply).toList();
    }

    private void insert(CheckAnswered fact, PersonId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO check_answer (unit, asked, answer, answered_by, answered_at,
                            valid_until)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(fact.unit().value())
                .param(fact.check().name())
                .param(fact.answer().name())
                .param(by.value())
                .param(at(now))
                .param(at(fact.until()))
                .update();
    }

    /** The checks of the trees beneath {@code roots}, in the order of the tree. */
    public Checklist of(Collection<OrgNumber> roots, Instant now) {
        List<Checklist.Place> places = new ArrayList<>();
        Map<OrgNumber, OrgNumber> parents = new HashMap<>();
        jdbc.sql(
                        Cells.TREE
                                + """
                                , above (number, parent, depth) AS (
                                    SELECT u.number, u.parent, 0 FROM unit u
                                     WHERE u.number = ANY (:roots)
                                    UNION
                                    SELECT p.number, p.parent, a.depth + 1
                                      FROM above a JOIN unit p ON p.number = a.parent
                                     WHERE a.depth < 20
                                )
                                SELECT t.number, t.name, u.parent, t.path
                                  FROM tree t JOIN unit u ON u.number = t.number
                                UNION ALL
                                SELECT number, NULL, parent, NULL FROM above
                                 WHERE number <> ALL (:roots)
                                 ORDER BY path
                                """)
                .param("roots", numbers(roots))
                .query(rs -> {
                    OrgNumber unit = new OrgNumber(rs.getString("number"));
                    maybeString(rs, "name")
                            .ifPresent(name -> places.add(new Checklist.Place(unit, name)));
                    maybeString(rs, "parent").ifPresent(p -> parents.put(unit, new OrgNumber(p)));
                });
        List<OrgNumber> all = new ArrayList<>(parents.keySet());
        all.addAll(parents.values());
        places.forEach(p -> all.add(p.unit()));
        return new Checklist(places, parents, given(all), now);
    }

    private Map<OrgNumber, Map<Check, Given>> given(Collection<OrgNumber> units) {
        Map<OrgNumber, Map<Check, Given>> given = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (unit, asked) * FROM check_answer
                         WHERE unit = ANY (?) AND asked = ANY (?)
                         ORDER BY unit, asked, number DESC
                        """)
                .param(numbers(units.stream().distinct().toList()))
                .param(Arrays.stream(Check.values()).map(Enum::name).toArray(String[]::new))
                .query(rs -> {
                    OrgNumber unit = new OrgNumber(rs.getString("unit"));
                    given.computeIfAbsent(unit, _ -> new EnumMap<>(Check.class))
                            .put(Check.valueOf(rs.getString("asked")), row(rs));
                });
        return given;
    }

    /** All that was ever answered of one check at one unit, the newest first. */
    public List<Given> history(OrgNumber unit, Check check, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM check_answer WHERE unit = ? AND asked = ?
                         ORDER BY number DESC LIMIT ?
                        """)
                .param(unit.value())
                .param(check.name())
                .param(limit)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static Given row(ResultSet rs) throws SQLException {
        return new Given(
                new OrgNumber(rs.getString("unit")),
                Check.Answer.valueOf(rs.getString("answer")),
                new PersonId(uuid(rs, "answered_by")),
                instant(rs, "answered_at"),
                instant(rs, "valid_until"));
    }
}
