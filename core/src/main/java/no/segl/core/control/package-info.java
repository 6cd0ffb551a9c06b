/**
 * The routine: controls that an organisation has said it does, day by day, week by week or month by
 * month, and whether they were done.
 *
 * <p>A {@link Control} says what is looked at, when, and by whom; each time it falls due it becomes
 * a {@link Run}, which is done by a person and stays as it was written down. A run that nobody does
 * is missed: it has an owner, a reason and a next look until somebody has accounted for it. {@link
 * Routine} decides; what it decides is a fact of the unit. The package counts no letters and knows
 * nobody's name: what was found is told to it.
 */
@NullMarked
package no.segl.core.control;

import org.jspecify.annotations.NullMarked;
