package no.segl.sandbox.maskinporten;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes tokens of one issuer, and tells whether one still holds. */
public final class Mint {

    private final String issuer;
    private final Keys keys;
    private final InstantSource time;
    private final Count count;

    /** How many tokens there have been, and how often all were ended. */
    private static final class Count {
        private final AtomicLong number = new AtomicLong();
        private final AtomicLong generation = new AtomicLong();
    }

    /** What is made of a text that should be a token. */
    public sealed interface Read {

        /** It holds. */
        record Holds(Token token) implements Read {}

        /** It does not. */
        record Not(String why) implements Read {}
    }

    public Mint(String issuer, Keys keys, InstantSource time) {
        this(issuer, keys, time, new Count());
    }

    private Mint(String issuer, Keys keys, InstantSource time, Count count) {
        this.issuer = issuer;
        this.keys = keys;
        this.time = time;
        this.count = count;
    }

    /** The same issuer, whose tokens somebody weighs by a clock of their own. */
    public Mint asReadBy(InstantSource clock) {
        return new Mint(issuer, keys, clock, count);
    }

    public String issuer() {
        return issuer;
    }

    public Keys keys() {
        return keys;
    }

    /** From now on no token that was made before holds. */
    public void endAll() {
        count.generation.incrementAndGet();
    }

    /** A token that says what {@code token} does, and {@code more}. */
    public String make(Token token, Duration lifetime, ObjectNode more) {
        Instant now = time.instant();
        ObjectNode claims =
                Json.object()
                        .put("iss", issuer)
                        .put("client_id", token.client())
                        .put("token_type", "Bearer")
                        .put("scope", String.join(" ", token.scopes().stream().sorted().toList()))
                        .put("iat", now.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("exp", now.plus(lifetime).getEpochSecond())
                        .put("jti", count.generation + "-" + count.number.incrementAndGet());
        claims.set("consumer", id(token.consumer()));
        token.systemUser()
                .ifPresent(user -> {
                    ObjectNode detail =
                            Json.object()
                                    .put("type", "urn:altinn:systemuser")
                                    .put("system_id", token.client());
                    detail.set("systemuser_id", Json.texts(List.of(user)));
                    detail.set("systemuser_org", id(token.acting()));
                    claims.set("authorization_details", Json.array().add(detail));
                });
        more.forEachEntry(claims::set);
        return Jwt.sign(keys, claims);
    }

    private static ObjectNode id(String organisation) {
        return Json.object()
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:" + organisation);
    }

    static String organisation(JsonNode id) {
        String text = id.path("ID").asString("");
        return text.substring(text.indexOf(':') + 1);
    }

    /** What a token of this issuer says, and whether it holds now. */
    public Read read(String text) {
        Optional<Jwt> jwt = Jwt.read(text);
        if (jwt.isEmpty()) {
            return new Read.Not("it is not a token");
        }
        JsonNode claims = jwt.get().claims();
        if (!claims.path("iss").asString("").equals(issuer)) {
            return new Read.Not("another made it");
        }
        if (!jwt.get().isSignedWith(keys.open())) {
            return new Read.Not("the signature is not right");
        }
        long now = time.instant().getEpochSecond();
        if (now >= claims.path("exp").asLong(0)) {
            return new Read.Not("it has expired");
        }
        if (now < claims.path("nbf").asLong(0)) {
            return new Read.Not("it does not hold yet");
        }
        if (!claims.path("jti").asString("").startsWith(count.generation + "-")) {
            return new Read.Not("it was ended");
        }
        return new Read.Holds(said(claims));
    }

    private Token said(JsonNode claims) {
        JsonNode detail = claims.path("authorization_details").path(0);
        Optional<String> user =
                Optional.of(detail.path("systemuser_id").path(0).asString(""))
                        .filter(id -> !id.isEmpty());
        return new Token(
                issuer,
                claims.path("client_id").asString(""),
                organisation(claims.path("consumer")),
                user,
                user.map(_ -> organisation(detail.path("systemuser_org"))),
                Set.copyOf(List.of(claims.path("scope").asString("").split(" ", -1))));
    }
}
