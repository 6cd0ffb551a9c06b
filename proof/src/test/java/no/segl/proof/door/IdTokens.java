package no.segl.proof.door;

import com.nimbusds.jose.JOSEException;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.params.provider.Arguments;

/** People's id tokens of a scripted provider: a good one, and others with one fault each. */
final class IdTokens {

    private static final String ELSEWHERE = "https://other.example/op";

    private final ScriptedIssuer issuer;

    IdTokens(ScriptedIssuer issuer) {
        this.issuer = issuer;
    }

    /** Makes an id token for a login that Segl has asked for with a nonce. */
    interface Make {
        String token(IdTokens at, String nonce) throws JOSEException;
    }

    /** Those that must be refused, one fault each, by name. */
    static Stream<Arguments> refused() {
        return Stream.concat(
                Stream.of(
                        claims("run out", c -> times(c, Duration.ofMinutes(-15))),
                        claims("no end", c -> c.expirationTime(null)),
                        claims("made in time to come", c -> c.issueTime(in(10))),
                        claims("no time at which it was made", c -> c.issueTime(null)),
                        claims("not yet valid", c -> c.notBeforeTime(in(10))),
                        claims("another audience", c -> c.audience("another-client")),
                        claims("no audience", c -> c.audience((String) null)),
                        claims("two audiences, and not for whom", c -> c.audience(two())),
                        claims(
                                "two audiences, for the other",
                                c -> c.audience(two()).claim("azp", "another-client")),
                        claims("for another client", c -> c.claim("azp", "another-client")),
                        claims("another issuer", c -> c.issuer(ELSEWHERE)),
                        claims("no issuer", c -> c.issuer(null)),
                        claims("another nonce", c -> c.claim("nonce", "another")),
                        claims("no nonce", c -> c.claim("nonce", null)),
                        claims("a lower level", c -> c.claim("acr", "idporten-loa-substantial")),
                        claims("no level", c -> c.claim("acr", null)),
                        claims("nobody's", c -> c.subject(null)),
                        claims("not when they logged in", c -> c.claim("auth_time", null)),
                        claims(
                                "a login of yesterday",
                                c -> c.claim("auth_time", now().getEpochSecond() - 86_400))),
                Stream.of(
                        made("not signed", (at, n) -> new PlainJWT(at.claims(n)).serialize()),
                        made(
                                "signed with the public key as a secret",
                                (at, n) -> at.mac(n, at.publicKey())),
                        made(
                                "signed with the client's secret",
                                (at, n) ->
                                        at.mac(
                                                n,
                                                ScriptedIssuer.SECRET.getBytes(
                                                        StandardCharsets.UTF_8))),
                        made(
                                "signed with a key that is not known",
                                (at, n) -> {
                                    RSAKey stranger = ScriptedIssuer.freshKey();
                                    return sign(at.claims(n), stranger, stranger.getKeyID());
                                }),
                        made(
                                "signed with such a key under the known one's name",
                                (at, n) ->
                                        sign(
                                                at.claims(n),
                                                ScriptedIssuer.freshKey(),
                                                at.issuer.key().getKeyID())),
                        made("changed after it was signed", IdTokens::tampered),
                        made("no token at all", (_, _) -> ""),
                        made("no token's form", (_, _) -> "a.b.c")));
    }

    private static Arguments claims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return made(
                name,
                (at, nonce) -> {
                    JWTClaimsSet changed =
                            change.apply(new JWTClaimsSet.Builder(at.claims(nonce))).build();
                    return sign(changed, at.issuer.key(), at.issuer.key().getKeyID());
                });
    }

    private static Arguments made(String name, Make make) {
        return Arguments.of(name, make);
    }

    private static Instant now() {
        return RunningSegl.CLOCK.instant();
    }

    private static Date in(int minutes) {
        return Date.from(now().plus(Duration.ofMinutes(minutes)));
    }

    private static JWTClaimsSet.Builder times(JWTClaimsSet.Builder claims, Duration later) {
        Instant made = now().plus(later);
        return claims.issueTime(Date.from(made))
                .expirationTime(Date.from(made.plus(Duration.ofMinutes(10))));
    }

    /** Segl and another. */
    static List<String> two() {
        return List.of(ScriptedIssuer.CLIENT, "another-client");
    }

    /** What a good one says. */
    JWTClaimsSet claims(String nonce) {
        return times(new JWTClaimsSet.Builder(), Duration.ZERO)
                .issuer(issuer.name().toString())
                .subject("somebody")
                .audience(ScriptedIssuer.CLIENT)
                .claim("nonce", nonce)
                .claim("acr", "idporten-loa-high")
                .claim("auth_time", now().getEpochSecond())
                .build();
    }

    /** A good one. */
    String good(String nonce) throws JOSEException {
        return sign(claims(nonce), issuer.key(), issuer.key().getKeyID());
    }

    /** The word that a login has ended there. */
    JWTClaimsSet.Builder ended() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.name().toString())
                .audience(ScriptedIssuer.CLIENT)
                .subject("somebody")
                .issueTime(Date.from(now()))
                .expirationTime(in(2))
                .jwtID(UUID.randomUUID().toString())
                .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    static String sign(JWTClaimsSet claims, RSAKey key, String name) throws JOSEException {
        return sign(claims, JWSAlgorithm.RS256, name, new RSASSASigner(key));
    }

    private static String sign(
            JWTClaimsSet claims, JWSAlgorithm algorithm, String name, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(name).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private byte[] publicKey() throws JOSEException {
        return issuer.key().toRSAPublicKey().getEncoded();
    }

    private String mac(String nonce, byte[] secret) throws JOSEException {
        return sign(
                claims(nonce), JWSAlgorithm.HS256, issuer.key().getKeyID(), new MACSigner(secret));
    }

    private String tampered(String nonce) throws JOSEException {
        String[] parts = good(nonce).split("\\.", -1);
        JWTClaimsSet other =
                new JWTClaimsSet.Builder(claims(nonce)).subject("somebody-else").build();
        return parts[0] + "." + Base64URL.encode(other.toString()) + "." + parts[2];
    }
}
