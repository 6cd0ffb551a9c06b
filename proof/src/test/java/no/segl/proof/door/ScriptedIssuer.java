package no.segl.proof.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect provider at which nobody logs in: it hands out for each code the very id token
 * that it was told to, however bad that is.
 */
final class ScriptedIssuer implements AutoCloseable {

    static final String CLIENT = "segl";
    static final String SECRET = "a-secret-of-the-scripted-issuer-for-tests";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<RSAKey> key;
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();

    ScriptedIssuer() throws IOException {
        key = new AtomicReference<>(freshKey());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Its name, as in {@code iss}. */
    URI name() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/op");
    }

    /** The key that it signs with, and whose public half it publishes. */
    RSAKey key() {
        return key.get();
    }

    /** From now on it has another key, and no longer publishes the one before. */
    void rotate() {
        key.set(freshKey());
    }

    static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * A code, for which it will hand out {@code idToken}.
     *
     * @param idToken none is handed out if it is empty
     */
    String code(String idToken) {
        String code = UUID.randomUUID().toString();
        Map<String, Object> answer = new ConcurrentHashMap<>();
        answer.put("access_token", "opens-nothing");
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 60);
        if (!idToken.isEmpty()) {
            answer.put("id_token", idToken);
        }
        answers.put(code, answer);
        return code;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/op/.well-known/openid-configuration" -> send(exchange, 200, description());
                case "/op/jwks" ->
                        send(exchange, 200, new JWKSet(key().toPublicJWK()).toJSONObject());
                case "/op/token" -> redeem(exchange, form);
                default -> send(exchange, 404, Map.of());
            }
        }
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer",
                name().toString(),
                "authorization_endpoint",
                name() + "/authorize",
                "token_endpoint",
                name() + "/token",
                "jwks_uri",
                name() + "/jwks",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"pairwise"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    private void redeem(HttpExchange exchange, String form) throws IOException {
        Matcher code = CODE.matcher(form);
        Map<String, Object> answer = code.find() ? answers.remove(code.group(1)) : null;
        if (answer == null) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            send(exchange, 200, answer);
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> json)
            throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
