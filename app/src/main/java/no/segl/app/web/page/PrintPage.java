package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.PrintJobId;

/**
 * What waits to be printed by hand. No title is on it.
 *
 * @param shell what stands around
 * @param rows the jobs, oldest first
 * @param access whether the person may print for any unit
 * @param said a code for what came of the last act; empty if there was none
 * @param fault whether that was something that went wrong
 */
public record PrintPage(
        Shell shell, List<Row> rows, boolean access, Optional<String> said, boolean fault)
        implements Page {

    public PrintPage {
        rows = List.copyOf(rows);
    }

    /**
     * A job.
     *
     * @param ordered when it was ordered
     * @param first the first day on which it can have been posted
     * @param last the last one: today
     * @param taken who has it; empty if nobody does
     * @param mine whether that is the person who looks
     * @param stopped whether the letter needs no paper any more
     */
    public record Row(
            PrintJobId job,
            Party sender,
            Party recipient,
            Instant ordered,
            LocalDate first,
            LocalDate last,
            Optional<String> taken,
            boolean mine,
            boolean stopped) {}

    @Override
    public String template() {
        return "page/print.jte";
    }
}
