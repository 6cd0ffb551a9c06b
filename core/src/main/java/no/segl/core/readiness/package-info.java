/**
 * Whether anybody at a recipient can open what is sent there, asked before it is sent.
 *
 * <p>The answer is one of five words, never a yes or no: what is not known is said to be unknown,
 * and never counts as ready. Each answer has a ground that says what would mend it, and the moment
 * at which the ground was known. A sender is told this and no more: not who can open, nor how many.
 * The package knows no store and no register; it weighs what they have found.
 */
@NullMarked
package no.segl.core.readiness;

import org.jspecify.annotations.NullMarked;
