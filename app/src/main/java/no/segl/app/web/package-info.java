/**
 * The pages: what people ask for, and what they are shown.
 *
 * <p>A request becomes a command or a question; the answer becomes one of the records of {@code
 * web.page}, which a template lays out. The pages show a title or content only to somebody whom the
 * post office has let in, and the sender only the status. Nothing here decides, and nothing here
 * knows SQL.
 */
@NullMarked
package no.segl.app.web;

import org.jspecify.annotations.NullMarked;
