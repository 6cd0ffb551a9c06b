package no.segl.core.register;

import java.time.LocalDate;
import java.util.Optional;
import no.segl.core.id.OrgNumber;

/** What the register says of one number. */
public sealed interface Answer {

    /** The number that was asked about. */
    OrgNumber number();

    /** There is such a unit. */
    record Living(Registered registered) implements Answer {
        @Override
        public OrgNumber number() {
            return registered.unit().number();
        }
    }

    /**
     * There was such a unit.
     *
     * @param on the day on which it was deleted; empty if the register no longer tells
     */
    record Deleted(OrgNumber number, Optional<LocalDate> on) implements Answer {}

    /** The register knows no such unit. */
    record Absent(OrgNumber number) implements Answer {}
}
