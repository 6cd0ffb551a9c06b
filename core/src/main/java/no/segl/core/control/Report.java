package no.segl.core.control;

import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/**
 * Figures that somebody gets by e-mail: how it stands with the letters of a unit and all beneath it
 * that inherit.
 *
 * @param rhythm every week or every month
 * @param person who gets them, for as long as they oversee the unit
 */
public record Report(UUID id, OrgNumber unit, Rhythm rhythm, PersonId person) {

    /**
     * @throws IllegalArgumentException if it would come every day
     */
    public Report {
        if (rhythm.every() == Rhythm.Every.DAY) {
            throw new IllegalArgumentException("figures come by the week or the month");
        }
    }
}
