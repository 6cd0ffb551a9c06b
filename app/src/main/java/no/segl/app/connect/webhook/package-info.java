/**
 * The way to webhooks: one POST to an address that an organisation has given, signed, in the form
 * of Standard Webhooks.
 *
 * <p>Whoever gives an address may mean to have Segl ask what only Segl can reach. So an address is
 * https, the machine that its name leads to is looked at when the connection is made, and must be
 * on the open internet; no redirect is followed, and nothing of an answer is kept but its status.
 * It refuses to know letters, and what an event says.
 */
@NullMarked
package no.segl.app.connect.webhook;

import org.jspecify.annotations.NullMarked;
