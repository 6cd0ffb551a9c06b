package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.id.DocumentId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Reading;
import no.segl.core.letter.Side;

/**
 * Decides what follows for what is sealed in a letter for one case worker when the letter is opened
 * and read. The opened letter is closed, and nothing chases it any more: so what is sealed in it is
 * a case until the case worker has read all of it.
 */
public final class SealedUnread {

    private static final Matter.Reason REASON = Matter.Reason.SEALED_UNREAD;

    private SealedUnread() {}

    /**
     * How it stands with what is sealed in a letter, before what was decided.
     *
     * @param unread the sealed documents that nobody has read
     * @param cases what the letter is a case for
     * @param ids new ids, each never given before
     */
    public record Seals(Set<DocumentId> unread, Set<Situation.Raised> cases, Supplier<UUID> ids) {

        public Seals {
            unread = Set.copyOf(unread);
            cases = Set.copyOf(cases);
        }
    }

    /**
     * What was decided on opening or reading, with what follows from it.
     *
     * @param seals asked only if something was opened or fetched
     */
    public static Decision<LetterFact, Reading.Reply> after(
            Decision<LetterFact, Reading.Reply> decision,
            Supplier<Seals> seals,
            Rules rules,
            Instant now) {
        List<LetterFact> facts = new ArrayList<>();
        for (LetterFact fact : decision.facts()) {
            facts.add(fact);
            if (fact instanceof LetterOpened(var letter)) {
                Seals those = seals.get();
                // Also of whoever opens it and has what is sealed: that can end before it is read.
                if (!those.unread().isEmpty()) {
                    UUID id = those.ids().get();
                    facts.add(Looking.caseOf(letter, id, REASON, Side.RECIPIENT, rules, now));
                }
            }
            if (fact instanceof DocumentRead(var letter, var document)) {
                Seals those = seals.get();
                if (those.unread().equals(Set.of(document))) {
                    Looking.resolve(letter, REASON, those.cases(), facts);
                }
            }
        }
        return new Decision<>(decision.right(), facts, decision.reply());
    }
}
