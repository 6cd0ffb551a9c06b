package no.segl.app.web.page;

import no.segl.core.letter.Side;

/**
 * A list is too long to be made while the browser waits: what it would be, and a button to have it
 * made. Of a document it says how long it may be at the most.
 *
 * @param shell what stands around
 * @param own which list
 * @param form which kind of file
 * @param filter which letters
 * @param letters how many there are
 * @param more whether there are more than that, and than any file holds
 * @param tooLong whether this kind of file does not hold so many
 * @param document how many letters a document holds
 */
public record ExportAskPage(
        Shell shell,
        Side own,
        String form,
        LettersFilter filter,
        long letters,
        boolean more,
        boolean tooLong,
        int document)
        implements Page {

    /** The last part of the list's address. */
    public String list() {
        return filter.path().substring(1);
    }

    @Override
    public String template() {
        return "page/export-ask.jte";
    }
}
