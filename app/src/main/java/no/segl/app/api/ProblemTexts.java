package no.segl.app.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import no.segl.core.letter.Language;
import no.segl.core.letter.Violation;

/** What problems and broken rules are called, in each language. */
public final class ProblemTexts {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    public ProblemTexts() {
        for (Language language : Language.values()) {
            Properties all = new Properties();
            for (String name : new String[] {"problems", "rules"}) {
                load("/problems/" + name + "_" + language.code() + ".properties", all);
            }
            texts.put(language, all);
        }
    }

    private static void load(String resource, Properties into) {
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                ProblemTexts.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a text file of the product cannot be read", e);
        }
    }

    /** What a problem is called. */
    public String title(Problem problem, Language language) {
        return text(problem.code() + ".title", language);
    }

    /** What happened. */
    public String what(Problem problem, Language language) {
        return text(problem.code() + ".what", language);
    }

    /** Who can mend it. */
    public String who(Problem problem, Language language) {
        return text(problem.code() + ".who", language);
    }

    /** How it is mended. */
    public String how(Problem problem, Language language) {
        return text(problem.code() + ".how", language);
    }

    /** What a broken rule asks for. */
    public String violation(Violation violation, Language language) {
        return text("rule." + violation.rule().code(), language)
                .replace("{limit}", Long.toString(violation.limit()));
    }

    /** Why a machine may not. */
    String ground(Refusals.Why why, Language language) {
        return text("ground." + why.code(), language)
                .replace("{scope}", why.scope())
                .replace("{token}", why.token().name())
                .replace("{unit}", why.unit().orElse(why.token()).name());
    }

    /** Which role can change that. */
    String changer(Refusals.Why why, Language language) {
        return text("changer." + why.code(), language);
    }

    private String text(String key, Language language) {
        String text = Objects.requireNonNull(texts.get(language)).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key + " in " + language);
        }
        return text;
    }
}
