/**
 * Histories: what the ledger says must have happened, against what the rows say is.
 *
 * <p>A row of a letter is nothing but the fold of its facts, kept so that questions are quick. Here
 * many random things are done to a real Segl, over HTTP and through its parts, and then each
 * letter's facts are read back from the ledger, folded anew, and held against its row. One seed
 * replays the same commands. Nothing here knows how Segl writes rows; it reads the tables as they
 * stand.
 */
@NullMarked
package no.segl.proof.history;

import org.jspecify.annotations.NullMarked;
