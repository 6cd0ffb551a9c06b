/**
 * What Segl can do on this machine, beside what the machine itself can do.
 *
 * <p>Segl runs as a process of its own, with a real embedded PostgreSQL, a file vault and real
 * tokens, and is asked over HTTP. Beside it stand the same inserts and commits sent straight to the
 * same database, and the same bytes encrypted by the JDK alone, measured in the same run: a figure
 * means something only next to those. Nothing here asserts; {@code docs/performance.md} keeps the
 * figures and says how they were made.
 */
@NullMarked
package no.segl.proof.bench;

import org.jspecify.annotations.NullMarked;
