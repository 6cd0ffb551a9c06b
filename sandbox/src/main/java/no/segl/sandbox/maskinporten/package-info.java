/**
 * Maskinporten: tokens for machines.
 *
 * <p>A client signs a grant with a key that is registered for it, and gets a token for the scopes
 * that it may have. Tokens last for two minutes, unless a knob says otherwise, and can all be ended
 * at once. The sandbox's own clients share one key, which anybody may fetch: it protects nothing.
 * It knows nothing of what a token is used for.
 */
@NullMarked
package no.segl.sandbox.maskinporten;

import org.jspecify.annotations.NullMarked;
