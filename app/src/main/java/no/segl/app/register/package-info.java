/**
 * The way out to Enhetsregisteret: units, those beneath them, key roles, bulk files and updates.
 *
 * <p>{@link no.segl.app.register.Register} is the port; {@link no.segl.app.register.HttpRegister}
 * asks the open API of Brønnøysundregistrene over HTTP, politely: one call at a time with a pause
 * between them, and longer when told to wait. What it gets is read with limits on size and time,
 * and what cannot be read is said to be so. Names and dates of birth of those who hold roles are
 * read past and never kept. The package stores nothing and decides nothing about what an answer
 * means.
 */
@NullMarked
package no.segl.app.register;

import org.jspecify.annotations.NullMarked;
