package no.segl.app.connect.printer;

import java.util.List;
import java.util.Optional;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Language;
import no.segl.core.print.PostalAddress;

/**
 * What stands on the first sheet. The addresses are seen in the window; the rest lies inside.
 *
 * @param sender the sender's name, as heading
 * @param title the letter's title, confidential
 * @param language the letter's language, in which the sheet is written
 */
public record Front(
        PrintJobId job,
        PostalAddress recipient,
        PostalAddress returnTo,
        String sender,
        String title,
        Optional<String> sendersReference,
        Optional<String> caseNumber,
        Language language) {

    /** Both addresses. */
    List<PostalAddress> addresses() {
        return List.of(recipient, returnTo);
    }

    /** Says nothing of what stands on it. */
    @Override
    public String toString() {
        return "Front[" + job + "]";
    }
}
