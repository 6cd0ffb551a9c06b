/**
 * Days in Norway: which are holidays, which are working days, and when so many of them have passed.
 *
 * <p>A day begins and ends at midnight in Norway (Europe/Oslo), also on the two days a year that
 * last 23 or 25 hours. Movable feasts are computed, for every year of the calendar that is in use;
 * no list has to be kept up to date. The package knows no deadline, and no letter.
 */
@NullMarked
package no.segl.core.day;

import org.jspecify.annotations.NullMarked;
