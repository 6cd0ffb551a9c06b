/**
 * The house's habits as a test: what a reviewer would otherwise have to say again and again.
 *
 * <p>Each rule is one small object that looks at one file and names what it finds by file and line;
 * all findings of all rules are shown at once. A rule is proved to bite by a snippet that breaks
 * it. What the compiler, Error Prone, NullAway, the formatter or the walls in app's tests already
 * hold has no rule here. Nothing here knows what Segl does: it reads text, and Java as syntax only.
 */
@NullMarked
package no.segl.proof.tidy;

import org.jspecify.annotations.NullMarked;
