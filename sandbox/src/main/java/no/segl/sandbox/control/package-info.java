/**
 * The control surface: what whoever tries their integration out does to the neighbours.
 *
 * <p>It moves the clock, turns knobs, lets things go wrong on a line, ends tokens, opens letters as
 * a person would, and tells what is really so, for a test to compare with. It is no part of any
 * neighbour; nothing of the kind is there at the real ones. {@link
 * no.segl.sandbox.control.TroubleWords} reads troubles as they are written in JSON and on the
 * command line.
 */
@NullMarked
package no.segl.sandbox.control;

import org.jspecify.annotations.NullMarked;
