package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.end;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became available month by month, and how much of it was opened within a week. Days of which
 * nothing can change any more are counted once; only the last of them are counted from the letters.
 */
public final class Months {

    /**
     * A letter that is opened within a week is, at the latest, on the ninth day of the calendar.
     */
    private static final int OPEN_DAYS = 9;

    /** In a year. */
    public static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public Months(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * One month.
     *
     * @param first its first day
     * @param available how many letters became available in it
     * @param openedInWeek how many of those were opened within seven times 24 hours
     */
    public record Month(LocalDate first, long available, long openedInWeek) {}

    /**
     * Counts the days that have become ready to be counted, each in one transaction.
     *
     * @return how many days
     */
    public int count(Instant now) {
        LocalDate last = now.atZone(WorkingDays.NORWAY).toLocalDate().minusDays(OPEN_DAYS);
        int days = 0;
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> countNext(last)));
            days += more ? 1 : 0;
        }
        return days;
    }

    private boolean countNext(LocalDate last) {
        Optional<LocalDate> next = next();
        if (next.isEmpty() || next.get().isAfter(last)) {
            return false;
        }
        LocalDate day = next.get();
        for (Side side : Side.values()) {
            jdbc.sql(
                            """
                            INSERT INTO letter_month AS m
                                   (side, unit, category, month, available, opened_in_week)
                            SELECT :side, l.%1$s, l.category, :month, count(*),
                                   count(*) FILTER (WHERE l.opened_at < l.available_at + interval '168 hours')
                              FROM letter l
                             WHERE l.available_at >= :from AND l.available_at < :to
                             GROUP BY l.%1$s, l.category
                            ON CONFLICT (side, unit, month, category) DO UPDATE
                               SET available = m.available + excluded.available,
                                   opened_in_week = m.opened_in_week + excluded.opened_in_week
                            """
                                    .formatted(end(side)))
                    .param("side", side.name())
                    .param("month", day.withDayOfMonth(1))
                    .param("from", at(start(day)))
                    .param("to", at(start(day.plusDays(1))))
                    .update();
        }
        jdbc.sql(
                        """
                        INSERT INTO letter_counted (through) VALUES (?)
                        ON CONFLICT (one) DO UPDATE SET through = excluded.through
                        """)
                .param(day)
                .update();
        return true;
    }

    /** The first day that is not counted; nobody else counts it until the transaction ends. */
    private Optional<LocalDate> next() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('letter_counted'))")
                .query((_, _) -> "")
                .list();
        Optional<LocalDate> counted =
                jdbc.sql("SELECT through FROM letter_counted")
                        .query((rs, _) -> rs.getObject("through", LocalDate.class))
                        .optional();
        if (counted.isPresent()) {
            return counted.map(day -> day.plusDays(1));
        }
        return jdbc.sql("SELECT min(available_at) AS at FROM letter")
                .query((rs, _) -> Columns.maybeInstant(rs, "at"))
                .single()
                .map(at -> at.atZone(WorkingDays.NORWAY).toLocalDate());
    }

    /** The twelve months up to this one, as far as anything became available in them. */
    public List<Month> year(Side own, Collection<OrgNumber> units, Instant now) {
        return since(own, units, firstOfYear(now));
    }

    /** The first day of the first of the twelve months up to this one. */
    public static LocalDate firstOfYear(Instant now) {
        return LocalDate.ofInstant(now, WorkingDays.NORWAY)
                .withDayOfMonth(1)
                .minusMonths(MONTHS - 1L);
    }

    /** Month by month from the one that {@code first} begins, as those at one end may know them. */
    public List<Month> since(Side own, Collection<OrgNumber> units, LocalDate first) {
        return jdbc.sql(
                        """
                        WITH counted AS (
                            SELECT coalesce((SELECT through + 1 FROM letter_counted), :first) AS day
                        ), live AS (
                            SELECT date_trunc('month', l.available_at AT TIME ZONE 'Europe/Oslo')::date AS month,
                                   count(*) AS available,
                                   count(*) FILTER (WHERE l.opened_at < l.available_at + interval '168 hours')
                                       AS opened_in_week
                              FROM letter l
                             WHERE l.%1$s = ANY (:units)
                               AND l.available_at >= (SELECT greatest(day, :first)::timestamp
                                                             AT TIME ZONE 'Europe/Oslo' FROM counted)
                             GROUP BY 1
                        )
                        SELECT month, sum(available) AS available, sum(opened_in_week) AS opened_in_week
                          FROM (SELECT month, available, opened_in_week FROM live
                                UNION ALL
                                SELECT month, available, opened_in_week FROM letter_month
                                 WHERE side = :side AND unit = ANY (:units) AND month >= :first) AS both_parts
                         GROUP BY month ORDER BY month
                        """
                                .formatted(end(own)))
                .param("units", numbers(units))
                .param("side", own.name())
                .param("first", first)
                .query((rs, _) ->
                        new Month(
                                rs.getObject("month", LocalDate.class),
                                rs.getLong("available"),
                                rs.getLong("opened_in_week")))
                .list();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkingDays.NORWAY).toInstant();
    }
}
