package no.segl.app.web.page;

import java.util.List;

/**
 * What the inbox is narrowed to, and what it can be narrowed to.
 *
 * @param unit the number of the only unit; empty for all
 * @param category the code of the only category; empty for all
 * @param units the units to choose among
 * @param categories the categories to choose among
 */
public record InboxFilter(
        View view, String unit, String category, List<Party> units, List<Choice> categories) {

    /** Which letters, by what has become of them. */
    public enum View {
        NOT_HANDLED(""),
        UNOPENED("uapnet"),
        MINE("mine"),
        HANDLED("handtert"),
        ALL("alle");

        private final String word;

        View(String word) {
            this.word = word;
        }

        /** The word in addresses; empty for the one that is shown when none is asked for. */
        public String word() {
            return word;
        }

        /** The one with that word, or else the first. */
        public static View of(String word) {
            for (View view : values()) {
                if (view.word.equals(word)) {
                    return view;
                }
            }
            return NOT_HANDLED;
        }
    }

    /** Whether units or categories are left out. */
    public boolean isNarrowed() {
        return !unit.isEmpty() || !category.isEmpty();
    }

    /** Whether there is more than one unit or category to choose among. */
    public boolean canNarrow() {
        return units.size() > 1 || categories.size() > 1 || isNarrowed();
    }

    /** The address of the list as it is narrowed now. */
    public String here() {
        return address(view, unit, category);
    }

    /** The address of another view of what it is narrowed to. */
    public String at(View other) {
        return address(other, unit, category);
    }

    /** The address of this view of everything. */
    public String all() {
        return address(view, "", "");
    }

    /** The address of the part of the list after {@code cursor}. */
    public String after(String cursor) {
        return here() + (here().contains("?") ? "&" : "?") + "etter=" + cursor;
    }

    private static String address(View view, String unit, String category) {
        StringBuilder address = new StringBuilder("/innboks");
        add(address, "vis", view.word);
        add(address, "enhet", unit);
        add(address, "kategori", category);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.indexOf("?") < 0 ? '?' : '&');
            address.append(name).append('=').append(value);
        }
    }
}
