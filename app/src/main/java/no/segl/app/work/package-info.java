/**
 * Work that falls due: looks at letters, destruction of what has been kept long enough, signed
 * checkpoints of the ledger, and the sweeping of what belongs to nobody.
 *
 * <p>The scheduler only wakes this up. What is due is a query over the letters, so a job that is
 * lost costs minutes and never a letter. Work is claimed before it is done, done through the same
 * door as everything else, and one item that fails never stops the rest.
 */
@NullMarked
package no.segl.app.work;

import org.jspecify.annotations.NullMarked;
