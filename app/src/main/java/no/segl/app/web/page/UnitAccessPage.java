package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;
import no.segl.core.party.UnitKind;

/**
 * Access at one unit: who can open what, who else can do what, and the form for giving more.
 *
 * @param shell what stands around
 * @param categories what can be opened, each with those who can
 * @param others who holds another power, by power
 * @param shared letters to the unit that are shared one by one
 * @param changes what was given here, confirmed and ended, and by whom
 * @param form the form for giving access
 * @param newcomer the form for somebody who is not in the list of people
 * @param said what was done a moment ago, if anything
 */
public record UnitAccessPage(
        Shell shell,
        Party unit,
        UnitKind kind,
        List<Openers> categories,
        List<Holder> others,
        SharedPanel shared,
        Newest<Change> changes,
        GiveForm form,
        Newcomer newcomer,
        Said said)
        implements Page {

    /**
     * What was filled in of somebody new. The number is not shown again.
     *
     * @param numberWrong whether it is no national identity number
     * @param nameWrong whether the name is missing or cannot be used
     */
    public record Newcomer(String name, boolean numberWrong, boolean nameWrong) {

        /** Nothing filled in yet. */
        public static final Newcomer NOTHING = new Newcomer("", false, false);

        /** Whether something is wrong. */
        public boolean isFaulty() {
            return numberWrong || nameWrong;
        }
    }

    /** What was done a moment ago. */
    public enum Said {
        NOTHING,
        GIVEN,
        ENDED,
        ALREADY,
        LAST,
        KNOWN
    }

    /**
     * A power was given here, confirmed or ended.
     *
     * @param fact the type of the fact, as the ledger has it
     * @param person whose power it is
     * @param category what they may read; empty for another power
     * @param by who did it, in the page's language
     */
    public record Change(
            Instant at,
            String fact,
            Optional<Person> person,
            Optional<Power> power,
            Optional<String> category,
            String by) {}

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
     * @param keyRole when a login told that they hold a key role, if that is its ground
     * @param deputyFor in whose place they have it, while that person is away
     * @param mayEnd whether the viewer may end it
     */
    public record Holder(
            UUID grant,
            Person person,
            Power power,
            Optional<Party> from,
            Optional<Instant> until,
            Optional<Instant> keyRole,
            Optional<String> deputyFor,
            boolean mayEnd) {}

    @Override
    public String template() {
        return "page/unit-access.jte";
    }
}
