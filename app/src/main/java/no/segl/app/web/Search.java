package no.segl.app.web;

import java.util.Optional;
import no.segl.core.id.NationalIdentityNumber;

/** What people write in a field for searching. */
final class Search {

    private static final int LONGEST = 100;

    private Search() {}

    /** What somebody searched for, as it can be asked of the database. */
    static String text(Optional<String> text) {
        return text.map(String::strip)
                .filter(t -> t.length() <= LONGEST)
                .filter(t -> t.chars().noneMatch(Character::isISOControl))
                // A number is shown in groups, and may be copied so.
                .map(t -> t.matches("[0-9 \u00a0]+") ? t.replaceAll("[ \u00a0]", "") : t)
                .orElse("");
    }

    /**
     * Whether somebody's national identity number stands in it. Nothing is found by it, and it must
     * not stand in an address: whoever gets one in it leads away to an address without.
     */
    static boolean isPersonsNumber(Optional<String> text) {
        return text.filter(NationalIdentityNumber::standsIn).isPresent();
    }
}
