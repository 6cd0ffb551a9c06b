package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The person may not open a letter. Says why, who can change it, and that the attempt is recorded;
 * never the letter's title.
 *
 * @param shell what stands around
 * @param reason why
 * @param unit the unit the letter is for, if the person may know
 * @param category the category's name in the page's language, if the person may know
 * @param recorded when the ledger got the attempt, or one shortly before it; empty if none is in it
 * @param givers who can give access
 * @param proof where the proof of what became of the letter is, for those who may have it
 */
public record RefusedPage(
        Shell shell,
        Reason reason,
        Optional<Party> unit,
        Optional<String> category,
        Optional<Instant> recorded,
        List<AccessGiver> givers,
        Optional<String> proof)
        implements Page {

    /** Why an opening is refused. */
    public enum Reason {
        /** Nobody has given the person access to this category at this unit. */
        NO_GRANT,
        /** Access was given, but begins later. */
        GRANT_NOT_YET,
        /** The access was taken back or ran out. */
        GRANT_ENDED,
        /** The letter is shared with the person, but not its documents. */
        DOCUMENTS_NOT_SHARED,
        /** The sender has withdrawn the letter. */
        WITHDRAWN,
        /** The sender has settled it in another way. */
        SETTLED,
        /** It was posted on paper. */
        POSTED,
        /** Its time is over and its key destroyed. */
        DESTROYED;

        /** The key of the words. */
        public String key() {
            return "refused.why." + name();
        }

        /** Whether somebody giving access would help. */
        public boolean mendable() {
            return switch (this) {
                case NO_GRANT, GRANT_NOT_YET, GRANT_ENDED, DOCUMENTS_NOT_SHARED -> true;
                case WITHDRAWN, SETTLED, POSTED, DESTROYED -> false;
            };
        }
    }

    @Override
    public String template() {
        return "page/refused.jte";
    }
}
