package no.segl.app.notice;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.segl.core.letter.Language;

/** The words of notices in one language, with places {@code {0}} to {@code {9}}. */
final class Catalogue {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private static final Map<Language, Catalogue> ALL =
            Stream.of(Language.values()).collect(toUnmodifiableMap(l -> l, Catalogue::new));

    private final Properties texts = new Properties();
    private final DateTimeFormatter date;

    /** Those of {@code language}: each is read once. */
    static Catalogue of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private Catalogue(Language language) {
        String name = "notices_" + language.code() + ".properties";
        try (var stream = Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a text file of the product cannot be read", e);
        }
        date =
                language == Language.EN
                        ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
                        : DateTimeFormatter.ofPattern(
                                "d. MMMM uuuu", Locale.forLanguageTag(language.code()));
    }

    /** The text of {@code key}. A value that looks like a place is not filled in turn. */
    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                String.valueOf(values[Integer.parseInt(place.group(1))])));
    }

    /** The text for a number of things, which is the first value. */
    String count(String key, long number, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = number;
        System.arraycopy(others, 0, values, 1, others.length);
        return text(key + (number == 1 ? ".one" : ".other"), values);
    }

    /** As {@link #count}, with words of its own for none. */
    String days(String key, long number) {
        return number == 0 ? text(key + ".zero") : count(key, number);
    }

    String date(LocalDate day) {
        return date.format(day);
    }
}
