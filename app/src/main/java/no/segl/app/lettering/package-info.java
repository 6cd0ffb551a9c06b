/**
 * Text on the pages of a PDF, in a font that the file carries with it, and in elements that a
 * screen reader can follow.
 *
 * <p>It measures, breaks and writes lines and tables, and says which characters it can write. It
 * knows nothing of what the pages are for, nor of how they are handed on.
 */
@NullMarked
package no.segl.app.lettering;

import org.jspecify.annotations.NullMarked;
