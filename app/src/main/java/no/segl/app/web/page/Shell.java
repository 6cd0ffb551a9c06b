package no.segl.app.web.page;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param language the language the page is shown in
 * @param assets where styles and scripts are
 * @param section which part of the navigation the page belongs to
 * @param path where the language switch leads back to: a path with its query on this site, that can
 *     be fetched with GET
 * @param visitor who is logged in, or empty
 * @param csrf the token that every form carries; when empty, pages show no form, as on an error
 *     page made before there is a session
 * @param now the time that ages are counted to
 * @param version the running version of Segl, for the footer
 */
public record Shell(
        Language language,
        Assets assets,
        Section section,
        String path,
        Optional<Visitor> visitor,
        Optional<Csrf> csrf,
        Instant now,
        String version) {

    /** A part of the navigation. */
    public enum Section {
        OVERVIEW,
        INBOX,
        SENT,
        RECEIVED,
        SURVEY,
        LOG,
        PRINT,
        FOLLOW_UP,
        CONTROLS,
        ACCESS,
        NONE
    }

    /**
     * The hidden field that proves a form came from our own page.
     *
     * @param field the parameter's name
     * @param token its value
     */
    public record Csrf(String field, String token) {}

    /** How many requests for access wait for whoever is logged in. */
    public long toApprove() {
        return visitor.map(Visitor::toApprove).orElse(0L);
    }

    /** The same around a page that the language switch leads back to by {@code other}. */
    public Shell backTo(String other) {
        return new Shell(language, assets, section, other, visitor, csrf, now, version);
    }

    /** The words of the page's language. */
    public Texts texts() {
        return Texts.of(language);
    }
}
