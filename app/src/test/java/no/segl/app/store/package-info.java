/**
 * Shows that the embedded database starts on whatever a Segl that was killed, or a machine that
 * lost its power, has left in its folder. The database and its processes are real. What is in its
 * tables is the business of others.
 */
@NullMarked
package no.segl.app.store;

import org.jspecify.annotations.NullMarked;
