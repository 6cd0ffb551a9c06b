package no.segl.app.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import no.segl.app.office.Notary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs how far each chain of the ledger has come. */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Notary notary;

    public Checkpoints(Notary notary) {
        this.notary = notary;
    }

    /**
     * Signs every chain that has grown since it was last signed.
     *
     * @return how many
     * @throws UncheckedIOException if a chain is not what was signed of it, once the others are
     *     signed; or if the vault, which says what was, failed
     */
    public int run() {
        return run(notary::sign);
    }

    /** The same, however much that is: when Segl stops, and no round follows. */
    public int runToTheEnd() {
        return run(notary::signToTheEnd);
    }

    @FunctionalInterface
    private interface Signing {
        Notary.Outcome run() throws IOException;
    }

    private static int run(Signing signing) {
        Notary.Outcome outcome;
        try {
            outcome = signing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Notary.Disagreement one : outcome.refused()) {
            LOG.error(
                    "Not signed: {} Somebody changed the ledger, or a backup was put back."
                            + " What to do: docs/operate, \"When the ledger is not signed\"",
                    one.what());
        }
        if (!outcome.refused().isEmpty()) {
            throw new UncheckedIOException(
                    new IOException(outcome.refused().size() + " chains were not signed"));
        }
        return outcome.signed();
    }
}
