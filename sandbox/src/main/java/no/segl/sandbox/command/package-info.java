/**
 * The command {@code ./segl sandbox}.
 *
 * <p>{@link no.segl.sandbox.command.Main} reads the options, starts the sandbox, and says where
 * each neighbour listens. It alone reads the machine's clock. It knows nothing of what the
 * neighbours answer.
 */
@NullMarked
package no.segl.sandbox.command;

import org.jspecify.annotations.NullMarked;
