package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a login that was asked where somebody holds a key role.
 *
 * @param shell what stands around
 * @param told where it told so; nowhere if it told nothing, or was not asked
 */
public record KeyRolePage(Shell shell, List<Told> told) implements Page {

    /**
     * One organisation.
     *
     * @param outcome the key of the words: given, or why not
     * @param until until when they administer it; empty if it has no end, or they do not
     */
    public record Told(Party unit, Outcome outcome, Optional<Instant> until) {}

    /** What came of it. */
    public enum Outcome {
        /** They administer it. */
        GIVEN,
        /** They did, and do not any longer. */
        ENDED,
        /** Segl does not know it. */
        NOT_KNOWN,
        /** The register says that it is gone. */
        DISSOLVED,
        /** The register tells of no key role there. */
        NOT_HELD
    }

    /** Where somebody logs in to show it. */
    public static String logIn() {
        return "/oauth2/authorization/key-role";
    }

    @Override
    public String template() {
        return "page/key-role.jte";
    }
}
