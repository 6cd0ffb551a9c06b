package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.UnitKind;

/**
 * Units by categories: where somebody can open what comes, and where nobody can.
 *
 * @param shell what stands around
 * @param summary the whole tree in figures
 * @param text what was searched for; empty for all
 * @param gaps whether only units with gaps are shown
 * @param categories the columns
 * @param rows the units of this part of the list, in the order of the tree
 * @param review how many grants are due to be gone through
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param chosen the units that were ticked before this search
 * @param given whether access was given a moment ago
 * @param number whether a national identity number was searched for, which is not done
 * @param attention what somebody must see to; on the first, unsearched part of the list only
 */
public record AccessPage(
        Shell shell,
        Summary summary,
        String text,
        boolean gaps,
        List<String> categories,
        List<Row> rows,
        long review,
        boolean continued,
        Optional<String> next,
        List<Party> chosen,
        boolean given,
        boolean number,
        AttentionPanel attention)
        implements Page {

    /**
     * The whole tree in figures.
     *
     * @param units how many units
     * @param nobody how many units times categories nobody can open
     * @param onlyOne how many only one person can open
     * @param stuck how many letters lie where nobody can open them
     */
    public record Summary(long units, long nobody, long onlyOne, long stuck) {}

    /**
     * A unit.
     *
     * @param depth how far beneath the topmost unit, 0 for that itself
     * @param cells one for each category, in order
     */
    public record Row(Party unit, UnitKind kind, int depth, List<Cell> cells) {

        /** How far it is moved in, at most. */
        public int indent() {
            return Math.min(depth, 4);
        }
    }

    /**
     * A unit and a category.
     *
     * @param category its name, for screens where columns have no heads
     * @param holders how many people can open
     * @param inherited how many of them were given it above
     * @param waiting how many letters lie unopened
     */
    public record Cell(String category, long holders, long inherited, long waiting) {

        /** The sign beside the words. */
        public String icon() {
            return holders == 0 ? "late" : holders == 1 ? "user" : "people";
        }

        /** How it looks: {@code waits}, {@code none}, {@code one} or {@code well}. */
        public String look() {
            if (holders == 0) {
                return waiting > 0 ? "waits" : "none";
            }
            return holders == 1 ? "one" : "well";
        }
    }

    /** Whether the unit's own box is ticked; on a later part of the list those above it are. */
    public boolean isTicked(Row row) {
        return !continued && chosen.stream().anyMatch(c -> c.number().equals(row.unit().number()));
    }

    /** The chosen units that are not ticked in the list. */
    public List<Party> chosenElsewhere() {
        Set<OrgNumber> ticked =
                rows.stream()
                        .filter(this::isTicked)
                        .map(row -> row.unit().number())
                        .collect(Collectors.toSet());
        return chosen.stream().filter(c -> !ticked.contains(c.number())).toList();
    }

    /** What keeps the chosen units in an address: begins with an ampersand unless it is empty. */
    public String keeping() {
        return chosen.stream().map(c -> "&enhet=" + c.number()).collect(Collectors.joining());
    }

    /** Where a unit's access is. */
    public static String of(OrgNumber unit) {
        return "/tilganger/enhet/" + unit;
    }

    @Override
    public String template() {
        return "page/access.jte";
    }
}
