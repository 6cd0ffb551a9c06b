package no.segl.core.control;

import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/**
 * A control («kontroll») that a unit has said it does.
 *
 * @param unit whose it is: looked at are its letters, and those of all beneath it that inherit
 * @param question what is asked of letters, in words that read as the question; empty of readiness
 * @param within how many working days there are to do it, 0 for the same day
 * @param responsible who does it
 * @param deputy who does it when that person cannot
 */
public record Control(
        UUID id,
        OrgNumber unit,
        About about,
        String question,
        Rhythm rhythm,
        int within,
        PersonId responsible,
        Optional<PersonId> deputy) {

    /** The longest time to do one, in working days. */
    public static final int MOST_WITHIN = 4;

    /** What is looked at. */
    public enum About {
        /** Letters that have come to the unit. */
        RECEIVED,
        /** Letters that it has sent. */
        SENT,
        /** Where in it nobody can open what comes. */
        READINESS
    }

    /**
     * @throws IllegalArgumentException if it asks nothing, or the time to do it cannot be so
     */
    public Control {
        if (question.isBlank() != (about == About.READINESS)) {
            throw new IllegalArgumentException("a control of letters asks something");
        }
        if (within < 0 || within > MOST_WITHIN) {
            throw new IllegalArgumentException("a control is done within a few days");
        }
    }
}
