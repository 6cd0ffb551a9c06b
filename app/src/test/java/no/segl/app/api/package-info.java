/**
 * Tests of what the API is made of and that no answer shows by itself. Whole exchanges are in
 * {@code proof}. They set the clock themselves, and know no letter.
 */
@NullMarked
package no.segl.app.api;

import org.jspecify.annotations.NullMarked;
