/**
 * Sessions of people who have logged in, kept in the database so that any node can serve them.
 *
 * <p>Spring Session keeps the rows; this package decides what may be in them and who may come with
 * them: what a session holds is sealed, only classes on a list are made from it again, and the
 * cookie carries a proof that a row alone does not give. It refuses to know letters and rights, and
 * which pages there are; the gate says who gets through with a session.
 */
@NullMarked
package no.segl.app.session;

import org.jspecify.annotations.NullMarked;
