/**
 * The simulation in the everyday test run: many short histories, and the broken rules it must
 * catch.
 */
@NullMarked
package no.segl.proof.sim;

import org.jspecify.annotations.NullMarked;
