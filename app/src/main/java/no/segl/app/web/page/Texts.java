package no.segl.app.web.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of the pages in one language. A text may have places {@code {0}}, {@code {1}} for
 * values; nothing else in it is special, so an apostrophe is an apostrophe.
 */
public final class Texts {

    private static final Map<Language, Texts> ALL = loadAll();

    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    /** The catalogue of a language. */
    public static Texts of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /**
     * The text of a key with its places filled. A key that does not exist shows as {@code ??key??}
     * rather than costing the reader the page; a test sees to it that none is left.
     */
    public String get(String key, Object... values) {
        return find(key, values).orElse("??" + key + "??");
    }

    /** The text of a key, or empty if the catalogue has none: for codes that grow elsewhere. */
    public Optional<String> find(String key, Object... values) {
        return Optional.ofNullable(byKey.get(key)).map(text -> fill(text, values));
    }

    /** The text for a number of things: {@code key.one} or {@code key.other}, with it as {0}. */
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".other"), figures().number(number));
    }

    /** Dates, ages, sizes and numbers as this language writes them. */
    public Figures figures() {
        return new Figures(this);
    }

    /** Every key there is, for the tests that compare the catalogues. */
    public Set<String> keys() {
        return byKey.keySet();
    }

    private static String fill(String text, Object... values) {
        String filled = text;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }

    private static Map<Language, Texts> loadAll() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language, load("texts_" + language.tag() + ".properties")));
        }
        return all;
    }

    private static Map<String, String> load(String resource) {
        Properties properties = new Properties();
        try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream(resource));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
        return Map.copyOf(texts);
    }
}
