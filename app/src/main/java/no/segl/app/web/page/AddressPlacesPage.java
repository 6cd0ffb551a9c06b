package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The units whose addresses somebody looks after («Varsling»).
 *
 * @param shell what stands around
 * @param rows the units of this part of the list, by name
 * @param text what is searched for
 * @param number whether somebody's national identity number was, which is not done
 * @param review how many grants wait to be gone through, for the navigation; empty if they
 *     administer no access
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 */
public record AddressPlacesPage(
        Shell shell,
        List<Row> rows,
        String text,
        boolean number,
        OptionalLong review,
        boolean continued,
        Optional<String> next)
        implements Page {

    /**
     * A unit.
     *
     * @param own how many addresses are its own
     * @param refused how many of them take nothing
     * @param reached whether there is an address that takes something, here or above
     */
    public record Row(Party unit, long own, long refused, boolean reached) {}

    @Override
    public String template() {
        return "page/address-places.jte";
    }
}
