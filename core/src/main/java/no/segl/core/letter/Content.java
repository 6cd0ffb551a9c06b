package no.segl.core.letter;

import java.util.List;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;

/**
 * What is to be sent, checked. Made by {@link Checking} only.
 *
 * @param title shown to readers only; must reveal nothing, since it stands in lists
 * @param caseWorker whom at the recipient it is meant for, as the sender names them; personal data
 */
public record Content(
        OrgNumber sender,
        List<OrgNumber> recipients,
        Category category,
        String title,
        Language language,
        Optional<String> sendersReference,
        Optional<String> caseNumber,
        Optional<String> caseWorker,
        Optional<LetterId> replyTo) {

    public Content {
        recipients = List.copyOf(recipients);
    }

    /** Not the values: they may be personal, and a record's text tends to end in a log. */
    @Override
    public String toString() {
        return "Content[from " + sender + " to " + recipients.size() + " recipients]";
    }
}
