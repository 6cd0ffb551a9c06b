/**
 * Tests of the gate: how often one client may ask, and what becomes of the others meanwhile. They
 * set the clock themselves and wait for nothing. They know nothing of letters, tokens or pages.
 */
@NullMarked
package no.segl.app.gate;

import org.jspecify.annotations.NullMarked;
