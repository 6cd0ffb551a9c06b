/**
 * Altinn 3: Correspondence with its oddities, the exchange of tokens, and Access Management.
 *
 * <p>{@link no.segl.sandbox.altinn.CorrespondenceWorld} is all messages and what happens to them,
 * in plain Java: a simulation asks it without a socket, and what is due happens when somebody
 * looks. {@link no.segl.sandbox.altinn.AltinnDoor} answers HTTP from it. It is made from what is
 * known of Altinn's code, faults included: the list gives no more than 1 000 ids and no page after
 * them, what is fetched is not read, and the current status is the highest number ever reached. It
 * knows nothing of SvarUT, and of who subscribes to events only that something happened.
 */
@NullMarked
package no.segl.sandbox.altinn;

import org.jspecify.annotations.NullMarked;
