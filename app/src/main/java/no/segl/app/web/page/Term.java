package no.segl.app.web.page;

import java.time.LocalDate;

/**
 * What was filled in of a person, a first and a last day, and what is wrong with it.
 *
 * @param person an id; empty if none
 * @param begins the first day, as entered; empty if none, or none is asked for
 * @param last the last day, as entered; empty if none
 * @param first the first day that can be entered
 * @param personMissing whether the person was not chosen, or cannot be
 * @param beginWrong whether the first day cannot be used
 * @param dayWrong whether the last day cannot be used
 */
public record Term(
        String person,
        String begins,
        String last,
        LocalDate first,
        boolean personMissing,
        boolean beginWrong,
        boolean dayWrong) {

    /** Of a person and a last day. */
    public Term(
            String person, String last, LocalDate first, boolean personMissing, boolean dayWrong) {
        this(person, "", last, first, personMissing, false, dayWrong);
    }

    /** Nothing filled in yet. */
    public static Term empty(LocalDate first) {
        return new Term("", "", first, false, false);
    }

    /** Whether something is wrong. */
    public boolean isFaulty() {
        return personMissing || beginWrong || dayWrong;
    }
}
