package no.segl.app.notice;

import java.util.OptionalLong;
import no.segl.core.id.OrgNumber;

/**
 * All that figures by e-mail tell of a unit: numbers, and no person.
 *
 * @param name the unit's
 * @param unopenedIn letters that have come and are not opened
 * @param overdueIn those of them that have lain for more than a week
 * @param unopenedOut letters that were sent and are not opened
 * @param overdueOut those of them that have lain for more than a week
 * @param oldest for how many days the one that has lain longest has, if one lies
 * @param controls how many controls were to be done since the figures were last sent
 * @param onTime how many of them were done on time
 * @param missed how many are missed and not accounted for
 * @param breaches how many letters may be a breach that nobody has decided on
 */
public record Standing(
        String name,
        OrgNumber unit,
        long unopenedIn,
        long overdueIn,
        long unopenedOut,
        long overdueOut,
        OptionalLong oldest,
        long controls,
        long onTime,
        long missed,
        long breaches) {

    /** With the name as it can stand in a line. */
    public Standing {
        name = Filling.plain(name);
    }
}
