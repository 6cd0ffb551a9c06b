/**
 * The world that {@code ./segl demo} shows: invented organisations, people and letters, and the
 * local issuer that lets those people and their machines log in.
 *
 * <p>{@link no.segl.proof.demo.World} is plain data; {@link no.segl.proof.demo.SamplePdf} turns a
 * {@link no.segl.proof.demo.Paper} into a letter that can be read; {@link
 * no.segl.proof.demo.Issuer} speaks OpenID Connect for people and a token endpoint like
 * Maskinporten's for machines. All of it is invented: every organisation number lies in the
 * synthetic series, every name is of the kind that Tenor gives to test persons.
 *
 * <p>It lives outside the product on purpose: Segl itself must never hold the power to issue a
 * token. This package refuses to know how Segl stores, seals or decides anything; it only hands
 * over what somebody else loads through the front door.
 */
@NullMarked
package no.segl.proof.demo;

import org.jspecify.annotations.NullMarked;
