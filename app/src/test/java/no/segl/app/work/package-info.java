/**
 * Proof of the work that falls due, on a real database.
 *
 * <p>Each test puts rows into an embedded PostgreSQL and runs the work once, by hand. It refuses to
 * know of the scheduler: when work is woken is not what is proved here.
 */
@NullMarked
package no.segl.app.work;

import org.jspecify.annotations.NullMarked;
