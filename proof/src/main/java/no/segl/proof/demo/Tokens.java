package no.segl.proof.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.segl.proof.demo.World.Machine;

/**
 * Makes a machine's access tokens, shaped as Maskinporten's are, and deliberately bad ones for
 * tests. Source of the shape: docs.digdir.no, "Token-endepunktet".
 */
public final class Tokens {

    /** How long a token lasts, 120 s: as short as Maskinporten's. */
    public static final Duration LIFETIME = Duration.ofMinutes(2);

    private final String issuer;
    private final String audience;
    private final RSAKey key;
    private final InstantSource clock;

    Tokens(String issuer, String audience, RSAKey key, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.key = key;
        this.clock = clock;
    }

    /** What can be wrong with a token; Segl must refuse each. */
    public enum Flaw {
        /** It ran out five minutes ago: longer than any tolerance for clocks that differ. */
        EXPIRED,
        /** It is meant for another service. */
        WRONG_AUDIENCE,
        /** It names another issuer, though the key is right. */
        WRONG_ISSUER,
        /** Its scope was changed after it was signed. */
        TAMPERED,
        /** It is not signed at all ({@code alg: none}). */
        UNSIGNED,
        /** It is signed with a key that the issuer has never published. */
        UNKNOWN_KEY,
        /** It is signed with such a key, and borrows the name of the published one. */
        BORROWED_KEY_ID,
        /** It is signed with HS256, the published key being the shared secret. */
        PUBLIC_KEY_AS_SECRET
    }

    /** A good token with everything that {@code machine} may ask for. */
    public String of(Machine machine) {
        return of(machine, machine.scopes());
    }

    /** A good token with these scopes, which need not be ones that the machine may have. */
    public String of(Machine machine, Collection<String> scopes) {
        return signed(claims(machine, scopes).build(), key, key.getKeyID());
    }

    /** A well-signed token whose claims are other than they should be. */
    public String changed(Machine machine, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change.apply(claims(machine, machine.scopes())).build(), key, key.getKeyID());
    }

    /** A token with one fault, and no other. */
    public String flawed(Machine machine, Flaw flaw) {
        JWTClaimsSet good = claims(machine, machine.scopes()).build();
        return switch (flaw) {
            case EXPIRED -> changed(machine, this::expired);
            case WRONG_AUDIENCE ->
                    changed(machine, claims -> claims.audience("https://other.example/api"));
            case WRONG_ISSUER ->
                    changed(machine, claims -> claims.issuer("https://other.example/issuer"));
            case TAMPERED ->
                    tampered(of(machine), claims(machine, List.of("segl:everything")).build());
            case UNSIGNED -> new PlainJWT(good).serialize();
            case UNKNOWN_KEY -> {
                RSAKey stranger = SigningKeys.fresh();
                yield signed(good, stranger, stranger.getKeyID());
            }
            case BORROWED_KEY_ID -> signed(good, SigningKeys.fresh(), key.getKeyID());
            case PUBLIC_KEY_AS_SECRET -> signedWithPublicKey(good);
        };
    }

    private JWTClaimsSet.Builder expired(JWTClaimsSet.Builder claims) {
        Instant end = clock.instant().minus(Duration.ofMinutes(5));
        return claims.issueTime(Date.from(end.minus(LIFETIME))).expirationTime(Date.from(end));
    }

    private JWTClaimsSet.Builder claims(Machine machine, Collection<String> scopes) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .claim("scope", String.join(" ", scopes))
                .claim("client_id", machine.clientId())
                .claim("client_amr", "client_secret")
                .claim("token_type", "Bearer")
                .claim(
                        "consumer",
                        Map.of(
                                "authority",
                                "iso6523-actorid-upis",
                                "ID",
                                "0192:" + machine.organisation()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static String tampered(String token, JWTClaimsSet other) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + Base64URL.encode(other.toString()) + "." + parts[2];
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String keyId) {
        try {
            return signed(claims, JWSAlgorithm.RS256, keyId, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private String signedWithPublicKey(JWTClaimsSet claims) {
        try {
            JWSSigner signer = new MACSigner(key.toRSAPublicKey().getEncoded());
            return signed(claims, JWSAlgorithm.HS256, key.getKeyID(), signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static String signed(
            JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(algorithm).keyID(keyId).type(JOSEObjectType.JWT).build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
