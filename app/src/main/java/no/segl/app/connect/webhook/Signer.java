package no.segl.app.connect.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent to webhooks (Standard Webhooks: HMAC-SHA256 over id, time and body). Each
 * webhook's secret is derived from a key of Segl's, so that none lies in the database.
 */
public final class Signer {

    /** What every secret begins with. */
    public static final String PREFIX = "whsec_";

    private static final String USE = "segl:webhook:secret:v1";

    private final BiFunction<String, byte[], byte[]> derive;

    /**
     * Makes one.
     *
     * @param derive gives 32 bytes for a use and something of that use
     */
    public Signer(BiFunction<String, byte[], byte[]> derive) {
        this.derive = derive;
    }

    private byte[] key(UUID webhook) {
        return derive.apply(USE, webhook.toString().getBytes(UTF_8));
    }

    /** The secret, as whoever checks signatures needs it. */
    public String secret(UUID webhook) {
        return PREFIX + Base64.getEncoder().encodeToString(key(webhook));
    }

    /** The header {@code webhook-signature}. */
    String signature(UUID webhook, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(webhook), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
