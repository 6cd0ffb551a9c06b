/**
 * The words of notices: subject and text of an e-mail, and a text message, in bokmål, nynorsk and
 * English.
 *
 * <p>What may be filled in is all in {@link no.segl.app.notice.Filling}, and there is no other way
 * in: the recipient's unit, how many letters wait, since when, and Segl's own address. No sender,
 * category, title, person or reference is in it, so that a notice in the wrong hands tells nothing
 * of what a letter says. The reminder of what waits where access is administered has as little, all
 * of it in {@link no.segl.app.notice.Duties}: units, what has changed there, and how much waits.
 * One text serves one letter or many, over any number of units. The package does not know who gets
 * a notice, and sends none.
 */
@NullMarked
package no.segl.app.notice;

import org.jspecify.annotations.NullMarked;
