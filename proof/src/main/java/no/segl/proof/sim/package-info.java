/**
 * The simulation: whole histories of letters in a world where everything goes wrong, with the rules
 * of Segl in the middle.
 *
 * <p>What decides is the product's own {@code core}; the store is one on memory with the same
 * meaning as {@code app.store}, or that store itself on PostgreSQL, and one history must come to
 * the same ledger on both. Every outside thing (relay, gateway for text messages, printer,
 * register) is a fake that loses, delays, repeats and reorders. Nothing here knows the time, a
 * thread or a die of its own: one seed replays one history, two nodes are steps that take turns,
 * and a crash may come between any two of them. After each step {@link no.segl.proof.sim.Watch}
 * holds the ledger and the rows against models that are made without {@code core}. {@link
 * no.segl.proof.sim.Mutant} lists broken rules that must be caught, so that a simulation that sees
 * nothing is itself seen. Nothing here is part of Segl.
 */
@NullMarked
package no.segl.proof.sim;

import org.jspecify.annotations.NullMarked;
