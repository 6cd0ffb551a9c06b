/**
 * The proof of one letter: a ZIP with a PDF for people, JSON for machines, the letter's entries as
 * far as who gets it may see them, and a signature over all of it. docs/api/proof-format.md
 * describes it.
 *
 * <p>It makes such a file and checks one, offline. The checker takes files from anyone: whatever is
 * in one becomes a flaw with a name, never an exception. Who may see what is decided in {@code
 * no.segl.core.evidence}; nothing here knows the database, Spring or the network.
 */
@NullMarked
package no.segl.app.evidence;

import org.jspecify.annotations.NullMarked;
