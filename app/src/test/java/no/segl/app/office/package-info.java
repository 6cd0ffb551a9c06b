/**
 * Tests of what the counter takes in and that no request shows by itself, on a real vault.
 *
 * <p>They choose the limits, since the real ones take gigabytes to reach. They refuse to know of
 * requests and of the database: whole exchanges are in {@code proof}.
 */
@NullMarked
package no.segl.app.office;

import org.jspecify.annotations.NullMarked;
