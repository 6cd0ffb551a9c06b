package no.segl.core.overview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;

/** A question as far as it has been read. */
final class Draft {

    Set<State> states = EnumSet.noneOf(State.class);
    Set<Category> categories = new LinkedHashSet<>();
    Set<OrgNumber> parties = new LinkedHashSet<>();
    Optional<String> reference = Optional.empty();
    Optional<String> caseNumber = Optional.empty();
    boolean notReady;
    boolean withCase;
    private final List<String> names = new ArrayList<>();
    OptionalInt moreThan = OptionalInt.empty();
    OptionalInt lessThan = OptionalInt.empty();

    /** Nothing has been read. */
    Draft() {}

    /** All of {@code question}, to be changed in part. */
    Draft(Question question) {
        states = question.states();
        moreThan = question.moreThan();
        lessThan = question.lessThan();
        categories = question.categories();
        parties = question.parties();
        names.addAll(question.names());
        reference = question.reference();
        caseNumber = question.caseNumber();
        notReady = question.notReady();
        withCase = question.withCase();
    }

    void name(String part) {
        String lower = part.strip().toLowerCase(Locale.ROOT);
        if (!names.contains(lower)) {
            names.add(lower);
        }
    }

    /**
     * Takes in an age. Of two that say the same way, both hold: the stricter counts.
     *
     * @return whether an age can be so
     */
    boolean age(String comparison, int days, int most) {
        boolean orEqual = Words.OR_EQUAL.contains(comparison);
        if (days > most) {
            return false;
        }
        if (Words.MORE.contains(comparison)) {
            int more = orEqual ? days - 1 : days;
            if (more >= 0) {
                moreThan = OptionalInt.of(Math.max(more, moreThan.orElse(0)));
            }
            return true;
        }
        int less = orEqual ? days + 1 : days;
        if (less >= 1) {
            lessThan = OptionalInt.of(Math.min(less, lessThan.orElse(less)));
        }
        return less >= 1;
    }

    Question question() {
        return new Question(
                states,
                moreThan,
                lessThan,
                categories,
                parties,
                names,
                reference,
                caseNumber,
                notReady,
                withCase);
    }
}
