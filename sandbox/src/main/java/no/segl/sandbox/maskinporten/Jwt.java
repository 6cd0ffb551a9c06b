package no.segl.sandbox.maskinporten;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * A signed token (RFC 7519), RS256 alone.
 *
 * @param signed what the signature is over
 */
record Jwt(JsonNode header, JsonNode claims, String signed, String signature) {

    /** Signs {@code claims}. */
    static String sign(Keys keys, JsonNode claims) {
        JsonNode header = Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", keys.id());
        String signed = encoded(Json.bytes(header)) + "." + encoded(Json.bytes(claims));
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(keys.pair().getPrivate());
            rsa.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads a token, of whoever; empty if it is none. */
    static Optional<Jwt> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            Optional<JsonNode> header = Json.parse(decoder.decode(parts[0]));
            Optional<JsonNode> claims = Json.parse(decoder.decode(parts[1]));
            return header.flatMap(
                    h -> claims.map(c -> new Jwt(h, c, parts[0] + "." + parts[1], parts[2])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isSignedWith(PublicKey key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(signed.getBytes(StandardCharsets.US_ASCII));
            return rsa.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
