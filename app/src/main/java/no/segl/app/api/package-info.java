/**
 * The API, version 1: machines hand in commands and ask for status.
 *
 * <p>A request becomes a command, or a list of all that is wrong with it. Every answer that is not
 * what was asked for is a problem in the form of RFC 9457, from one catalogue. The API never gives
 * out a title or content: not even the sender may read what has been handed over. A letter that is
 * not yours is not there. It knows HTTP and JSON, and nothing of SQL or of how things are sealed.
 */
@NullMarked
package no.segl.app.api;

import org.jspecify.annotations.NullMarked;
