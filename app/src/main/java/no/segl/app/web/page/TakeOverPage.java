package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;

/**
 * What is left at a unit that is gone, for those who administer the one that took over.
 *
 * @param shell what stands around
 * @param gone the unit that is gone
 * @param successor the one that took over
 * @param left what is held there, and not alike at the successor
 * @param waiting how many letters lie unopened there
 * @param said how many were given a moment ago, asked for, and refused; empty if none was
 */
public record TakeOverPage(
        Shell shell, Party gone, Party successor, List<Left> left, long waiting, List<Integer> said)
        implements Page {

    /**
     * A grant.
     *
     * @param category the category's name; empty for another power than to read
     * @param mayGive whether the viewer may give it at the successor
     */
    public record Left(
            UUID grant,
            Person person,
            Power power,
            Optional<String> category,
            Optional<Instant> until,
            boolean mayGive) {}

    /** Where the page of a unit that is gone is. */
    public static String of(Party gone) {
        return "/tilganger/overtatt/" + gone.number().value();
    }

    @Override
    public String template() {
        return "page/take-over.jte";
    }
}
