/**
 * Neighbours for whoever integrates with them: Altinn, SvarUT, Maskinporten and Enhetsregisteret.
 *
 * <p>{@link no.segl.sandbox.Neighbours} makes them all, in one world with one clock and one seed,
 * without a socket: a simulation drives it as it is. {@link no.segl.sandbox.Sandbox} puts each on a
 * port of its own, with a control surface beside them. They know each other only as the real ones
 * do: Altinn takes Maskinporten's tokens, and SvarUT sends through Altinn. None of it knows Segl;
 * it is of use to a program that never meets it.
 */
@NullMarked
package no.segl.sandbox;

import org.jspecify.annotations.NullMarked;
