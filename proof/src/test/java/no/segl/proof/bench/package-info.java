/**
 * Proof that what Segl is measured against does what it says.
 *
 * <p>A figure that flatters Segl is worse than none. These tests look at what a measure does to a
 * real database, and never at how fast it is: that says something only beside the other figures of
 * one run.
 */
@NullMarked
package no.segl.proof.bench;

import org.jspecify.annotations.NullMarked;
