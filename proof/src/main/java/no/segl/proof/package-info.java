/**
 * The demo world, and the proofs that need real processes: simulation, crash, browser and load.
 *
 * <p>Nothing that serves a user depends on this module. It starts Segl as a user would, from the
 * outside, and may be slow where a unit test may not. It invents organisations and people, and
 * never holds a real one.
 */
@NullMarked
package no.segl.proof;

import org.jspecify.annotations.NullMarked;
