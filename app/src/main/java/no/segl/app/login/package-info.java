/**
 * Login: who is asking. People come through OpenID Connect, machines with a bearer token in the
 * form of Maskinporten's.
 *
 * <p>What comes out is an {@code Actor} and what the token lets it do; whether it may is for {@code
 * core} to decide. This package never sees a letter. A login that proves who somebody is gives them
 * no access; one that was asked for key roles, and tells of one, is handed on as just that.
 */
@NullMarked
package no.segl.app.login;

import org.jspecify.annotations.NullMarked;
