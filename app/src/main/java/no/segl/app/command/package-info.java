/**
 * The command line: starting Segl, and what its operator does beside it.
 *
 * <p>Each command says in words what it did or what is wrong, and ends with 0 when all is well, 1
 * when it found something, 2 when it could not do what was asked. Commands that need the database
 * work whether or not a Segl is running on it. Nothing here decides; it calls the same parts as the
 * API and the pages.
 */
@NullMarked
package no.segl.app.command;

import org.jspecify.annotations.NullMarked;
