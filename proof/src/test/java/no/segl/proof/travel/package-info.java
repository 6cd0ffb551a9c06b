/**
 * A letter's whole journey, in a real browser against a real Segl.
 *
 * <p>The server, its database and vault, and the demo's token issuer all run for real in this
 * process. What people see is asked of a browser, and what happened is asked of the ledger. Nothing
 * here knows how any part works inside.
 */
@NullMarked
package no.segl.proof.travel;

import org.jspecify.annotations.NullMarked;
