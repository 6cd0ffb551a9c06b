package no.segl.app.command;

import no.segl.app.ledger.Header;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.verification.Finding;
import no.segl.core.ledger.verification.Report;

/** Tells how a verification goes, as it goes: there may be more findings than memory. */
interface VerificationOutput {

    /**
     * Before the first finding.
     *
     * @param trusted the keys that are used
     * @param own whether they are those of the export itself
     */
    void begin(Header header, CheckpointKeys trusted, boolean own);

    /** A finding. */
    void add(Finding finding);

    /** After the last finding. */
    void end(Report report);
}
