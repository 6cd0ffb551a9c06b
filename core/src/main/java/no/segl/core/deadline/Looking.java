package no.segl.core.deadline;

import java.time.Instant;
import java.util.List;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterLookedAt;

/** Decides on work that has fallen due. */
public final class Looking {

    private Looking() {}

    /** Whether there was anything to do. */
    public enum Reply {
        DONE,
        NOT_DUE
    }

    /** Looks at a letter that is due. A closed letter, or one that is not due, is left alone. */
    public static Decision<LetterFact, Reply> look(Letter letter, Rules rules, Instant now) {
        return Deadlines.nextLook(letter, rules)
                .filter(look -> !look.at().isAfter(now))
                .filter(_ -> letter instanceof Letter.Available)
                .map(look ->
                        done(
                                look,
                                rules,
                                new LetterLookedAt(
                                        letter.envelope().id(),
                                        look.reason().name(),
                                        rules.version())))
                .orElseGet(() -> Decision.nothing(Reply.NOT_DUE));
    }

    /**
     * Destroys the content of a closed letter whose time is over. Content of a letter that is not
     * closed is never destroyed, however old.
     *
     * @param destroyed whether it has been done
     */
    public static Decision<LetterFact, Reply> destroy(
            Letter letter, boolean destroyed, Rules rules, Instant now) {
        return Deadlines.destruction(letter, rules)
                .filter(due -> !destroyed && !due.at().isAfter(now))
                .map(due ->
                        done(
                                due,
                                rules,
                                new ContentDestroyed(
                                        letter.envelope().id(),
                                        due.reason().name(),
                                        rules.version())))
                .orElseGet(() -> Decision.nothing(Reply.NOT_DUE));
    }

    private static Decision<LetterFact, Reply> done(NextLook due, Rules rules, LetterFact fact) {
        String paragraph = rules.row(due.reason()).paragraph();
        return new Decision<>(new Right("rule", paragraph), List.of(fact), Reply.DONE);
    }
}
