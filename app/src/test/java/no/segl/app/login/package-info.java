/**
 * Tests of login: what a token tells, and what is not believed. They take claims as they would be
 * after the token's signature is verified. They ask no issuer and no database; proof does that.
 */
@NullMarked
package no.segl.app.login;

import org.jspecify.annotations.NullMarked;
