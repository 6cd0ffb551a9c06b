package no.segl.proof.history;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.CaseFact.CaseAssigned;
import no.segl.core.letter.CaseFact.CaseClosed;
import no.segl.core.letter.CaseFact.CaseCommented;
import no.segl.core.letter.CaseFact.CaseOverdue;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.CaseFact.CaseSnoozed;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * A fact of a case as the ledger gives it back: without what was written, which it does not hold.
 */
final class WrittenCase {

    private WrittenCase() {}

    static LetterFact of(String type, LetterId letter, SortedMap<String, String> values) {
        if (type.equals("CaseResolved")) {
            return new CaseResolved(letter, reason(values), side(values));
        }
        UUID matter = UUID.fromString(Written.value(values, "case"));
        return switch (type) {
            case "CaseRaised" ->
                    new CaseRaised(
                            letter,
                            matter,
                            reason(values),
                            side(values),
                            Instant.parse(Written.value(values, "due")));
            case "CaseAssigned" ->
                    new CaseAssigned(
                            letter,
                            matter,
                            PersonId.parse(Written.value(values, "person")).orElseThrow());
            case "CaseReturned" ->
                    new CaseReturned(
                            letter, matter, Boolean.parseBoolean(Written.value(values, "lost")));
            case "CaseCommented" ->
                    new CaseCommented(
                            letter, matter, UUID.fromString(Written.value(values, "comment")), "");
            case "CaseSnoozed" ->
                    new CaseSnoozed(
                            letter,
                            matter,
                            Matter.Wait.valueOf(Written.value(values, "reason")),
                            Instant.parse(Written.value(values, "until")));
            case "CaseOverdue" ->
                    new CaseOverdue(letter, matter, Instant.parse(Written.value(values, "due")));
            case "CaseClosed" ->
                    new CaseClosed(
                            letter,
                            matter,
                            Matter.Outcome.valueOf(Written.value(values, "outcome")));
            default -> throw new IllegalStateException("no fact of a case: " + type);
        };
    }

    private static Matter.Reason reason(SortedMap<String, String> values) {
        return Matter.Reason.valueOf(Written.value(values, "reason"));
    }

    private static Side side(SortedMap<String, String> values) {
        return Side.valueOf(Written.value(values, "at"));
    }
}
