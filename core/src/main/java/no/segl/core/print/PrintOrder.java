package no.segl.core.print;

import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;

/**
 * An order to put a letter on paper.
 *
 * @param route how it is to get there
 */
public record PrintOrder(PrintJobId job, LetterId letter, Route route) {

    /** Who prints and posts. */
    public enum Route {
        /** A printer, whose machines fetch it. */
        PRINTER,
        /** A named person, from the manual queue. */
        BY_HAND
    }
}
