package no.segl.core.letter;

import java.util.Locale;
import java.util.Optional;

/** The language a letter is written in. */
public enum Language {
    /** bokmål */
    NB,
    /** nynorsk */
    NN,
    /** English */
    EN;

    /** The language whose code is {@code nb}, {@code nn} or {@code en}. */
    public static Optional<Language> parse(String code) {
        return switch (code) {
            case "nb" -> Optional.of(NB);
            case "nn" -> Optional.of(NN);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /** The code: {@code nb}, {@code nn} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
