package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.end;
import static no.segl.app.store.Columns.numbers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.segl.core.access.Category;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The overview's figures, of the letters at one end of which some units are. */
public final class WatchFigures {

    private static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient jdbc;

    public WatchFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many letters are available and not opened, by how long they have lain. */
    public Map<Age, Long> lying(Side own, Collection<OrgNumber> units, Instant now) {
        Map<Age, Long> lying = new EnumMap<>(Age.class);
        LocalDate today = now.atZone(WorkingDays.NORWAY).toLocalDate();
        jdbc.sql(
                        """
                        SELECT (available_at AT TIME ZONE 'Europe/Oslo')::date AS day, count(*) AS letters
                          FROM letter
                         WHERE %s = ANY (?) AND state = 'AVAILABLE'
                         GROUP BY 1
                        """
                                .formatted(end(own)))
                .param(numbers(units))
                .query(rs -> {
                    long days =
                            today.toEpochDay() - rs.getObject("day", LocalDate.class).toEpochDay();
                    lying.merge(Age.of(days), rs.getLong("letters"), Long::sum);
                });
        return lying;
    }

    /**
     * How long it took to open letters.
     *
     * @param opened how many were opened in the time that is asked for
     * @param median half of them were opened in this time or less; zero if none was
     * @param ninth nine of ten were
     */
    public record TimeToOpen(long opened, Duration median, Duration ninth) {}

    /** Of those opened in the last 30 days. */
    public TimeToOpen lately(Side own, Collection<OrgNumber> units, Instant now) {
        return timeToOpen(own, units, now.minus(LATELY), now);
    }

    /** Of those opened from {@code from} on, counted from when each became available. */
    public TimeToOpen timeToOpen(Side own, Collection<OrgNumber> units, Instant from, Instant now) {
        return jdbc.sql(
                        """
                        SELECT count(*) AS opened,
                               coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY took), 0) AS median,
                               coalesce(percentile_disc(0.9) WITHIN GROUP (ORDER BY took), 0) AS ninth
                          FROM (SELECT extract(epoch FROM opened_at - available_at)::bigint AS took
                                  FROM letter
                                 WHERE %s = ANY (:units) AND opened_at >= :from AND opened_at <= :now)
                               AS opened
                        """
                                .formatted(end(own)))
                .param("units", numbers(units))
                .param("from", at(from))
                .param("now", at(now))
                .query((rs, _) ->
                        new TimeToOpen(
                                rs.getLong("opened"),
                                Duration.ofSeconds(rs.getLong("median")),
                                Duration.ofSeconds(rs.getLong("ninth"))))
                .single();
    }

    /** Letters of one category that are available and not opened. */
    public record OfCategory(Category category, long letters) {}

    /** How many of each category are available and not opened, the most first. */
    public List<OfCategory> byCategory(Side own, Collection<OrgNumber> units) {
        return jdbc.sql(
                        """
                        SELECT category, count(*) AS letters FROM letter
                         WHERE %s = ANY (?) AND state = 'AVAILABLE'
                         GROUP BY category ORDER BY letters DESC, category
                        """
                                .formatted(end(own)))
                .param(numbers(units))
                .query((rs, _) ->
                        new OfCategory(
                                new Category(rs.getString("category")), rs.getLong("letters")))
                .list();
    }
}
