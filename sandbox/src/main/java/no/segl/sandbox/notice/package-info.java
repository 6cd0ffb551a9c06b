/**
 * Mail and SMS that neighbours send to recipients, as they would arrive.
 *
 * <p>Altinn and SvarUT notify an organisation at its registered addresses, whoever reads those;
 * here they arrive at one place where they can be read. Nothing leaves the machine. It knows
 * nothing of the letters that the notices are about but an id.
 */
@NullMarked
package no.segl.sandbox.notice;

import org.jspecify.annotations.NullMarked;
