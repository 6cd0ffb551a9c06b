package no.segl.sandbox.maskinporten;

import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Neighbour;
import no.segl.sandbox.wire.Request;
import no.segl.sandbox.wire.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Maskinporten, with its clients. Source: docs.digdir.no, "JWT grant" and "/token endpoint". */
public final class Maskinporten implements Neighbour {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final long LONGEST_GRANT_SECONDS = 120;
    private static final long SKEW_SECONDS = 10;

    private final Mint mint;
    private final InstantSource time;
    private final Knobs knobs;
    private final Keys shared;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Routes routes = new Routes();

    /**
     * A client.
     *
     * @param organisation whose it is
     * @param scopes that it may have
     */
    public record Client(String id, String organisation, Set<String> scopes, RSAPublicKey key) {}

    /** A grant that is refused, as OAuth says it (RFC 6749, 5.2). */
    private static final class NoGrant extends RuntimeException {
        private final String error;

        NoGrant(String error, String why) {
            super(why);
            this.error = error;
        }

        Answer answer() {
            return Answer.json(
                    400, Json.object().put("error", error).put("error_description", getMessage()));
        }
    }

    /**
     * @param shared the key of all clients that were not given one of their own
     */
    public Maskinporten(Mint mint, Keys shared, InstantSource time, Knobs knobs) {
        this.mint = mint;
        this.shared = shared;
        this.time = time;
        this.knobs = knobs;
        routes.add("POST", "/token", call -> token(call.request()))
                .add("GET", "/jwk", _ -> Answer.json(200, mint.keys().jwks()))
                .add("GET", "/.well-known/oauth-authorization-server", _ -> metadata());
    }

    /** Registers a client with the key that all share. */
    public void register(String id, String organisation, Set<String> scopes) {
        register(new Client(id, organisation, Set.copyOf(scopes), shared.open()));
    }

    /** Registers a client, or changes it. */
    public synchronized void register(Client client) {
        clients.put(client.id(), client);
    }

    public synchronized List<Client> clients() {
        return List.copyOf(clients.values());
    }

    public Mint mint() {
        return mint;
    }

    public Keys sharedKey() {
        return shared;
    }

    /**
     * A signed grant such as a client of the sandbox would make, for those who have no program yet.
     *
     * @param systemUser the id of a system user of {@code of}, or empty
     */
    public String grant(
            String client, String scope, Optional<String> systemUser, Optional<String> of) {
        long now = time.instant().getEpochSecond();
        ObjectNode claims =
                Json.object()
                        .put("aud", mint.issuer())
                        .put("iss", client)
                        .put("scope", scope)
                        .put("iat", now)
                        .put("exp", now + LONGEST_GRANT_SECONDS)
                        .put("jti", "grant-" + now);
        if (systemUser.isPresent()) {
            ObjectNode detail =
                    Json.object()
                            .put("type", "urn:altinn:systemuser")
                            .put("externalRef", systemUser.get());
            detail.set(
                    "systemuser_org",
                    Json.object()
                            .put("authority", "iso6523-actorid-upis")
                            .put("ID", "0192:" + of.orElse("")));
            claims.set("authorization_details", Json.array().add(detail));
        }
        return Jwt.sign(shared, claims);
    }

    @Override
    public Answer answer(Request request) {
        return routes.answer(request).orElseGet(() -> Answer.empty(404));
    }

    private Answer metadata() {
        String base = mint.issuer();
        ObjectNode metadata =
                Json.object()
                        .put("issuer", base)
                        .put("token_endpoint", base + "token")
                        .put("jwks_uri", base + "jwk");
        metadata.set(
                "token_endpoint_auth_methods_supported", Json.texts(List.of("private_key_jwt")));
        metadata.set("grant_types_supported", Json.texts(List.of(GRANT)));
        metadata.set(
                "token_endpoint_auth_signing_alg_values_supported", Json.texts(List.of("RS256")));
        return Answer.json(200, metadata);
    }

    private Answer token(Request request) {
        Map<String, List<String>> form = Request.pairs(request.text());
        if (!form.getOrDefault("grant_type", List.of()).contains(GRANT)) {
            return new NoGrant("unsupported_grant_type", "grant_type must be " + GRANT).answer();
        }
        try {
            Token token = granted(form.getOrDefault("assertion", List.of("")).getFirst());
            var lifetime = knobs.duration(Knob.MASKINPORTEN_LIFETIME);
            return Answer.json(
                            200,
                            Json.object()
                                    .put("access_token", mint.make(token, lifetime, Json.object()))
                                    .put("token_type", "Bearer")
                                    .put("expires_in", lifetime.toSeconds())
                                    .put("scope", String.join(" ", token.scopes())))
                    .with("Cache-Control", "no-store");
        } catch (NoGrant e) {
            return e.answer();
        }
    }

    private Token granted(String assertion) {
        Jwt jwt = Jwt.read(assertion).orElseThrow(() -> invalid("it is not a JWT"));
        JsonNode claims = jwt.claims();
        Client client = client(claims.path("iss").asString(""));
        if (!jwt.isSignedWith(client.key())) {
            throw invalid("Client authentication failed");
        }
        if (!claims.path("aud").asString("").equals(mint.issuer())) {
            throw invalid("Invalid JWT claim aud: it must be " + mint.issuer());
        }
        checkTimes(claims);
        Set<String> scopes =
                new TreeSet<>(Arrays.asList(claims.path("scope").asString("").split(" ", -1)));
        if (!client.scopes().containsAll(scopes)) {
            throw new NoGrant("invalid_scope", "the client may not have all of these scopes");
        }
        JsonNode detail = claims.path("authorization_details").path(0);
        Optional<String> user =
                Json.text(detail, "type")
                        .filter("urn:altinn:systemuser"::equals)
                        .map(_ -> detail.path("externalRef").asString("systemuser"));
        return new Token(
                mint.issuer(),
                client.id(),
                client.organisation(),
                user,
                user.map(_ -> Mint.organisation(detail.path("systemuser_org"))),
                scopes);
    }

    private synchronized Client client(String id) {
        return Optional.ofNullable(clients.get(id))
                .orElseThrow(() -> new NoGrant("invalid_client", "there is no such client"));
    }

    private void checkTimes(JsonNode claims) {
        long now = time.instant().getEpochSecond();
        long made = claims.path("iat").asLong(0);
        long ends = claims.path("exp").asLong(0);
        if (made > now + SKEW_SECONDS) {
            throw invalid("iat is in the future");
        }
        if (ends <= now - SKEW_SECONDS || ends - made > LONGEST_GRANT_SECONDS) {
            throw invalid("it has expired, or lasts for more than 120 seconds");
        }
    }

    private static NoGrant invalid(String why) {
        return new NoGrant("invalid_grant", "Invalid assertion. " + why);
    }
}
