/**
 * The sandbox's time, and what happens in it.
 *
 * <p>{@link no.segl.sandbox.time.SandboxClock} goes, stands or leaps as it is told, and shows each
 * neighbour a time of its own. {@link no.segl.sandbox.time.Agenda} holds what is to happen; it
 * happens when somebody looks, each thing at its own time, in one order. {@link
 * no.segl.sandbox.time.Knobs} are the habits of the neighbours that can be turned. Nothing here
 * reads a clock of the machine or waits.
 */
@NullMarked
package no.segl.sandbox.time;

import org.jspecify.annotations.NullMarked;
