/**
 * Webhooks: where an organisation wants to be told of what happens to its letters, and what is done
 * when whoever is there does not take it.
 *
 * <p>It decides who may make one and end it, so that the ledger says where what is known of letters
 * goes; and when an event is sent again, or set aside so that those after it come through. It
 * refuses to know addresses, secrets and how an event travels.
 */
@NullMarked
package no.segl.core.webhook;

import org.jspecify.annotations.NullMarked;
