package no.segl.proof.demo;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The two ways in which Segl judges a token, with the test's time in place of the clock's. */
final class Checks {

    private Checks() {}

    /** The claims of an id token that nimbus finds good, keys fetched over HTTP. */
    static JWTClaimsSet idToken(Issuer issuer, String token) throws Exception {
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(URI.create(issuer.loginIssuer() + "/jwks").toURL()).build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        Issuer.LOGIN_CLIENT,
                        new JWTClaimsSet.Builder().issuer(issuer.loginIssuer().toString()).build(),
                        Set.of("sub", "iat", "exp", "nonce")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(IssuerOnLoopback.NOW);
                    }
                });
        return processor.process(token, null);
    }

    /** Spring Security's resource server, set up from the issuer's address alone. */
    static JwtDecoder resourceServer(Issuer issuer) {
        String location = issuer.machineIssuer().toString();
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setClock(Clock.fixed(IssuerOnLoopback.NOW, ZoneOffset.UTC));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(location).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        time,
                        new JwtIssuerValidator(location),
                        new JwtAudienceValidator(IssuerOnLoopback.AUDIENCE)));
        return decoder;
    }
}
