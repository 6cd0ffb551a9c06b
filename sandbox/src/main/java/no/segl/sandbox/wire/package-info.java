/**
 * HTTP as the sandbox's neighbours see it, and all that goes wrong between them and whoever calls.
 *
 * <p>A {@link no.segl.sandbox.wire.Neighbour} answers a request, and knows of no socket. A {@link
 * no.segl.sandbox.wire.Line} leads to one, and has the {@link no.segl.sandbox.wire.Trouble}s it was
 * told to have: a simulation calls it directly, and sees a lost answer as one that is marked so. A
 * {@link no.segl.sandbox.wire.HttpDoor} puts a line on a port of this machine, and makes the same
 * troubles real. It knows nothing of what is asked or answered.
 */
@NullMarked
package no.segl.sandbox.wire;

import org.jspecify.annotations.NullMarked;
