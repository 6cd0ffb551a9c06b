package no.segl.core.print;

import java.util.UUID;
import no.segl.core.id.Digest;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Letters;
import no.segl.core.print.PrintOrder.Route;

/** The least that goes into a test. */
final class Samples {

    static final PrintJobId JOB = new PrintJobId(new UUID(9, 1));
    static final PrintOrder ORDER = new PrintOrder(JOB, Letters.ID, Route.PRINTER);

    private Samples() {}

    static Manifest manifest(PrintJobId job, int attempt) {
        return new Manifest(
                job,
                attempt,
                Letters.SENDER,
                1_000,
                Digest.ZERO,
                new Sheets(2, 4),
                true,
                "NO",
                Letters.SENT);
    }
}
