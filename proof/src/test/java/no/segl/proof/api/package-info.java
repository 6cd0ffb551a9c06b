/**
 * The API as a stranger meets it: over HTTP, with real tokens, against a running Segl.
 *
 * <p>One Segl is started for all of these tests, with its database, vault and token issuer. They
 * say what is answered to whom, and what is in the ledger after. They do not look inside any part.
 */
@NullMarked
package no.segl.proof.api;

import org.jspecify.annotations.NullMarked;
