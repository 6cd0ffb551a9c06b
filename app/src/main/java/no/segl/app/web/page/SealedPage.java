package no.segl.app.web.page;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter before this person opens it: what can be seen from outside, and that opening is
 * recorded.
 *
 * @param shell what stands around; its visitor's name is shown as the one who opens
 * @param letter the letter from outside
 * @param right by what right the person may open it, in the page's language
 * @param opened when somebody first opened it, if anybody has
 * @param mayOpen whether the person may open it, and not only see its outside
 * @param share for sharing it, if the person may
 * @param care who has it, and whether it is handled
 */
public record SealedPage(
        Shell shell,
        Letter letter,
        String right,
        Optional<Instant> opened,
        boolean mayOpen,
        Optional<SharePanel> share,
        CarePanel care)
        implements Page {

    @Override
    public String template() {
        return "page/sealed.jte";
    }
}
