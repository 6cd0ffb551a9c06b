package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Notice;

/**
 * Decides on telling the recipient of an unopened letter once more, because somebody asks for it:
 * those who can open it, or where nobody can, those who can give access. It is beside the letter's
 * plan, which goes on as it would have: a reminder never stands for the notice that the law asks
 * for.
 */
public final class Reminding {

    private Reminding() {}

    /** What came of it. */
    public enum Reply {
        /** Those who can open it are told. */
        REMINDED,
        /** Nobody can open it; those who can change that are told. */
        ADMINISTRATORS_TOLD,
        /** They were told so lately that it would be noise. Nothing was written. */
        TOLD_LATELY,
        /** It waits for nobody to open it. */
        CLOSED,
        /** It is not available yet. */
        NOT_YET,
        /** Whoever asked may not. */
        REFUSED
    }

    /**
     * Decides.
     *
     * @param notices every notice of the letter: none is asked for within the pause of the rule
     *     table ({@code BETWEEN_STEPS}) from when the recipient was last told, by whomever
     * @param situation asked only if there is something to do
     * @param by whether whoever asks follows the letter at one end
     */
    public static Decision<LetterFact, Reply> decide(
            Letter letter,
            List<Notifying.Ordered> notices,
            Supplier<Situation> situation,
            Clearance by,
            Rules rules,
            Instant now) {
        if (!(by instanceof Clearance.Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (!(letter instanceof Letter.Available available)) {
            return Decision.nothing(letter.isClosed() ? Reply.CLOSED : Reply.NOT_YET);
        }
        boolean lately =
                notices.stream()
                        .filter(n -> n.kind().tellsRecipient() && !n.state().isOver())
                        .anyMatch(n -> rules.row(Rule.BETWEEN_STEPS).after(n.at()).isAfter(now));
        if (lately) {
            return Decision.nothing(Reply.TOLD_LATELY);
        }
        Situation around = situation.get();
        Telling telling = new Telling(letter.envelope(), around);
        List<LetterFact> facts = new ArrayList<>();
        if (around.readers().isEmpty()) {
            telling.administrators(Notice.Kind.NOBODY_CAN_OPEN, facts);
            return new Decision<>(right, facts, Reply.ADMINISTRATORS_TOLD);
        }
        telling.readers(Telling.kind(available), facts);
        return new Decision<>(right, facts, Reply.REMINDED);
    }
}
