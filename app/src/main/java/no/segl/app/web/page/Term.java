package no.segl.app.web.page;

import java.time.LocalDate;

/**
 * What was filled in of a person and a last day, and what is wrong with it.
 *
 * @param person an id; empty if none
 * @param last the last day, as entered; empty if none
 * @param first the first day that can be entered
 * @param personMissing whether the person was not chosen, or cannot be
 * @param dayWrong whether the last day cannot be used
 */
public record Term(
        String person, String last, LocalDate first, boolean personMissing, boolean dayWrong) {

    /** Nothing filled in yet. */
    public static Term empty(LocalDate first) {
        return new Term("", "", first, false, false);
    }

    /** Whether something is wrong. */
    public boolean isFaulty() {
        return personMissing || dayWrong;
    }
}
