/**
 * The commands {@code ./segl sandbox} and {@code ./segl sandbox-check}.
 *
 * <p>{@link no.segl.sandbox.command.Main} reads the options, starts the sandbox, and says where
 * each neighbour listens. It alone reads the machine's clock. {@link no.segl.sandbox.command.Check}
 * says what a comparison with published descriptions has found. They know nothing of what the
 * neighbours answer.
 */
@NullMarked
package no.segl.sandbox.command;

import org.jspecify.annotations.NullMarked;
