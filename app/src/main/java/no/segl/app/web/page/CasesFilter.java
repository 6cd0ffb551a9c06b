package no.segl.app.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.segl.core.letter.Matter;

/**
 * What the list of cases is narrowed to, and what it can be narrowed to.
 *
 * @param unit the number of the only unit of their own; empty for all
 * @param recipient the number of the only recipient; empty for all
 * @param units the units to choose among
 */
public record CasesFilter(
        View view,
        Optional<Matter.Reason> reason,
        String unit,
        String recipient,
        List<Party> units) {

    /** How cases are shown. */
    public enum View {
        ALL(""),
        MINE("mine"),
        /** By recipient: one call for many letters. */
        RECIPIENTS("mottakere");

        private final String word;

        View(String word) {
            this.word = word;
        }

        /** The word in addresses. */
        public String word() {
            return word;
        }

        /** The one with that word, or else the first. */
        public static View of(String word) {
            return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst().orElse(ALL);
        }
    }

    /** Whether something is left out. */
    public boolean isNarrowed() {
        return reason.isPresent() || !unit.isEmpty() || !recipient.isEmpty();
    }

    /** The address of the list as it is narrowed now. */
    public String here() {
        return address(view, recipient);
    }

    /** The address of another view of the same. */
    public String at(View other) {
        return address(other, recipient);
    }

    /** The address of the cases of letters to one recipient. */
    public String to(Party one) {
        return address(View.ALL, one.number().value());
    }

    /** The address of the part of the list after {@code cursor}. */
    public String after(String cursor) {
        return here() + (here().contains("?") ? "&" : "?") + "etter=" + cursor;
    }

    private String address(View shown, String only) {
        StringBuilder address = new StringBuilder("/oppfolging");
        add(address, "vis", shown.word);
        add(address, "grunn", reason.map(Matter.Reason::name).orElse(""));
        add(address, "enhet", unit);
        add(address, "mottaker", only);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.indexOf("?") < 0 ? '?' : '&');
            address.append(name).append('=').append(value);
        }
    }
}
