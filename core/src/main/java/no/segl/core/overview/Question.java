package no.segl.core.overview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;

/**
 * Which letters are asked for. All that is said must hold; of what stands in a set, one of them.
 *
 * @param states in one of these; empty for every state
 * @param moreThan older than so many days ({@link Age}), 0 or more
 * @param lessThan younger than so many days, 1 or more
 * @param categories of one of these; empty for every one
 * @param parties at the other end, one of these; empty for whoever it is
 * @param names what the name of the unit at the other end has in it, in lower case: each of them
 * @param reference exactly this reference of the sender's
 * @param caseNumber exactly this case number
 * @param notReady only those whose recipient cannot open them as things stand
 * @param withCase only those that a case is open for
 */
public record Question(
        Set<State> states,
        OptionalInt moreThan,
        OptionalInt lessThan,
        Set<Category> categories,
        Set<OrgNumber> parties,
        List<String> names,
        Optional<String> reference,
        Optional<String> caseNumber,
        boolean notReady,
        boolean withCase) {

    /** Every letter. */
    public static final Question ALL = new Draft().question();

    /** Those that are not closed. */
    public static final Set<State> OPEN = Set.of(State.ACCEPTED, State.AVAILABLE);

    /** Those that are available and not opened. */
    public static final Question UNOPENED = ALL.in(Set.of(State.AVAILABLE));

    /**
     * @throws IllegalArgumentException if an age cannot be
     */
    public Question {
        if (moreThan.orElse(0) < 0 || lessThan.orElse(1) < 1) {
            throw new IllegalArgumentException("no letter is younger than today's");
        }
        states = Set.copyOf(states);
        categories = Set.copyOf(categories);
        parties = Set.copyOf(parties);
        names = List.copyOf(names);
    }

    /** Whether only letters are asked for that are not closed: then there are few of them. */
    public boolean isOfOpen() {
        return !states.isEmpty() && states.stream().noneMatch(State::isClosed);
    }

    /** Whether only few letters can answer, whatever their states. */
    public boolean isNarrow() {
        return reference.isPresent()
                || caseNumber.isPresent()
                || withCase
                || !names.isEmpty()
                || !parties.isEmpty();
    }

    /** The same of letters in {@code states} only. */
    public Question in(Set<State> in) {
        Draft draft = new Draft(this);
        draft.states = in;
        return draft.question();
    }

    /** The same of letters with {@code party} at the other end only. */
    public Question with(OrgNumber party) {
        Draft draft = new Draft(this);
        draft.parties = Set.of(party);
        return draft.question();
    }

    /** The same of letters older than {@code more} days and younger than {@code less}. */
    public Question aged(OptionalInt more, OptionalInt less) {
        Draft draft = new Draft(this);
        draft.moreThan = more;
        draft.lessThan = less;
        return draft.question();
    }

    /** The same of letters of {@code category} only. */
    public Question of(Category category) {
        Draft draft = new Draft(this);
        draft.categories = Set.of(category);
        return draft.question();
    }
}
