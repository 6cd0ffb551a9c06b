package no.segl.app.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import no.segl.app.web.page.ControlForm.Entered;
import no.segl.core.control.Rhythm;

/** What people fill in where a control is set up, read field by field. */
final class ControlFields {

    private ControlFields() {}

    /** What was filled in; what is missing is empty. */
    static Entered entered(Map<String, String> fields) {
        return new Entered(
                fields.getOrDefault("hva", ""),
                fields.getOrDefault("sporsmal", ""),
                fields.getOrDefault("rytme", ""),
                fields.getOrDefault("ukedag", ""),
                fields.getOrDefault("dag", ""),
                fields.getOrDefault("klokken", ""),
                fields.getOrDefault("innen", ""),
                fields.getOrDefault("ansvarlig", ""),
                fields.getOrDefault("stedfortreder", ""));
    }

    /** The rhythm that was chosen, if it is one. */
    static Optional<Rhythm> rhythm(Entered entered) {
        Optional<Rhythm.Every> every = named(Rhythm.Every.values(), entered.every());
        Optional<LocalTime> time = time(entered.time());
        if (every.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> day =
                switch (every.get()) {
                    case DAY -> Optional.of(0);
                    case WEEK -> number(entered.weekday(), every.get().last());
                    case MONTH -> number(entered.monthday(), every.get().last());
                };
        return day.filter(d -> Rhythm.isDay(every.get(), d))
                .map(d -> new Rhythm(every.get(), d, time.get()));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.matches("[0-9]{2}:[0-9]{2}")
                    ? Optional.of(LocalTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A number from 0 to {@code most}. */
    static Optional<Integer> number(String text, int most) {
        return text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= most
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    /** The one of that name. */
    static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst();
    }
}
