/**
 * Files that people take with them: which letters a question is about, as a spreadsheet or a
 * document, and the overview for a meeting.
 *
 * <p>A spreadsheet is written row by row, in constant memory, and no cell of it is a formula. What
 * is not written to its end does not look whole. Nothing here knows who may see what, where a file
 * goes, or whether it waits to be fetched: that is for {@code office} and {@code work}. No title or
 * content is in any of them, and a person only where the file is about who has access.
 */
@NullMarked
package no.segl.app.export;

import org.jspecify.annotations.NullMarked;
