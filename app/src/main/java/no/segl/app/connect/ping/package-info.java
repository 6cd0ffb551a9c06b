/**
 * The dead man's switch: a sign of life to somebody outside, who raises the alarm when it stays
 * away.
 *
 * <p>A watcher that stops cannot say so itself. {@link no.segl.app.connect.ping.Ping} asks for one
 * address, with nothing in it but the question, and says whether it was answered. The package does
 * not know when Segl is well.
 */
@NullMarked
package no.segl.app.connect.ping;

import org.jspecify.annotations.NullMarked;
