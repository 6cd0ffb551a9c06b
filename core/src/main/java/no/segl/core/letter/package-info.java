/**
 * Letters: what one is, which states it goes through, and who may move it from one to the next.
 *
 * <p>Each state is a type of its own, and a state is a fold over the letter's facts in their order.
 * Deciding is pure: state, command, grants and time go in; facts and a reply come out. Reading
 * content is a command like the others: nothing is read that the ledger does not say. This package
 * never sees content, and the types that travel through it after acceptance have no title, so that
 * neither can leak from here. It does not know carriers, storage, HTTP or deadlines.
 */
@NullMarked
package no.segl.core.letter;

import org.jspecify.annotations.NullMarked;
