/**
 * A whole Segl for other tests to meet: the server, its database and vault, the token issuer, and
 * the demo's world in it.
 *
 * <p>Everything is real and runs in this process, on ports and folders of its own. What a test then
 * asks of it is that test's matter. One thing is checked for all of them, as it passes: that each
 * exchange is as the API's description says.
 */
@NullMarked
package no.segl.proof.running;

import org.jspecify.annotations.NullMarked;
