/**
 * The client library and the command line, against a Segl that runs.
 *
 * <p>What the guide shows of the library is compiled and run here. Nothing is faked between the
 * two, but for lines that break. It refuses to know how the library works inside.
 */
@NullMarked
package no.segl.proof.client;

import org.jspecify.annotations.NullMarked;
