package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units by categories: where somebody can open what comes, and where nobody can. */
public final class Readiness {

    private final JdbcClient jdbc;

    public Readiness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One unit and category.
     *
     * @param holders how many people can open
     * @param direct how many of them were given it at the unit itself
     * @param waiting how many letters lie unopened
     */
    public record Cell(long holders, long direct, long waiting) {}

    /**
     * A unit and its cells.
     *
     * @param depth how far beneath the topmost unit
     */
    public record Row(
            OrgNumber unit, String name, UnitKind kind, int depth, Map<Category, Cell> cells) {}

    /** A page; {@code next} is the {@code after} of the page that follows, if there is one. */
    public record Page(List<Row> rows, Optional<OrgNumber> next) {}

    /**
     * What is asked for.
     *
     * @param roots topmost units, none beneath another
     * @param text part of a name, or the beginning of a number; empty for all
     * @param gaps only units where nobody can open some category
     * @param after only those that come after this one
     */
    public record Question(
            Collection<OrgNumber> roots, String text, boolean gaps, Optional<OrgNumber> after) {}

    /** The units of a tree in the order of the tree, each with its cells. */
    public Page page(Question question, Instant at, int limit) {
        Map<OrgNumber, Row> rows = new LinkedHashMap<>();
        jdbc.sql(
                        // Without gaps to find, only the units that are shown are counted.
                        Cells.TREE
                                + (question.gaps()
                                        ? Cells.of("tree") + Cells.chosen(Cells.GAPS)
                                        : Cells.chosen("true") + Cells.of("chosen"))
                                + """
                                SELECT t.number, t.name, t.kind, t.depth, c.code,
                                       coalesce(cell.holders, 0) AS holders,
                                       coalesce(cell.direct, 0) AS direct,
                                       coalesce(waiting.letters, 0) AS letters
                                  FROM chosen t CROSS JOIN category c
                                  LEFT JOIN cell ON cell.unit = t.number AND cell.category = c.code
                                  LEFT JOIN waiting ON waiting.recipient = t.number
                                                   AND waiting.category = c.code
                                 ORDER BY t.path, c.position
                                """)
                .param("roots", numbers(question.roots()))
                .param("at", at(at))
                .param("text", question.text())
                .param("after", question.after().map(OrgNumber::value).orElse(null))
                .param("limit", limit + 1)
                .query(rs -> {
                    OrgNumber number = new OrgNumber(rs.getString("number"));
                    String name = rs.getString("name");
                    UnitKind kind = UnitKind.valueOf(rs.getString("kind"));
                    int depth = rs.getInt("depth");
                    rows.computeIfAbsent(
                                    number,
                                    n -> new Row(n, name, kind, depth, new LinkedHashMap<>()))
                            .cells()
                            .put(
                                    new Category(rs.getString("code")),
                                    new Cell(
                                            rs.getLong("holders"),
                                            rs.getLong("direct"),
                                            rs.getLong("letters")));
                });
        List<Row> all = List.copyOf(rows.values());
        return all.size() <= limit
                ? new Page(all, Optional.empty())
                : new Page(all.subList(0, limit), Optional.of(all.get(limit - 1).unit()));
    }

    /** How many letters lie unopened at one unit, by category; where there are none, nothing. */
    public Map<Category, Long> waiting(OrgNumber unit) {
        Map<Category, Long> waiting = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT category, count(*) AS letters FROM letter
                         WHERE state = 'AVAILABLE' AND recipient = ? GROUP BY category
                        """)
                .param(unit.value())
                .query(rs -> {
                    waiting.put(new Category(rs.getString("category")), rs.getLong("letters"));
                });
        return waiting;
    }

    /**
     * The whole tree in figures.
     *
     * @param units how many units
     * @param cells how many units times categories
     * @param nobody how many of them nobody can open
     * @param onlyOne how many only one person can open
     * @param stuck how many letters lie where nobody can open them
     */
    public record Summary(long units, long cells, long nobody, long onlyOne, long stuck) {}

    /** The figures of the trees beneath {@code roots}. */
    public Summary summary(Collection<OrgNumber> roots, Instant at) {
        return jdbc.sql(
                        Cells.ALL
                                + """
                                SELECT (SELECT count(*) FROM tree) AS units,
                                       count(*) AS cells,
                                       count(*) FILTER (WHERE cell.holders IS NULL) AS nobody,
                                       count(*) FILTER (WHERE cell.holders = 1) AS only_one,
                                       coalesce(sum(waiting.letters)
                                           FILTER (WHERE cell.holders IS NULL), 0) AS stuck
                                  FROM tree t CROSS JOIN category c
                                  LEFT JOIN cell ON cell.unit = t.number AND cell.category = c.code
                                  LEFT JOIN waiting ON waiting.recipient = t.number
                                                   AND waiting.category = c.code
                                """)
                .param("roots", numbers(roots))
                .param("at", at(at))
                .query((rs, _) ->
                        new Summary(
                                rs.getLong("units"),
                                rs.getLong("cells"),
                                rs.getLong("nobody"),
                                rs.getLong("only_one"),
                                rs.getLong("stuck")))
                .single();
    }

    /**
     * A unit and category that only one person can open.
     *
     * @param waiting how many letters lie unopened there
     */
    public record Sole(OrgNumber unit, String name, Category category, long waiting) {}

    /** What only one person can open; {@code total} is how much there is in all. */
    public record Soles(List<Sole> first, long total) {}

    /**
     * What would stand without a reader if {@code person} had no access.
     *
     * @param away others who open nothing meanwhile, though they could
     */
    public Soles withoutReader(
            Collection<OrgNumber> roots,
            PersonId person,
            Collection<PersonId> away,
            Instant at,
            int limit) {
        return soles(
                """
                SELECT t.number, t.name, cell.category, t.path, c.position,
                       coalesce(waiting.letters, 0) AS letters
                  FROM tree t
                  JOIN cell ON cell.unit = t.number
                  JOIN category c ON c.code = cell.category
                  LEFT JOIN waiting ON waiting.recipient = t.number
                                   AND waiting.category = cell.category
                 WHERE cell.holders = 1 AND cell.one = :person
                    OR cell.holders BETWEEN 2 AND 1 + cardinality(:away)
                       AND NOT EXISTS (SELECT 1 FROM up JOIN grants_at(:at) g ON g.unit = up.number
                                        WHERE up.unit = t.number AND g.power = 'READ'
                                          AND g.category = cell.category
                                          AND g.person::text <> :person
                                          AND g.person <> ALL (:away))
                       AND EXISTS (SELECT 1 FROM up JOIN grants_at(:at) g ON g.unit = up.number
                                    WHERE up.unit = t.number AND g.power = 'READ'
                                      AND g.category = cell.category
                                      AND g.person::text = :person)
                """,
                roots,
                person,
                away,
                at,
                limit,
                UnaryOperator.identity());
    }

    private Soles soles(
            String found,
            Collection<OrgNumber> roots,
            PersonId person,
            Collection<PersonId> away,
            Instant at,
            int limit,
            UnaryOperator<JdbcClient.StatementSpec> more) {
        List<Sole> first = new ArrayList<>();
        long[] total = {0};
        more.apply(
                        jdbc.sql(
                                Cells.ALL
                                        + "SELECT *, count(*) OVER () AS total FROM ("
                                        + found
                                        + ") found ORDER BY letters DESC, path, position"
                                        + " LIMIT :limit"))
                .param("roots", numbers(roots))
                .param("at", at(at))
                .param("person", person.toString())
                .param("away", away.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(rs -> {
                    total[0] = rs.getLong("total");
                    first.add(
                            new Sole(
                                    new OrgNumber(rs.getString("number")),
                                    rs.getString("name"),
                                    new Category(rs.getString("category")),
                                    rs.getLong("letters")));
                });
        return new Soles(List.copyOf(first), total[0]);
    }

    /**
     * What stands without a reader since access of {@code person} ended.
     *
     * @param away others who open nothing meanwhile, though they could
     * @param since only what has ended after this
     */
    public Soles leftBy(
            Collection<OrgNumber> roots,
            PersonId person,
            Collection<PersonId> away,
            Instant since,
            Instant at,
            int limit) {
        return soles(
                """
                SELECT DISTINCT t.number, t.name, g.category, t.path, c.position,
                       coalesce(waiting.letters, 0) AS letters
                  FROM tree t
                  JOIN up ON up.unit = t.number
                  JOIN access_grant g ON g.unit = up.number AND g.power = 'READ'
                                     AND g.person::text = :person
                                     AND NOT stands(g.valid_until, g.ended_at, :at)
                                     AND g.valid_until > :since
                  JOIN category c ON c.code = g.category
                  LEFT JOIN cell ON cell.unit = t.number AND cell.category = g.category
                  LEFT JOIN waiting ON waiting.recipient = t.number
                                   AND waiting.category = g.category
                 WHERE cell.holders IS NULL
                    OR cell.holders <= cardinality(:away)
                       AND NOT EXISTS (SELECT 1 FROM up JOIN grants_at(:at) g ON g.unit = up.number
                                        WHERE up.unit = t.number AND g.power = 'READ'
                                          AND g.category = cell.category
                                          AND g.person <> ALL (:away))
                """,
                roots,
                person,
                away,
                at,
                limit,
                spec -> spec.param("since", at(since)));
    }
}
