/**
 * Deadlines: when a letter is next looked at, why, and by whom.
 *
 * <p>Here stands the invariant that all else serves: a letter is closed, or has a next look with a
 * time, a reason and an owner. The periods come from a versioned rule table, each row citing the
 * paragraph it fulfils; nothing here knows a number of days. Days are calendar days in Norway
 * (Europe/Oslo), so that the two nights a year when the clock is moved come out right. The package
 * does not act: it says what is due.
 */
@NullMarked
package no.segl.core.deadline;

import org.jspecify.annotations.NullMarked;
