package no.segl.app.office;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.KeptQuestions;
import no.segl.app.store.KeptQuestions.Kept;
import no.segl.core.access.Clearance;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;

/**
 * Where people keep questions about letters under a name, for themselves or for all who follow a
 * unit's letters. What is shared is the unit's: whoever follows its letters may take it away.
 */
public final class Bookmarks {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    /** The longest question, in characters. */
    public static final int LONGEST_QUESTION = 300;

    /** How many somebody keeps at most: more than that is not found again. */
    private static final int MOST = 30;

    private final KeptQuestions questions;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;

    public Bookmarks(KeptQuestions questions, Access access, Ids ids, InstantSource clock) {
        this.questions = questions;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Reply {
        DONE,
        /** No name, or a long one. */
        BAD_NAME,
        /** A person's number stands in the name or the question. */
        PERSONS_NUMBER,
        /** Somebody else shares another question under that name. */
        NAME_TAKEN,
        /** There are so many already that another is a mistake. */
        TOO_MANY,
        /** Not theirs, or not there. */
        REFUSED
    }

    /**
     * Keeps a question, in the place of one that the same person keeps under that name.
     *
     * @param unit with whose followers it is shared; empty with nobody
     */
    public Reply keep(
            PersonId by,
            Side side,
            Optional<OrgNumber> unit,
            String written,
            String question,
            String view) {
        String name = written.strip();
        if (unit.isPresent() && !follows(side, by, unit.get())) {
            return Reply.REFUSED;
        }
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)
                || question.length() > LONGEST_QUESTION) {
            return Reply.BAD_NAME;
        }
        if (NationalIdentityNumber.isIn(name) || NationalIdentityNumber.isIn(question)) {
            return Reply.PERSONS_NUMBER;
        }
        if (questions.count(by) >= MOST) {
            return Reply.TOO_MANY;
        }
        Kept kept = new Kept(ids.uuid(), side, by, unit, name, question, view);
        return questions.keep(kept, clock.instant()) ? Reply.DONE : Reply.NAME_TAKEN;
    }

    /**
     * Takes one away.
     *
     * @param units those whose letters {@code by} follows at that end
     */
    public Reply remove(PersonId by, Side side, Collection<OrgNumber> units, UUID id) {
        return of(by, side, units).stream()
                        .filter(k -> k.id().equals(id))
                        .anyMatch(k -> questions.remove(k.id()))
                ? Reply.DONE
                : Reply.REFUSED;
    }

    /** Those that {@code by} sees. */
    public List<Kept> of(PersonId by, Side side, Collection<OrgNumber> units) {
        return questions.of(by, side, units);
    }

    private boolean follows(Side side, PersonId by, OrgNumber unit) {
        return access.toFollow(side, by, unit, clock.instant()) instanceof Clearance.Cleared;
    }
}
