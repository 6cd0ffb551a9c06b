package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where one unit, or the person who looks, is told of letters («Varsling», «Min varsling»).
 *
 * @param shell what stands around
 * @param unit the unit; empty for the person's own
 * @param base the path that the forms are sent to
 * @param rows the addresses
 * @param inherited the unit above whose addresses are used while there are none here
 * @param entered what was filled in before
 * @param units whether they look after the addresses of units, too, and are to find them from here
 * @param done whether something was just changed
 */
public record AddressesPage(
        Shell shell,
        Optional<Party> unit,
        String base,
        List<Row> rows,
        Optional<Party> inherited,
        Entered entered,
        boolean units,
        boolean done)
        implements Page {

    /**
     * An address.
     *
     * @param email whether it is an e-mail address and not a mobile number
     * @param language the tag of the language it is written to in
     * @param refused since when it does not take what is sent to it
     */
    public record Row(
            UUID id, boolean email, String address, String language, Optional<Instant> refused) {

        /** The icon beside it. */
        public String icon() {
            return refused.isPresent() ? "late" : email ? "envelope" : "phone";
        }

        /** Its id alone: the rest is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /**
     * What was filled in before.
     *
     * @param fault what is wrong with it, a code; empty for a fresh form
     * @param id the address it was to take the place of; empty for a new one
     */
    public record Entered(String fault, String id, String address, String language) {

        /** Nothing. */
        public static final Entered NOTHING = new Entered("", "", "", "");

        /** Whether it came back from the form of {@code row}. */
        public boolean isOf(Row row) {
            return id.equals(row.id().toString());
        }

        /** Whether a new address came back. */
        public boolean isNew() {
            return !fault.isEmpty() && id.isEmpty();
        }
    }

    /** The heading. */
    public String title() {
        Texts t = shell.texts();
        return unit.isPresent()
                ? t.get("addresses.title", unit.get().name())
                : t.get("addresses.own");
    }

    @Override
    public String template() {
        return "page/addresses.jte";
    }
}
