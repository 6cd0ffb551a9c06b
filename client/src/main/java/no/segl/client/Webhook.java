package no.segl.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Checks what came to your webhook, in the form of Standard Webhooks: {@code webhook-id}, {@code
 * webhook-timestamp} and {@code webhook-signature}, which is HMAC-SHA256 over the id, the timestamp
 * and the body with dots between.
 */
public final class Webhook {

    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /**
     * Makes one.
     *
     * @param secret as Segl showed it when the webhook was made: {@code whsec_…}
     * @throws IllegalArgumentException if it is none
     */
    public Webhook(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the secret of a webhook");
        }
        key =
                new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring(PREFIX.length())),
                        "HmacSHA256");
    }

    /**
     * The event that came. It may have come before: remember the ids that you have handled.
     *
     * @param header gives a header of the request by its name; null if it is not there
     * @param body as it came, byte for byte
     * @param now the time, to which that of the signature must be within five minutes
     * @throws SeglException.NotSigned if it is not from Segl, or was sent long ago
     */
    public Event verify(Function<String, @Nullable String> header, byte[] body, Instant now) {
        String id = required(header, "webhook-id");
        String timestamp = required(header, "webhook-timestamp");
        String signatures = required(header, "webhook-signature");
        if (!timestamp.matches("[0-9]{1,11}")) {
            throw new SeglException.NotSigned("the timestamp is none");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            throw new SeglException.NotSigned("it was signed too long ago");
        }
        byte[] right = ("v1," + sign(id, timestamp, body)).getBytes(UTF_8);
        boolean signed = false;
        for (String one : signatures.split(" ", -1)) {
            signed |= MessageDigest.isEqual(right, one.getBytes(UTF_8));
        }
        if (!signed) {
            throw new SeglException.NotSigned("the signature is not made with this secret");
        }
        try {
            return Caller.JSON.readValue(body, Event.class);
        } catch (JacksonException e) {
            throw new SeglException.NotSegl("what was signed is no event");
        }
    }

    private String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is in every Java", e);
        }
    }

    private static String required(Function<String, @Nullable String> header, String name) {
        String value = header.apply(name);
        if (value == null || value.isEmpty()) {
            throw new SeglException.NotSigned("the header " + name + " is missing");
        }
        return value;
    }
}
