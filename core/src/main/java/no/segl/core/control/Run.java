package no.segl.core.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;

/**
 * One time that a control fell due. Until somebody has accounted for it, it has a next look with a
 * reason and an owner: the person whose it is, or else those who administer access at the unit.
 *
 * @param planned when it was to be opened
 * @param opened when it was
 * @param due when it must be done
 * @param owner empty if neither the responsible person nor the deputy can do it any longer
 * @param next when Segl looks at it again; empty if it is accounted for
 * @param missed when it was found not to be done in time
 * @param escalated whether the main administrators have been told
 */
public record Run(
        UUID id,
        Control control,
        Instant planned,
        Instant opened,
        Instant due,
        Optional<PersonId> owner,
        Optional<Instant> next,
        Optional<Instant> missed,
        boolean escalated) {

    /** Whether nobody has accounted for it yet. */
    public boolean isOpen() {
        return next.isPresent();
    }

    /** How it was accounted for. */
    public enum Outcome {
        /** Somebody did it. */
        DONE,
        /** It was not done, and somebody said why. */
        NOT_DONE
    }

    /**
     * What there was when it was accounted for.
     *
     * @param found how many letters, or places that cannot receive
     * @param more whether there were more than were counted
     * @param of how many places there are; 0 of letters
     * @param oldest since when the oldest letter had lain, if it is known
     * @param letters the letters that were on the list, as many as it showed
     */
    public record Found(
            long found, boolean more, long of, Optional<Instant> oldest, List<LetterId> letters) {

        public Found {
            letters = List.copyOf(letters);
        }

        /**
         * Of the ids of the letters, in their order, each with a line feed after it: so the list
         * that is kept beside the ledger can be held against it.
         */
        Digest digest() {
            return Digest.of(
                    letters.stream()
                            .map(letter -> letter + "\n")
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }
}
