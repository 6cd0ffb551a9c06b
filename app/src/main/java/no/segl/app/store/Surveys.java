package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.Recipients.Held;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.UnitKind;
import no.segl.core.readiness.Survey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How it stands at every unit of a tree, for those who answer for it: the same answer that a sender
 * gets of each, in three questions for the whole tree.
 */
public final class Surveys {

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Categories categories;

    public Surveys(JdbcClient jdbc, Recipients recipients, Categories categories) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.categories = categories;
    }

    private record Cell(OrgNumber unit, Category category) {}

    /** The trees beneath {@code roots}, without what is dissolved. */
    public Survey of(Collection<OrgNumber> roots, Instant at) {
        return survey(
                Cells.TREE
                        + """
                        SELECT t.number, t.name, t.kind, p.name AS above
                          FROM tree t
                          JOIN unit u ON u.number = t.number
                          LEFT JOIN unit p ON p.number = u.parent
                        """,
                roots,
                at);
    }

    /** One unit alone, dissolved or not. */
    public Survey at(OrgNumber unit, Instant at) {
        return survey(
                """
                SELECT u.number, u.name, u.kind, p.name AS above
                  FROM unit u LEFT JOIN unit p ON p.number = u.parent
                 WHERE u.number = ANY (:roots)
                """,
                List.of(unit),
                at);
    }

    private Survey survey(String units, Collection<OrgNumber> roots, Instant at) {
        Map<OrgNumber, Survey.Place> places = new LinkedHashMap<>();
        jdbc.sql(units)
                .param("roots", numbers(roots))
                .query(rs -> {
                    OrgNumber number = new OrgNumber(rs.getString("number"));
                    places.put(
                            number,
                            new Survey.Place(
                                    number,
                                    rs.getString("name"),
                                    UnitKind.valueOf(rs.getString("kind")),
                                    maybeString(rs, "above"),
                                    List.of()));
                });
        List<Category> order = categories.all().stream().map(c -> c.category()).toList();
        Map<Cell, Long> waiting = waiting(places.keySet());
        Map<OrgNumber, List<Survey.Cell>> cells = new HashMap<>();
        for (Held held : recipients.held(places.keySet(), order, at)) {
            Cell cell = new Cell(held.readiness().unit(), held.readiness().category());
            cells.computeIfAbsent(cell.unit(), _ -> new ArrayList<>())
                    .add(
                            new Survey.Cell(
                                    held.readiness(),
                                    held.holders(),
                                    waiting.getOrDefault(cell, 0L)));
        }
        return new Survey(
                places.values().stream()
                        .map(p ->
                                new Survey.Place(
                                        p.unit(),
                                        p.name(),
                                        p.kind(),
                                        p.above(),
                                        sorted(cells.getOrDefault(p.unit(), List.of()), order)))
                        .toList());
    }

    private static List<Survey.Cell> sorted(List<Survey.Cell> cells, List<Category> order) {
        return cells.stream()
                .sorted(Comparator.comparingInt(c -> order.indexOf(c.readiness().category())))
                .toList();
    }

    private Map<Cell, Long> waiting(Collection<OrgNumber> units) {
        Map<Cell, Long> waiting = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT recipient, category, count(*) AS letters FROM letter
                         WHERE state = 'AVAILABLE' AND recipient = ANY (?)
                         GROUP BY recipient, category
                        """)
                .param(numbers(units))
                .query(rs -> {
                    waiting.put(
                            new Cell(
                                    new OrgNumber(rs.getString("recipient")),
                                    new Category(rs.getString("category"))),
                            rs.getLong("letters"));
                });
        return waiting;
    }

    /**
     * Where notices to a unit go, without the addresses themselves.
     *
     * @param own how many addresses are its own
     * @param refused how many of those take nothing
     * @param refusedAt when one of those was last found not to
     * @param nearest the unit whose addresses are used: itself, or the nearest above that has one
     *     which takes what is sent; empty if there is none
     * @param verifiedAt when a message was last known to have come to one of those
     */
    public record Reach(
            long own,
            long refused,
            Optional<Instant> refusedAt,
            Optional<Nearest> nearest,
            Optional<Instant> verifiedAt) {

        /** No address anywhere. */
        public static final Reach NOWHERE =
                new Reach(0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A unit by its name. */
    public record Nearest(OrgNumber unit, String name) {}

    /** Where notices to each of {@code units} go; those that have no address are left out. */
    public Map<OrgNumber, Reach> reach(Collection<OrgNumber> units) {
        // law: enhetsregisterforskriften-8a
        Map<OrgNumber, Reach> found = new HashMap<>();
        jdbc.sql(
                        """
                        WITH RECURSIVE above (unit, number, parent, depth) AS (
                            SELECT number, number, parent, 0 FROM unit WHERE number = ANY (:units)
                            UNION ALL
                            SELECT a.unit, p.number, p.parent, a.depth + 1
                              FROM above a JOIN unit p ON p.number = a.parent WHERE a.depth < 20
                        )
                        SELECT a.unit, a.depth, p.number, p.name, count(*) AS addresses,
                               count(c.refused_at) AS refused, max(c.refused_at) AS refused_at,
                               max(c.verified_at) FILTER (WHERE c.refused_at IS NULL) AS verified_at
                          FROM above a
                          JOIN contact c ON c.addressee = 'unit:' || a.number
                          JOIN unit p ON p.number = a.number
                         WHERE c.channel = ANY (:channels)
                         GROUP BY a.unit, a.depth, p.number, p.name ORDER BY a.unit, a.depth
                        """)
                .param("units", numbers(units))
                .param("channels", recipients.channels())
                .query(rs -> {
                    OrgNumber unit = new OrgNumber(rs.getString("unit"));
                    boolean isOwn = rs.getInt("depth") == 0;
                    long refused = rs.getLong("refused");
                    boolean takes = rs.getLong("addresses") > refused;
                    Reach before = found.getOrDefault(unit, Reach.NOWHERE);
                    boolean used = takes && before.nearest().isEmpty();
                    found.put(
                            unit,
                            new Reach(
                                    isOwn ? rs.getLong("addresses") : before.own(),
                                    isOwn ? refused : before.refused(),
                                    isOwn
                                            ? Columns.maybeInstant(rs, "refused_at")
                                            : before.refusedAt(),
                                    used
                                            ? Optional.of(
                                                    new Nearest(
                                                            new OrgNumber(rs.getString("number")),
                                                            rs.getString("name")))
                                            : before.nearest(),
                                    used
                                            ? Columns.maybeInstant(rs, "verified_at")
                                            : before.verifiedAt()));
                });
        return found;
    }
}
