package no.segl.core.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Limit;

/**
 * When text messages may be sent; all else is quiet. Altinn sends them from 09 to 17; source:
 * docs.altinn.studio, "Notifications in Altinn 3 Correspondence". Which hours hold, the rule table
 * says.
 *
 * @param zone where the telephones are
 * @param days the days of the week on which it is not quiet all day
 * @param from when the quiet ends on them
 * @param until when it begins again; at that minute it is quiet
 */
public record QuietHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    /** A year of days off is a fault, and must not become an endless search. */
    private static final int LONGEST_LOOK = 366;

    /**
     * @throws IllegalArgumentException if it would be quiet always, or past midnight
     */
    public QuietHours {
        if (days.isEmpty() || !from.isBefore(until)) {
            throw new IllegalArgumentException("some hours of some day must not be quiet");
        }
        days = Set.copyOf(days);
    }

    /** Those of a rule table, on working days in Norway. */
    public static QuietHours of(Rules rules) {
        return new QuietHours(
                WorkingDays.NORWAY,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(rules.number(Limit.TEXTS_FROM), 0),
                LocalTime.of(rules.number(Limit.TEXTS_UNTIL), 0));
    }

    /** Whether it is quiet at {@code at}, days off not counted. */
    public boolean isQuiet(Instant at) {
        return !next(at, _ -> false).equals(at);
    }

    /**
     * The first moment, at or after {@code at}, that is not quiet.
     *
     * @param isOff further days that are quiet all day, such as holidays
     * @throws IllegalStateException if there is none within a year
     */
    public Instant next(Instant at, Predicate<LocalDate> isOff) {
        ZonedDateTime start = at.atZone(zone);
        for (int i = 0; i < LONGEST_LOOK; i++) {
            LocalDate date = start.toLocalDate().plusDays(i);
            boolean isOver = i == 0 && !start.toLocalTime().isBefore(until);
            if (!isOver && days.contains(date.getDayOfWeek()) && !isOff.test(date)) {
                Instant opening = date.atTime(from).atZone(zone).toInstant();
                return opening.isAfter(at) ? opening : at;
            }
        }
        throw new IllegalStateException("it is quiet for a whole year");
    }
}
