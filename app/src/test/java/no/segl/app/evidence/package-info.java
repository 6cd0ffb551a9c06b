/**
 * Proofs of letters, made and then tampered with in every part. What a checker meets is a file on
 * the disk, as whoever got one has it. Nothing here knows a database or a running Segl.
 */
@NullMarked
package no.segl.app.evidence;

import org.jspecify.annotations.NullMarked;
