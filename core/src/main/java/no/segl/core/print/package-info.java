/**
 * Paper: whether a letter can be printed, on how many sheets, and how far its print job has come.
 *
 * <p>A job is handed over once at most: the attempt is written down before anything is done, and
 * nothing is tried again until it is known that the attempt came to nothing. What the printer says
 * comes as receipts, which may arrive late, twice or in any order. A letter that is opened after
 * the order is stopped where it still can be. The package reads no PDF, knows no printer's address,
 * and keeps what is written in the envelope's window out of every fact.
 */
@NullMarked
package no.segl.core.print;

import org.jspecify.annotations.NullMarked;
