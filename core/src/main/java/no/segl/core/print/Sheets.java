package no.segl.core.print;

import java.util.List;

/**
 * How much paper a letter takes. The first sheet carries the addresses alone, and each document
 * begins on a new sheet, so that no page of one stands on the back of another.
 *
 * @param sheets sheets of paper
 * @param pages pages of the print file, with the empty backs that fill up a sheet in duplex
 */
public record Sheets(int sheets, int pages) {

    /**
     * Counts.
     *
     * @param pages how many pages each document has, in order
     * @param duplex whether both sides are printed on
     */
    public static Sheets of(List<Integer> pages, boolean duplex) {
        int sheets = 1 + pages.stream().mapToInt(count -> sheetsOf(count, duplex)).sum();
        return new Sheets(sheets, duplex ? 2 * sheets : sheets);
    }

    /** How many sheets {@code pages} pages of one document take. */
    public static int sheetsOf(int pages, boolean duplex) {
        return duplex ? (pages + 1) / 2 : pages;
    }
}
