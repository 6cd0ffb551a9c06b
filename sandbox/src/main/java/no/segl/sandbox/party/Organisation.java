package no.segl.sandbox.party;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An organisation, or a part of one.
 *
 * @param form the code of its organisation form; {@code BEDR} and {@code AAFY} are sub-units
 * @param parent of a sub-unit or an organisation section, what it is part of
 * @param roles the codes of the roles that somebody has there, such as {@code DAGL}
 * @param emails where it wants to be notified; a sub-unit without any has its parent's
 * @param systems whether SvarUT delivers to a system of its own (SvarInn)
 */
public record Organisation(
        String number,
        String name,
        String form,
        Optional<String> parent,
        Set<String> roles,
        List<String> emails,
        List<String> mobiles,
        boolean systems) {

    public Organisation {
        if (!Numbers.isOrganisation(number)) {
            throw new IllegalArgumentException("not an organisation number");
        }
        roles = Set.copyOf(roles);
        emails = List.copyOf(emails);
        mobiles = List.copyOf(mobiles);
    }

    /** One with a general manager and an address for notices. */
    public static Organisation of(String number, String name, String form) {
        return new Organisation(
                number,
                name,
                form,
                Optional.empty(),
                Set.of("DAGL"),
                List.of("post@" + number + ".example"),
                List.of("+4799999999"),
                false);
    }

    /** The same beneath another. */
    public Organisation beneath(String above) {
        return new Organisation(
                number, name, form, Optional.of(above), roles, emails, mobiles, systems);
    }

    /** The same with other roles. */
    public Organisation withRoles(Set<String> others) {
        return new Organisation(number, name, form, parent, others, emails, mobiles, systems);
    }

    /** The same with other addresses for notices. */
    public Organisation withAddresses(List<String> mail, List<String> mobile) {
        return new Organisation(number, name, form, parent, roles, mail, mobile, systems);
    }

    /** The same with a system that SvarUT delivers to. */
    public Organisation withSystem() {
        return new Organisation(number, name, form, parent, roles, emails, mobiles, true);
    }

    public boolean isSubUnit() {
        return form.equals("BEDR") || form.equals("AAFY");
    }

    /** Altinn's id of it. */
    public UUID uuid() {
        return uuidOf(number);
    }

    /** Altinn's id of whoever has that number or name. */
    public static UUID uuidOf(String party) {
        return UUID.nameUUIDFromBytes(("party:" + party).getBytes(StandardCharsets.UTF_8));
    }

    /** Altinn's older id of it. */
    public int partyId() {
        return 50_000_000 + Math.floorMod(number.hashCode(), 1_000_000);
    }
}
