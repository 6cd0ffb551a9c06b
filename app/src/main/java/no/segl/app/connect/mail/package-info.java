/**
 * E-mail, out and back: notices are handed to a relay, and what came of them is read from a
 * mailbox.
 *
 * <p>{@link no.segl.app.connect.mail.Mail} is the way out, over SMTP or, for trials, kept in
 * memory; {@link no.segl.app.connect.mail.Bounces} is the way back, reports of delivery read over
 * IMAP. An outcome is what the relay said and no more: accepted, refused with a code, or unknown
 * where the line was lost at a moment when either may be true. Every message bears an id that its
 * sender made, in its Message-ID and in the address that it bounces to, so that one sent twice is
 * seen to be the same, and a report finds its way home. No address, subject or content is logged or
 * put in an exception. The package does not know what a notice is, and signs nothing: the relay
 * does (DKIM).
 */
@NullMarked
package no.segl.app.connect.mail;

import org.jspecify.annotations.NullMarked;
