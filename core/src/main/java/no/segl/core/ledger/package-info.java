/**
 * The ledger: what happened, who did it, by what right, and when; in order, for ever.
 *
 * <p>Entries form one chain per organisation. Each carries the digest of the one before it, so that
 * an edited, dropped or moved entry is found, and signed checkpoints say how long a chain was at a
 * time. The ledger knows nothing of letters or access: facts come to it as a type and plain values,
 * never content, a title, or a person's name or number. It keeps no clock and does no I/O.
 */
@NullMarked
package no.segl.core.ledger;

import org.jspecify.annotations.NullMarked;
