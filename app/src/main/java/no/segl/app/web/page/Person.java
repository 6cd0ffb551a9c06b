package no.segl.app.web.page;

import no.segl.core.id.PersonId;

/**
 * Somebody, as shown to those who may know.
 *
 * @param name as it was entered, or as the login gave it; if there is none, the id's last signs
 */
public record Person(PersonId id, String name) {

    /** How many can be chosen among in one list: those of a large municipality. */
    public static final int MOST = 2000;
}
