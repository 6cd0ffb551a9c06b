/**
 * Altinn Events: subscriptions, and CloudEvents that are pushed to them.
 *
 * <p>{@link no.segl.sandbox.events.EventWorld} takes what happened, finds who subscribes to it, and
 * plans a push to each; a push that fails is tried again on Altinn's schedule, and then given up
 * for ever. Turned so, it loses events, sends them twice, or late and so out of order. {@link
 * no.segl.sandbox.events.Pusher} sends what is due over HTTP; a simulation takes it itself. It
 * knows nothing of messages.
 */
@NullMarked
package no.segl.sandbox.events;

import org.jspecify.annotations.NullMarked;
