/**
 * The gate: what every request passes before anything else sees it.
 *
 * <p>{@link no.segl.app.gate.Chains} says who gets through with what, a machine with its token or a
 * person with a session; {@link no.segl.app.gate.RateLimit} says how often. Who somebody is comes
 * from {@code login}, how a refusal is worded from {@code api}, and neither of them knows the gate.
 * It refuses to know letters, rights and the database: passing it gives no access to anything.
 */
@NullMarked
package no.segl.app.gate;

import org.jspecify.annotations.NullMarked;
