/**
 * Who there is: organisations and who may do what for them, all invented.
 *
 * <p>{@link no.segl.sandbox.party.Directory} is what Altinn's register, Enhetsregisteret and SvarUT
 * all know of an organisation. {@link no.segl.sandbox.party.Access} holds what was given to whom in
 * Altinn: by itself nobody may read confidential mail. {@link no.segl.sandbox.party.Seed} is the
 * world that the sandbox begins with. The numbers are of the series of synthetic ones (3), with
 * check digits that hold; no real organisation has one of them.
 */
@NullMarked
package no.segl.sandbox.party;

import org.jspecify.annotations.NullMarked;
