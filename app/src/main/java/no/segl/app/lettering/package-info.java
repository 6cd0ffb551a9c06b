/**
 * Text on the pages of a PDF, in a font that the file carries with it.
 *
 * <p>It measures, breaks and writes lines, and says which characters it can write. It knows nothing
 * of what the pages are for, nor of how they are handed on.
 */
@NullMarked
package no.segl.app.lettering;

import org.jspecify.annotations.NullMarked;
