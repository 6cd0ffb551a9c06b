/**
 * The register: what Enhetsregisteret answers about units, compared with what Segl knows.
 *
 * <p>Each difference becomes one fact: a unit is new, has another name, stands elsewhere, is gone,
 * or somebody took or left a key role. An answer that the register does not know a unit says
 * nothing, since a unit may have been entered by hand. The facts hold numbers, codes and dates; a
 * unit's name may be a person's, so no name is among them. The package knows neither HTTP nor who
 * has access to what.
 */
@NullMarked
package no.segl.core.register;

import org.jspecify.annotations.NullMarked;
