package no.segl.app.login;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks machines' tokens: signature, issuer, audience and time. */
public final class Tokens {

    private Tokens() {}

    /**
     * Checks tokens of one issuer. Its keys are fetched when the first token comes, not at start.
     *
     * @param audience what a token must be meant for
     */
    public static JwtDecoder of(URI issuer, String audience) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build();
            OAuth2TokenValidator<Jwt> meantForUs =
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, aud -> aud != null && aud.contains(audience));
            OAuth2TokenValidator<Jwt> ends =
                    new JwtClaimValidator<>(JwtClaimNames.EXP, exp -> exp != null);
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(
                            JwtValidators.createDefaultWithIssuer(issuer.toString()),
                            meantForUs,
                            ends));
            return decoder;
        });
    }

    /** Checks people's id tokens by the time of {@code clock}. */
    public static JwtDecoderFactory<ClientRegistration> ofPeople(InstantSource clock) {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwtValidatorFactory(registration -> {
            OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
            claims.setClock(clock.withZone(ZoneOffset.UTC));
            JwtTimestampValidator inTime = new JwtTimestampValidator();
            inTime.setClock(clock.withZone(ZoneOffset.UTC));
            return JwtValidators.createDefaultWithValidators(List.of(inTime, claims));
        });
        return factory;
    }

    /** For a Segl without a token issuer: no token is good. */
    public static JwtDecoder none() {
        return token -> {
            throw new JwtException("no token issuer is set");
        };
    }
}
