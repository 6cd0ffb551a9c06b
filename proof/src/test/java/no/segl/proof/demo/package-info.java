/**
 * Shows that the demo's world holds together, that its letters can be read, and that its issuer is
 * one which Segl can trust and test itself against. Everything runs for real: HTTP on the loopback
 * interface, the same token checks that Segl uses, a browser for the login page. Time alone is
 * given, so that a token's end can be tested without waiting. Nothing here starts Segl: it refuses
 * to know what Segl does with a person who has logged in.
 */
@NullMarked
package no.segl.proof.demo;

import org.jspecify.annotations.NullMarked;
