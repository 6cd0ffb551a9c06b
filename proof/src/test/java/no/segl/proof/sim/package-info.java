/**
 * The simulation in the everyday test run. A thousand short histories keep every promise, and each
 * of the rules that are broken on purpose is caught. What a history is, and how it is judged, is
 * not known here.
 */
@NullMarked
package no.segl.proof.sim;

import org.jspecify.annotations.NullMarked;
