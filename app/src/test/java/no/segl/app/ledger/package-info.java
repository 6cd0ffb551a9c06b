/**
 * The exported ledger as a file: what is written is read again, damage in it is found and named,
 * and nothing that somebody puts into it makes the reader throw. A small sample is kept as it was
 * first written, so that a change of the format cannot pass unseen; a program that shares no code
 * with Segl checks it too. No database and no server is known here.
 */
@NullMarked
package no.segl.app.ledger;

import org.jspecify.annotations.NullMarked;
