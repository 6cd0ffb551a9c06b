package no.segl.app.web.page;

import java.util.Optional;

/**
 * What a letter refers to.
 *
 * @param senders the sender's own reference
 * @param caseNumber the case it belongs to
 * @param caseWorker the case worker at the recipient whom it names
 */
public record References(
        Optional<String> senders, Optional<String> caseNumber, Optional<String> caseWorker) {

    /** No references at all. */
    public static final References NONE =
            new References(Optional.empty(), Optional.empty(), Optional.empty());
}
