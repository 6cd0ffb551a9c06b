package no.segl.app.store;

import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.segl.app.store.Watched.Asked;
import no.segl.app.store.Watched.Place;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.readiness.Readiness;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether letters can be opened where they lie. */
final class WatchedPlaces {

    private final JdbcClient jdbc;
    private final Recipients recipients;

    WatchedPlaces(JdbcClient jdbc, Recipients recipients) {
        this.jdbc = jdbc;
        this.recipients = recipients;
    }

    /** How it stands at each of {@code places}. */
    Map<Place, Readiness> ready(Collection<Place> places, Instant at) {
        Map<Category, Collection<OrgNumber>> by =
                new TreeMap<>(Comparator.comparing(Category::code));
        for (Place place : places) {
            by.computeIfAbsent(
                            place.category(),
                            _ -> new TreeSet<>(Comparator.comparing(OrgNumber::value)))
                    .add(place.unit());
        }
        Map<Place, Readiness> found = new HashMap<>();
        by.forEach((category, units) ->
                recipients
                        .ready(units, category, at)
                        .forEach(r -> found.put(new Place(r.unit(), category), r)));
        return found;
    }

    /** Where letters of theirs lie open and cannot be opened as things stand. */
    List<Readiness> stuck(Asked asked) {
        List<Place> open =
                jdbc.sql(
                                """
                                SELECT DISTINCT l.recipient, l.category FROM letter l
                                 WHERE l.%s = ANY (:units) AND %s
                                """
                                        .formatted(
                                                Columns.end(asked.own()),
                                                Condition.open(asked.own())))
                        .param("units", numbers(asked.units()))
                        .query((rs, _) ->
                                new Place(
                                        new OrgNumber(rs.getString("recipient")),
                                        new Category(rs.getString("category"))))
                        .list();
        return ready(open, asked.at()).values().stream().filter(r -> !r.isReady()).toList();
    }
}
