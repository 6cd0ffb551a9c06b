/**
 * Shows that the demo's world holds together, that its letters can be read, and that its issuer is
 * one which Segl can trust and test itself against. Everything runs for real: HTTP on the loopback
 * interface, the same token checks that Segl uses, a browser for the login page.
 * Nothing here knows how Segl stores or decides.
 */
@NullMarked
package no.segl.proof.demo;

import org.jspecify.annotations.NullMarked;
