/**
 * Markers: texts that must never stand in a log, and the search for them.
 *
 * <p>Tests that send letters put these markers in titles, file names, content and wherever else
 * something confidential could stand. Every module's tests write all that is logged to {@code
 * target/test-logs}. When all of them have run, a last test searches those files and fails the
 * build if a marker is there. It says in which file and line, and never what stands there. It does
 * not know which test planted what.
 */
@NullMarked
package no.segl.proof.marker;

import org.jspecify.annotations.NullMarked;
