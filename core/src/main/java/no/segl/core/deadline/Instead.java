package no.segl.core.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/**
 * Who hears that a case waits, or that nobody has opened what was sent, in the place of whoever was
 * to hear of it and cannot be reached: those who answer for the unit's cases, each at their own
 * address, in the unit's place; the unit in the place of whose case it is, and the others there if
 * the unit has no address either.
 */
public final class Instead {

    private Instead() {}

    /** What is known of those who could hear of it. */
    public interface People {

        /** Who answers for cases at that end of letters, where it is {@code unit}. */
        List<PersonId> answering(Side side, OrgNumber unit);

        /** At which ends a person has a case of the letter. */
        Set<Side> owned(PersonId person);

        /** Whether there is an address that takes what is sent to them. */
        boolean isReached(Notice.To to);

        /** Who is to be told the same of the letter already. */
        Set<Notice.To> underway(Notice.Kind kind);
    }

    /**
     * What is ordered in the place of a notice that did not come through.
     *
     * @param cases what the letter is a case for
     * @param people asked only where somebody else should hear of it
     * @param ids new ids, each never given before
     */
    public static List<NoticeOrdered> of(
            Letter letter,
            Notifying.Gone gone,
            Set<Situation.Raised> cases,
            People people,
            Supplier<UUID> ids) {
        if (gone.kind().isForRecipient()) {
            return List.of();
        }
        Set<Notice.To> underway = people.underway(gone.kind());
        // In one order, whatever that of the store is.
        return ends(letter, gone, cases, people)
                .flatMap(side -> others(letter.envelope(), side, gone.to(), people))
                .filter(to -> !to.equals(gone.to()) && !underway.contains(to))
                .filter(people::isReached)
                .distinct()
                .sorted(Comparator.comparing(Notice.To::code))
                .map(to -> new NoticeOrdered(letter.envelope().id(), ids.get(), gone.kind(), to))
                .toList();
    }

    /**
     * The same to the same people, at another address of theirs. A case waits for somebody also
     * when its letter is held back, or closed.
     */
    static List<? extends LetterFact> anew(
            Letter letter, Notifying.Gone gone, Notifying.Standing standing) {
        UUID id = standing.ids().get();
        boolean waits =
                gone.kind() == Notice.Kind.CASE_WAITING
                        && Stream.of(Side.values())
                                .filter(side -> isCase(standing.cases(), side))
                                .map(side -> new Notice.To.Unit(side.unit(letter.envelope())))
                                .anyMatch(u ->
                                        gone.to() instanceof Notice.To.Person
                                                || u.equals(gone.to()));
        return waits
                ? List.of(new NoticeOrdered(letter.envelope().id(), id, gone.kind(), gone.to()))
                : Notifying.anew(letter, id, gone.kind(), gone.to()).facts();
    }

    /** The ends at which somebody should still hear of it. */
    private static Stream<Side> ends(
            Letter letter, Notifying.Gone gone, Set<Situation.Raised> cases, People people) {
        if (gone.kind() == Notice.Kind.SENDER_LONG_UNOPENED) {
            return letter instanceof Letter.Available ? Stream.of(Side.SENDER) : Stream.empty();
        }
        Stream<Side> open = Stream.of(Side.values()).filter(side -> isCase(cases, side));
        return switch (gone.to()) {
            case Notice.To.Unit(var unit) ->
                    open.filter(side -> side.unit(letter.envelope()).equals(unit));
            case Notice.To.Person(var person) -> open.filter(people.owned(person)::contains);
        };
    }

    private static boolean isCase(Set<Situation.Raised> cases, Side side) {
        return cases.stream().anyMatch(raised -> raised.at() == side);
    }

    private static Stream<Notice.To> others(
            Envelope letter, Side side, Notice.To first, People people) {
        Notice.To unit = new Notice.To.Unit(side.unit(letter));
        return first instanceof Notice.To.Person && people.isReached(unit)
                ? Stream.of(unit)
                : people.answering(side, side.unit(letter)).stream().map(Notice.To.Person::new);
    }
}
