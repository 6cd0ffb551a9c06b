/**
 * Proof of what the counter's parts do with a real database and a real vault.
 *
 * <p>Somebody changes the one behind the back of the other, as whoever owns a database can, and it
 * is seen what is done about it. These tests refuse to know of HTTP, and of who may ask for what.
 */
@NullMarked
package no.segl.app.office;

import org.jspecify.annotations.NullMarked;
