/**
 * Holds the texts of problems to each other and to {@code docs/api/problems.md}.
 *
 * <p>It reads the three languages' files and the page for developers as text. It knows nothing of
 * where in the code a problem arises.
 */
@NullMarked
package no.segl.app.problem;

import org.jspecify.annotations.NullMarked;
