package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.Power;
import no.segl.core.party.UnitKind;

/**
 * Access at one unit: who can open what, who else can do what, and the form for giving more.
 *
 * @param shell what stands around
 * @param categories what can be opened, each with those who can
 * @param others who holds another power, by power
 * @param form the form for giving access
 * @param said what was done a moment ago, if anything
 */
public record UnitAccessPage(
        Shell shell,
        Party unit,
        UnitKind kind,
        List<Openers> categories,
        List<Holder> others,
        Form form,
        Said said)
        implements Page {

    /** What was done a moment ago. */
    public enum Said {
        NOTHING,
        GIVEN,
        ENDED,
        ALREADY
    }

    /**
     * A category and those who can open it.
     *
     * @param code its code
     * @param name its name, in the page's language
     * @param waiting how many letters lie unopened
     */
    public record Openers(String code, String name, long waiting, List<Holder> holders) {}

    /**
     * Somebody who holds a power.
     *
     * @param grant names it
     * @param from the unit at which it was given, if above this one
     * @param until when it ends; empty if it has no end
     * @param mayEnd whether the viewer may end it
     */
    public record Holder(
            UUID grant,
            Person person,
            Power power,
            Optional<Party> from,
            Optional<Instant> until,
            boolean mayEnd) {}

    /**
     * The form for giving access.
     *
     * @param open whether it is shown open
     * @param people who can be chosen
     * @param chosen the person who is chosen already, by id
     * @param category the category that is chosen already, by code
     * @param powers the powers that the viewer may give, beside to read
     * @param first the first day that it can end on
     * @param fault what was missing, if it came back
     */
    public record Form(
            boolean open,
            List<Person> people,
            String chosen,
            Set<String> category,
            List<Power> powers,
            LocalDate first,
            Fault fault) {}

    /** What was missing in the form. */
    public enum Fault {
        NONE,
        PERSON,
        POWER,
        DATE
    }

    @Override
    public String template() {
        return "page/unit-access.jte";
    }
}
