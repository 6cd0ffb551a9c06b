package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import no.segl.core.letter.Language;
import org.jspecify.annotations.Nullable;

/** Reads which language a request asks for. */
public final class AcceptLanguage {

    private static final int LONGEST = 200;
    private static final List<Locale> KNOWN =
            List.of(
                    Locale.forLanguageTag("en"),
                    Locale.forLanguageTag("nb"),
                    Locale.forLanguageTag("nn"),
                    Locale.forLanguageTag("no"));

    private AcceptLanguage() {}

    /**
     * The language that {@code request} asks for; {@code no} means bokmål.
     *
     * @param otherwise if it asks for none that we have
     */
    public static Language of(HttpServletRequest request, Language otherwise) {
        @Nullable String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > LONGEST) {
            return otherwise;
        }
        try {
            @Nullable Locale found = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            if (found == null) {
                return otherwise;
            }
            String code = found.getLanguage();
            return Language.parse(code.equals("no") ? "nb" : code).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
