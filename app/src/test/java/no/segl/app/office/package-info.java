/**
 * Tests of the counter's parts that no request shows by itself, on a real vault and a real
 * database.
 *
 * <p>They choose limits, since the real ones take gigabytes to reach, and change the database
 * behind the vault's back, as whoever owns a database can. They refuse to know of HTTP and of who
 * may ask for what: whole exchanges are in {@code proof}.
 */
@NullMarked
package no.segl.app.office;

import org.jspecify.annotations.NullMarked;
