package no.segl.app.web.page;

import java.util.List;
import no.segl.core.id.LetterId;

/**
 * A reply that was not sent. Says why, and what to do.
 *
 * @param shell what stands around
 * @param letter the letter, which the person may see
 * @param reason why
 * @param givers who can give access, where that is what is missing
 */
public record ReplyRefusedPage(
        Shell shell, LetterId letter, Reason reason, List<AccessGiver> givers) implements Page {

    /** Why a reply was not sent. */
    public enum Reason {
        /** The letter can be read, by a share; to answer it takes a grant. */
        NO_RIGHT,
        /** The letter has not been opened. */
        NOT_OPENED,
        /** The form was of another login, or had stood open for too long. */
        OLD_FORM,
        /** What came was not the whole form. */
        BROKEN,
        /** A field was longer than the form allows. */
        TOO_LARGE,
        /** It took too long. */
        TOO_SLOW
    }

    @Override
    public String template() {
        return "page/reply-refused.jte";
    }
}
