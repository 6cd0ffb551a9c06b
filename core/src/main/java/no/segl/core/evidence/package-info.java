/**
 * What a letter's entries prove, for one end of it: each thing that happened, who did it by what
 * right, and which evidence event of ETSI EN 319 522 it corresponds to.
 *
 * <p>It decides what each end may be shown. An entry that names nobody of the other end is shown
 * whole, so that its hash can be worked out again; of one that does, the people are left out; of
 * what is only the other end's, nothing but number and hash is left. A kind of fact that is not in
 * {@code Kind} is shown to nobody. Nothing here knows files, keys or languages.
 */
@NullMarked
package no.segl.core.evidence;

import org.jspecify.annotations.NullMarked;
