/**
 * A client of Segl's API, for case systems and archives: sends letters, asks what became of them,
 * follows what happens, and checks what a webhook brings.
 *
 * <p>{@link no.segl.client.SeglClient} is where one begins. What Segl refuses is a {@link
 * no.segl.client.SeglException} with all that was wrong; what can safely be asked again is asked
 * again, politely. It refuses to know how you get your tokens, and where you keep keys and cursors:
 * that is with your cases. No machine can open a letter, so nothing here does.
 */
@NullMarked
package no.segl.client;

import org.jspecify.annotations.NullMarked;
