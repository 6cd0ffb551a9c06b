package no.segl.app.login;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks machines' tokens: signature, issuer, audience and time. */
public final class Tokens {

    /** How long a machine's token may still last. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private Tokens() {}

    /**
     * Checks tokens of one issuer. Its keys are fetched when the first token comes, not at start.
     *
     * <p>A bearer token is good for whoever has it, as often as they like, until it ends. So one
     * that is to last longer than {@link #LONGEST} is refused: Maskinporten's last two minutes.
     *
     * @param audience what a token must be meant for
     */
    public static JwtDecoder of(URI issuer, String audience, InstantSource clock) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build();
            OAuth2TokenValidator<Jwt> meantForUs =
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, aud -> aud != null && aud.contains(audience));
            decoder.setJwtValidator(
                    JwtValidators.createDefaultWithValidators(
                            List.of(
                                    inTime(clock),
                                    new JwtIssuerValidator(issuer.toString()),
                                    meantForUs,
                                    token -> endsSoon(token, clock))));
            return decoder;
        });
    }

    private static JwtTimestampValidator inTime(InstantSource clock) {
        JwtTimestampValidator inTime = new JwtTimestampValidator();
        inTime.setClock(clock.withZone(ZoneOffset.UTC));
        return inTime;
    }

    private static OAuth2TokenValidatorResult endsSoon(Jwt token, InstantSource clock) {
        @Nullable Instant end = token.getExpiresAt();
        return end != null && !end.isAfter(clock.instant().plus(LONGEST))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "it lasts too long", null));
    }

    /** Checks people's id tokens by the time of {@code clock}. */
    public static JwtDecoderFactory<ClientRegistration> ofPeople(InstantSource clock) {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwtValidatorFactory(registration -> {
            OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
            claims.setClock(clock.withZone(ZoneOffset.UTC));
            return JwtValidators.createDefaultWithValidators(List.of(inTime(clock), claims));
        });
        return factory;
    }

    /** For a Segl without a token issuer: no token is good. */
    public static JwtDecoder none() {
        return token -> {
            throw new BadJwtException("no token issuer is set");
        };
    }
}
