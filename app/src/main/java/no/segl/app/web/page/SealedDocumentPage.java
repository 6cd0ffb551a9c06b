package no.segl.app.web.page;

import java.time.Instant;
import no.segl.core.id.LetterId;

/**
 * A document that is sealed for one case worker, and not handed over to who asked for it. Says why,
 * who can change it, and that the attempt is recorded; never the document's name.
 *
 * @param shell what stands around
 * @param letter the letter, which they may read
 * @param caseWorker whom it is sealed for, as the sender names them
 * @param mayHandOver whether they may hand it over, to somebody else
 * @param at when the ledger got the attempt, or one shortly before it that it counts as
 */
public record SealedDocumentPage(
        Shell shell, LetterId letter, String caseWorker, boolean mayHandOver, Instant at)
        implements Page {

    @Override
    public String template() {
        return "page/sealed-document.jte";
    }
}
