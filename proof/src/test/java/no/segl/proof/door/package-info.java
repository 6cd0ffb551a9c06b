/**
 * Tests of the door: what each kind of caller gets at each route, what strangers get and cannot
 * make Segl keep, and that what is read is what was this person's to read. {@code doors.txt} is the
 * table of routes and callers; a new route without a row there fails. They speak HTTP to a running
 * Segl as a browser, a machine or a scanner does, or call the post office on two nodes. What may be
 * read they work out anew, from the ledger alone; they know nothing of how the door decides.
 */
@NullMarked
package no.segl.proof.door;

import org.jspecify.annotations.NullMarked;
