/**
 * Hostile input: what no honest client sends.
 *
 * <p>Broken, huge, slow, lying and tricking requests go to a whole Segl over HTTP or a bare socket.
 * Each must be answered with a problem that says what is wrong and repeats nothing of it, or be
 * stored harmlessly; none may leave a letter or a file behind, and Segl must answer the next client
 * as if nothing had been. The tests know the API and the folder of the vault, and nothing of how
 * Segl guards itself.
 */
@NullMarked
package no.segl.proof.hostile;

import org.jspecify.annotations.NullMarked;
