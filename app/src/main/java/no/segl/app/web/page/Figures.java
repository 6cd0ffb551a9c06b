package no.segl.app.web.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;

/** Dates, ages, sizes and numbers as people in Norway write them, in one language. */
public final class Figures {

    private static final char NO_BREAK = '\u00a0';

    private final Texts texts;
    private final Locale locale;

    Figures(Texts texts) {
        this.texts = texts;
        this.locale = texts.language().locale();
    }

    /** Such as {@code 24. november 2026}; in Norwegian time. */
    public String date(Instant at) {
        return write(english() ? "d MMMM yyyy" : "d. MMMM yyyy", at);
    }

    /** Such as {@code 24. nov. 2026}, for tables. */
    public String shortDate(Instant at) {
        return write(english() ? "d MMM yyyy" : "d. MMM yyyy", at);
    }

    /** The last day of what ends then: a midnight ends the day before it. */
    public String lastDay(Instant end) {
        boolean midnight = end.atZone(WorkingDays.NORWAY).toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? date(end.minusNanos(1)) : dateTime(end);
    }

    /** Such as {@code 13.05}. */
    public String time(Instant at) {
        return write(english() ? "HH:mm" : "HH.mm", at);
    }

    /** Such as {@code 24. november 2026 kl. 13.05}. */
    public String dateTime(Instant at) {
        return texts.get("time.at", date(at), time(at));
    }

    /** Such as {@code 24. nov. 2026 kl. 13.05}, for tables. */
    public String shortDateTime(Instant at) {
        return texts.get("time.at", shortDate(at), time(at));
    }

    /**
     * How long it is from one time to another, in one unit: minutes under an hour, hours under a
     * day, and then days as a calendar on the wall in Norway counts them. A time that has not come
     * counts as now.
     */
    public String age(Instant from, Instant now) {
        long minutes = Duration.between(from, now).toMinutes();
        if (minutes < 1) {
            return texts.get("age.now");
        }
        if (minutes < 60) {
            return texts.count("age.minutes", minutes);
        }
        if (minutes < 24 * 60) {
            return texts.count("age.hours", minutes / 60);
        }
        var first = from.atZone(WorkingDays.NORWAY).toLocalDate();
        return texts.count(
                "age.days", ChronoUnit.DAYS.between(first, now.atZone(WorkingDays.NORWAY)));
    }

    /** Such as {@code 248 kB} or {@code 1,4 MB}; a kB is 1000 bytes. */
    public String size(long bytes) {
        if (bytes < 1000) {
            return texts.count("size.bytes", bytes);
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double amount = bytes / 1000.0;
        int unit = 0;
        while (amount >= 999.5 && unit < units.length - 1) {
            amount /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(amount < 10 && unit > 0 ? 1 : 0);
        return format.format(amount) + NO_BREAK + units[unit];
    }

    /** A whole number, with the language's grouping of thousands. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Such as {@code 3 dager}: how long something lasted, in the largest whole unit. */
    public String lasting(Duration time) {
        if (time.toDays() > 0) {
            return texts.count("age.days", time.toDays());
        }
        return time.toHours() > 0
                ? texts.count("age.hours", time.toHours())
                : texts.count("age.minutes", time.toMinutes());
    }

    /** Such as {@code nov. 2026}. */
    public String month(LocalDate first) {
        return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(first);
    }

    /** Such as {@code nov.}. */
    public String shortMonth(LocalDate first) {
        return DateTimeFormatter.ofPattern("MMM", locale).format(first);
    }

    /** An organisation number in three groups of three that stay on one line. */
    public String orgNumber(OrgNumber number) {
        return number.grouped().replace(' ', NO_BREAK);
    }

    /** The name of the language with a BCP 47 tag, in this language. */
    public String languageName(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(locale);
        return name.isEmpty() ? tag : name;
    }

    private String write(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(WorkingDays.NORWAY));
    }

    private boolean english() {
        return texts.language() == Language.EN;
    }
}
