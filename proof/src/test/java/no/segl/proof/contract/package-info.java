/**
 * The API's description, held to the truth.
 *
 * <p>{@link no.segl.proof.contract.Description} reads {@code api/openapi.yaml}; {@link
 * no.segl.proof.contract.Contract} says where an exchange departs from it, and every exchange that
 * a test makes with a running Segl passes through it. The tests here hold the description to its
 * form, to the limits and codes in the code, and to the surface that clients rely on. They start
 * nothing; what really is answered is seen in {@code no.segl.proof.api}.
 */
@NullMarked
package no.segl.proof.contract;

import org.jspecify.annotations.NullMarked;
