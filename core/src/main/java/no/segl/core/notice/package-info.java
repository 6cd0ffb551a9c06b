/**
 * Notices: which kinds there are, when one is tried again, and when a telephone may ring.
 *
 * <p>A notice tells somebody that a letter waits, and never what it is about. Here stands what can
 * be decided without a wire: the next attempt after one that failed, the hours in which a text
 * message may go, and which signs it may hold. The package does not know addresses, words or
 * letters, and sends nothing. Hours and periods come to it as values; none is a constant of its
 * own, except where a standard has set it.
 */
@NullMarked
package no.segl.core.notice;

import org.jspecify.annotations.NullMarked;
