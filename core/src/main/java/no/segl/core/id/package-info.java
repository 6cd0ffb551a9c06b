/**
 * The names of things: organisation numbers, letters, documents, persons, digests.
 *
 * <p>Each is a type of its own, so that a letter's name can never stand where a document's should.
 * A name knows whether it is well formed, and nothing about what it names. Nothing here reads a
 * clock or a random source: both come in as parameters.
 */
@NullMarked
package no.segl.core.id;

import org.jspecify.annotations.NullMarked;
