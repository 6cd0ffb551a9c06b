/**
 * The demo's world, as Enhetsregisteret has it.
 *
 * <p>The register itself is the sandbox's: {@link no.segl.sandbox.register.FakeRegister}. Here is
 * only what of the demo is in it. It knows nothing of what Segl does with it.
 */
@NullMarked
package no.segl.proof.register;

import org.jspecify.annotations.NullMarked;
