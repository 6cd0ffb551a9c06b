/**
 * Tests of the door: what strangers get, and what they cannot make Segl keep. They speak HTTP to a
 * running Segl as a browser or a scanner does. They know nothing of how the door is built.
 */
@NullMarked
package no.segl.proof.door;

import org.jspecify.annotations.NullMarked;
