/**
 * Tests of the settings: what is read from where, and what is said of what is wrong.
 *
 * <p>They read settings from maps, never from the environment that the tests run in, and start
 * nothing. Whether a Segl with such settings runs is not their matter.
 */
@NullMarked
package no.segl.app.wiring;

import org.jspecify.annotations.NullMarked;
