/**
 * The ledger as a file, and the key that signs its checkpoints.
 *
 * <p>An exported ledger is JSON Lines, described in docs/api/ledger-format.md. The reader takes
 * files from anywhere and anyone: whatever a line holds becomes a line that cannot be read, never
 * an exception, and it needs no more memory than the longest line that it allows. The writer writes
 * whatever it is given, sound or not, since a damaged ledger must be exported to be examined. What
 * a ledger's state means is decided in {@code no.segl.core.ledger.verification}; nothing here knows
 * the database, Spring or the network.
 */
@NullMarked
package no.segl.app.ledger;

import org.jspecify.annotations.NullMarked;
