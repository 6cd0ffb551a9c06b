/**
 * Webhooks end to end: a Segl that runs, and a real HTTP server that takes what it sends, or does
 * not.
 *
 * <p>Each event comes at least once, with the same id, in the order of its letter, signed; what
 * does not come through is seen and can be sent again. It refuses to know how a round is woken.
 */
@NullMarked
package no.segl.proof.webhook;

import org.jspecify.annotations.NullMarked;
