package no.segl.proof.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An issuer of a test's own on a free port, and somebody who talks to it over HTTP. */
final class IssuerOnLoopback implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final String AUDIENCE = "http://localhost:8080/api";
    static final String SECRET = "hemmeleg=& ord";
    static final URI REDIRECT = URI.create("http://localhost:8080/login/oauth2/code/login");

    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Issuer issuer;
    private final HttpClient client = HttpClient.newHttpClient();

    private IssuerOnLoopback(Issuer issuer) {
        this.issuer = issuer;
    }

    static IssuerOnLoopback start(Path keys) throws IOException {
        return start(keys, 0, REDIRECT);
    }

    static IssuerOnLoopback start(Path keys, int port, URI redirect) throws IOException {
        return new IssuerOnLoopback(
                Issuer.start(
                        World.fjordvik(),
                        new Issuer.Settings(port, keys, AUDIENCE, List.of(redirect), SECRET),
                        InstantSource.fixed(NOW)));
    }

    Issuer issuer() {
        return issuer;
    }

    int port() {
        return issuer.loginIssuer().getPort();
    }

    /** What Segl asks the browser to ask for; change it before it is sent. */
    static Map<String, String> login() {
        return new TreeMap<>(
                Map.of(
                        "response_type", "code",
                        "client_id", "segl",
                        "redirect_uri", REDIRECT.toString(),
                        "scope", "openid profile",
                        "state", "st4te==",
                        "nonce", "n0nce",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    URI authorize(Map<String, String> query) {
        return URI.create(issuer.loginIssuer() + "/authorize?" + form(query));
    }

    HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI uri, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    URI machineTokens() {
        return URI.create(issuer.machineIssuer() + "/token");
    }

    URI loginTokens() {
        return URI.create(issuer.loginIssuer() + "/token");
    }

    /** A Basic header for client and secret, each percent-encoded first (RFC 6749, 2.3.1). */
    static String[] basic(String clientId, String secret) {
        String pair = encoded(clientId) + ":" + encoded(secret);
        return new String[] {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        };
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        issuer.close();
    }
}
