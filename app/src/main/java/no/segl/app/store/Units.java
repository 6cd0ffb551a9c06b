package no.segl.app.store;

import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisations that Segl knows. */
public final class Units {

    /** Begins a question about the units {@code :units} and all beneath them, as {@code down}. */
    static final String DOWN =
            """
            WITH RECURSIVE down (number) AS (
                SELECT number FROM unit WHERE number = ANY (:units)
                UNION
                SELECT u.number FROM unit u JOIN down ON u.parent = down.number
            )
            """;

    /** The unit {@code :unit} and all units above it, each with how far. */
    static final String UP =
            """
            WITH RECURSIVE up (number, parent, depth) AS (
                SELECT number, parent, 0 FROM unit WHERE number = :unit
                UNION ALL
                SELECT p.number, p.parent, up.depth + 1
                  FROM up JOIN unit p ON p.number = up.parent
                 WHERE up.depth < 20
            )
            """;

    private final JdbcClient jdbc;

    public Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters a unit, or what has changed about it.
     *
     * @throws IllegalArgumentException if it would stand beneath itself
     */
    public void enter(Unit unit) {
        if (standsBeneathItself(unit)) {
            throw new IllegalArgumentException(unit.number() + " would stand beneath itself");
        }
        jdbc.sql(
                        """
                        INSERT INTO unit (number, name, kind, parent) VALUES (?, ?, ?, ?)
                        ON CONFLICT (number) DO UPDATE
                           SET name = excluded.name, kind = excluded.kind, parent = excluded.parent
                        """)
                .param(unit.number().value())
                .param(unit.name())
                .param(unit.kind().name())
                .param(unit.parent().map(OrgNumber::value).orElse(null))
                .update();
    }

    /** Whether the unit's parent is the unit, or lies beneath it. */
    boolean standsBeneathItself(Unit unit) {
        return unit.parent().filter(p -> lineage(p).isWithin(unit.number())).isPresent();
    }

    /** The unit with that number. */
    public Optional<Unit> find(OrgNumber number) {
        return jdbc.sql("SELECT number, name, kind, parent FROM unit WHERE number = ?")
                .param(number.value())
                .query((rs, _) ->
                        new Unit(
                                new OrgNumber(rs.getString("number")),
                                rs.getString("name"),
                                UnitKind.valueOf(rs.getString("kind")),
                                maybeString(rs, "parent").map(OrgNumber::new)))
                .optional();
    }

    /** The names of {@code numbers}. */
    public Map<OrgNumber, String> names(Collection<OrgNumber> numbers) {
        Map<OrgNumber, String> names = new HashMap<>();
        jdbc.sql("SELECT number, name FROM unit WHERE number = ANY (?)")
                .param(numbers(numbers))
                .query(rs -> {
                    names.put(new OrgNumber(rs.getString("number")), rs.getString("name"));
                });
        return names;
    }

    /** Those of {@code numbers} that are known, dissolved ones too. */
    public Set<OrgNumber> known(Collection<OrgNumber> numbers) {
        return names(numbers).keySet();
    }

    /** Those of {@code numbers} that can send and get mail: known, and not dissolved. */
    public Set<OrgNumber> living(Collection<OrgNumber> numbers) {
        String[] asked = numbers(numbers);
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT number FROM unit u WHERE number = ANY (?)
                                   AND NOT EXISTS (SELECT 1 FROM registered_unit r
                                                    WHERE r.unit = u.number AND r.dissolved)
                                """)
                        .param(asked)
                        .query((rs, _) -> new OrgNumber(rs.getString("number")))
                        .list());
    }

    /** The unit and all those above it, nearest first, and from which of them it inherits. */
    public Lineage lineage(OrgNumber unit) {
        List<OrgNumber> above = new ArrayList<>();
        List<OrgNumber> inheritsFrom = new ArrayList<>();
        jdbc.sql(
                        """
                        WITH RECURSIVE up (number, parent, kind, depth, inherits) AS (
                            SELECT number, parent, kind, 0, true FROM unit WHERE number = ?
                            UNION ALL
                            SELECT u.number, u.parent, u.kind, up.depth + 1,
                                   up.inherits AND EXISTS (
                                       SELECT 1 FROM inheritance i
                                        WHERE i.parent_kind = u.kind AND i.child_kind = up.kind)
                              FROM unit u JOIN up ON u.number = up.parent
                             WHERE up.depth < 20
                        )
                        SELECT number, inherits FROM up WHERE depth > 0 ORDER BY depth
                        """)
                .param(unit.value())
                .query(rs -> {
                    OrgNumber number = new OrgNumber(rs.getString("number"));
                    above.add(number);
                    if (rs.getBoolean("inherits")) {
                        inheritsFrom.add(number);
                    }
                });
        return new Lineage(unit, above, inheritsFrom);
    }

    /** Those of {@code numbers} that lie beneath none of the others. */
    public List<OrgNumber> topmost(Collection<OrgNumber> numbers) {
        return numbers.stream()
                .filter(n -> lineage(n).above().stream().noneMatch(numbers::contains))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * How many units lie beneath each of {@code numbers}.
     *
     * @param inheriting only those that inherit access to read from it
     */
    public Map<OrgNumber, Long> beneath(Collection<OrgNumber> numbers, boolean inheriting) {
        Map<OrgNumber, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                        WITH RECURSIVE down (top, number, kind, depth) AS (
                            SELECT number, number, kind, 0 FROM unit WHERE number = ANY (?)
                            UNION ALL
                            SELECT down.top, c.number, c.kind, down.depth + 1
                              FROM down
                              JOIN unit c ON c.parent = down.number
                             WHERE down.depth < 20 AND (NOT ? OR EXISTS (
                                   SELECT 1 FROM inheritance i
                                    WHERE i.parent_kind = down.kind AND i.child_kind = c.kind))
                        )
                        SELECT top, count(*) - 1 AS beneath FROM down GROUP BY top
                        """)
                .param(numbers(numbers))
                .param(inheriting)
                .query(rs -> {
                    counts.put(new OrgNumber(rs.getString("top")), rs.getLong("beneath"));
                });
        return counts;
    }

    /** Those of {@code numbers} and every unit beneath them. */
    public Set<OrgNumber> within(Collection<OrgNumber> numbers) {
        String[] asked = numbers(numbers);
        return new HashSet<>(
                jdbc.sql(DOWN + "SELECT number FROM down")
                        .param("units", asked)
                        .query((rs, _) -> new OrgNumber(rs.getString("number")))
                        .list());
    }

    /**
     * Nobody else decides who controls access at {@code unit}, or whether it takes two to give it,
     * until the transaction ends.
     */
    public void hold(OrgNumber unit) {
        jdbc.sql("SELECT 1 FROM unit WHERE number = ? FOR NO KEY UPDATE")
                .param(unit.value())
                .query(Integer.class)
                .optional();
    }
}
