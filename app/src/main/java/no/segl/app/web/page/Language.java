package no.segl.app.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that Segl's pages are written in. */
public enum Language {
    NB("nb", "Bokmål"),
    NN("nn", "Nynorsk"),
    EN("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The BCP 47 tag, for the {@code lang} attribute and the form of the language switch. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** For the names of months and languages; British forms in English. */
    public Locale locale() {
        return this == EN ? Locale.UK : Locale.forLanguageTag(tag);
    }

    /** The language with this tag, or empty if Segl does not speak it. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }
}
