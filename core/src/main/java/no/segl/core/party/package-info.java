/**
 * Parties: the organisations between which letters travel, and how they hang together.
 *
 * <p>A unit is a main unit, an organisation section or a sub-unit, as in Enhetsregisteret, and has
 * an organisation number of its own. This package knows who stands above whom. It does not know who
 * may do what there; that is access.
 */
@NullMarked
package no.segl.core.party;

import org.jspecify.annotations.NullMarked;
