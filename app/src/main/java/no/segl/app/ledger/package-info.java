/**
 * The ledger outside the database: the key that signs its checkpoints, and the file in which it is
 * exported and verified.
 *
 * <p>The file's form is documented, so that anybody can write a verifier of their own. What an
 * entry is and when a ledger is intact is decided in {@code core}; this package only reads and
 * writes. It trusts nothing in a file that it reads.
 */
@NullMarked
package no.segl.app.ledger;

import org.jspecify.annotations.NullMarked;
