package no.segl.sandbox.maskinporten;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * RSA keys of the sandbox. They follow from a seed and a name, so that a client keeps its settings
 * when the sandbox is started anew; they must protect nothing.
 */
public final class Keys {

    private static final int BITS = 2048;

    /** To make one takes a good part of a second. */
    private static final Map<String, Keys> MADE = new ConcurrentHashMap<>();

    private final String id;
    private final KeyPair pair;

    private Keys(String id, KeyPair pair) {
        this.id = id;
        this.pair = pair;
    }

    /** The key of that seed and name, which is its id too. */
    public static Keys of(long seed, String name) {
        return MADE.computeIfAbsent(seed + ":" + name, start -> make(start, name));
    }

    private static Keys make(String start, String name) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(start.getBytes(StandardCharsets.UTF_8));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return new Keys(name, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    public String id() {
        return id;
    }

    KeyPair pair() {
        return pair;
    }

    public RSAPublicKey open() {
        return (RSAPublicKey) pair.getPublic();
    }

    /** The private key, as openssl reads it. */
    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** The public key, as a set of keys in JSON (RFC 7517). */
    public ObjectNode jwks() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        ObjectNode key =
                Json.object()
                        .put("kty", "RSA")
                        .put("use", "sig")
                        .put("alg", "RS256")
                        .put("kid", id)
                        .put("n", encoder.encodeToString(unsigned(open().getModulus())))
                        .put("e", encoder.encodeToString(unsigned(open().getPublicExponent())));
        ObjectNode set = Json.object();
        set.set("keys", Json.array().add(key));
        return set;
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** The key that a JWK describes, or empty if it is no RSA key. */
    public static Optional<RSAPublicKey> read(JsonNode jwk) {
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            RSAPublicKeySpec spec =
                    new RSAPublicKeySpec(
                            new BigInteger(1, decoder.decode(jwk.path("n").asString(""))),
                            new BigInteger(1, decoder.decode(jwk.path("e").asString(""))));
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
