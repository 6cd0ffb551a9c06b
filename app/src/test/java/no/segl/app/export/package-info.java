/**
 * Files are opened again, by what others made to read them. A text that looks like a formula stays
 * a text, a time is a time, and memory does not grow with the rows. Which letters are in a file is
 * asked elsewhere.
 */
@NullMarked
package no.segl.app.export;

import org.jspecify.annotations.NullMarked;
