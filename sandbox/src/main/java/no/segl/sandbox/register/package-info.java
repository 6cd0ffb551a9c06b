/**
 * A stand-in for Enhetsregisteret that speaks its HTTP, for the demo and for tests.
 *
 * <p>{@link no.segl.sandbox.register.RegisterBook} holds invented units and roles and writes down
 * each change; {@link no.segl.sandbox.register.FakeRegister} serves them as data.brreg.no does:
 * pages in HAL that end at 10 000, deleted and removed units, updates by id, and gzipped bulk
 * files. Told to, it has the troubles of a real server: too many calls, failures, slowness, and
 * answers that are cut short. It knows nothing of Segl, and no real unit.
 */
@NullMarked
package no.segl.sandbox.register;

import org.jspecify.annotations.NullMarked;
