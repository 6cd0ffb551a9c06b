package no.segl.app.connect.printer;

import java.util.List;
import no.segl.core.print.Printability.Obstacle;

/** A letter on paper, or why it cannot be. */
public sealed interface Composed {

    /** The print file; close it when it has been handed over. */
    record Ready(Paper paper) implements Composed {}

    /** All that stands in the way; nothing is left to close. */
    record NotPrintable(List<Obstacle> obstacles) implements Composed {
        public NotPrintable {
            obstacles = List.copyOf(obstacles);
        }
    }
}
