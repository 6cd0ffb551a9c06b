/**
 * Access: who may read, send and oversee, and by what right.
 *
 * <p>Nobody may do anything by default, whatever role they have in their organisation. A grant
 * gives one person one power at one unit, for reading within one category. Every question is
 * answered by a {@link Clearance}, which says by what right, or why not. The package knows nothing
 * of single letters, of logins, or of where grants are kept; the time is always given.
 */
@NullMarked
package no.segl.core.access;

import org.jspecify.annotations.NullMarked;
