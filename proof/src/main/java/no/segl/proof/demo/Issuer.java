package no.segl.proof.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponseKt;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The demo's own issuer, on the loopback interface only: {@code login} stands for ID-porten
 * (people, OpenID Connect), {@code maskinporten} for Maskinporten (machines).
 *
 * <p>Discovery, keys, codes and id tokens come from mock-oauth2-server. That library lets anyone in
 * as anyone, so this class opens only the paths that Segl needs, and {@link LoginDesk} and {@link
 * MachineDesk} check client, secret, redirect and PKCE before it is asked. It is answered over the
 * JDK's own server: the issuer's name is then what it was started with, whatever a request calls
 * it, and closing it frees the port at once.
 */
public final class Issuer implements AutoCloseable {

    /** The path of the issuer of people's id tokens. */
    public static final String LOGIN = "login";

    /** The path of the issuer of machines' access tokens. */
    public static final String MASKINPORTEN = "maskinporten";

    /** Segl's client id at {@link #LOGIN}. */
    public static final String LOGIN_CLIENT = "segl";

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int ID_TOKEN_SECONDS = 600;
    private static final Logger LOG = System.getLogger(Issuer.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpUrl base;
    private final Route library;
    private final LoginDesk login;
    private final MachineDesk machines;
    private final Tokens tokens;

    /**
     * How the issuer is to be.
     *
     * @param port where it listens on 127.0.0.1; 0 for any free port
     * @param keys the folder of its signing keys, which are made there at the first start
     * @param audience the {@code aud} of a machine's token: the resource that it opens
     * @param redirects where people may be sent after login, exactly; after logout they may go
     *     anywhere on the same origins
     * @param secret the password of every client, Segl's and the machines'. It guards invented data
     *     and may be printed
     */
    public record Settings(
            int port, Path keys, String audience, List<URI> redirects, String secret) {

        public Settings {
            redirects = List.copyOf(redirects);
        }
    }

    private Issuer(HttpServer server, World world, Settings settings, InstantSource clock)
            throws IOException {
        this.server = server;
        this.base = HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort());
        SigningKeys keys = SigningKeys.in(settings.keys());
        this.tokens =
                new Tokens(
                        machineIssuer().toString(),
                        settings.audience(),
                        keys.key(MASKINPORTEN),
                        clock);
        this.library = library(keys, loginIssuer(), clock);
        this.login = new LoginDesk(world, settings, library, clock);
        this.machines = new MachineDesk(world, settings, tokens);
    }

    /**
     * Starts to answer.
     *
     * @param clock the time that goes into tokens
     * @throws java.net.BindException if the port is taken
     * @throws IOException if the keys cannot be read or made
     */
    public static Issuer start(World world, Settings settings, InstantSource clock)
            throws IOException {
        HttpServer server = Loopback.server(settings.port());
        try {
            Issuer issuer = new Issuer(server, world, settings, clock);
            server.createContext("/", issuer::handle);
            server.setExecutor(issuer.threads);
            server.start();
            return issuer;
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    private static Route library(SigningKeys keys, URI loginIssuer, InstantSource clock) {
        // The access token of a login opens nothing but the issuer's own userinfo.
        DefaultOAuth2TokenCallback people =
                new DefaultOAuth2TokenCallback(
                        LOGIN,
                        "",
                        "JWT",
                        List.of(loginIssuer.toString()),
                        Map.of(),
                        ID_TOKEN_SECONDS);
        OAuth2TokenProvider provider = new OAuth2TokenProvider(keys, clock::instant);
        OAuth2Config config = new OAuth2Config(true, null, null, false, provider, Set.of(people));
        return new OAuth2HttpRequestHandler(config).getAuthorizationServer();
    }

    /** The issuer of people's id tokens, as in their {@code iss}. */
    public URI loginIssuer() {
        return base.uri().resolve("/" + LOGIN);
    }

    /** The issuer of machines' access tokens, as in their {@code iss}. */
    public URI machineIssuer() {
        return base.uri().resolve("/" + MASKINPORTEN);
    }

    /** Tokens without asking over HTTP: good ones and bad ones. */
    public Tokens tokens() {
        return tokens;
    }

    /** Stops at once; the port is free when this returns. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private OAuth2HttpResponse answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return new OAuth2HttpResponse(Headers.of(), 413, "too large", null);
        }
        if (!Loopback.isOurs(exchange)) {
            return new OAuth2HttpResponse(Headers.of(), 421, "not this host", null);
        }
        try {
            return route(request(exchange, new String(body, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            return new OAuth2HttpResponse(Headers.of(), 400, "malformed request", null);
        } catch (RuntimeException e) {
            // Its message may hold what was asked, so only its kind and place are told.
            LOG.log(
                    Level.ERROR,
                    "the issuer failed: {0} at {1}",
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return new OAuth2HttpResponse(Headers.of(), 500, "the issuer failed", null);
        }
    }

    private OAuth2HttpResponse route(OAuth2HttpRequest request) {
        return switch (request.getMethod() + " " + request.getOriginalUrl().encodedPath()) {
            case "GET /login/.well-known/openid-configuration",
                    "GET /login/jwks",
                    "GET /login/userinfo",
                    "GET /maskinporten/.well-known/openid-configuration",
                    "GET /maskinporten/.well-known/oauth-authorization-server",
                    "GET /maskinporten/jwks" ->
                    library.invoke(request);
            case "GET /login/authorize" -> login.ask(request);
            case "POST /login/authorize" -> login.choose(request);
            case "POST /login/token" -> login.redeem(request);
            case "GET /login/endsession", "POST /login/endsession" -> login.end(request);
            case "POST /maskinporten/token" -> machines.issue(request);
            default -> OAuth2HttpResponseKt.notFound("nothing here");
        };
    }

    /** The request as the library reads it, under the issuer's own name and without the rest. */
    private OAuth2HttpRequest request(HttpExchange exchange, String body) {
        Headers.Builder headers =
                new Headers.Builder().add("Host", base.host() + ":" + base.port());
        for (String name : List.of("Authorization", "Content-Type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> headers.add(name, value));
        }
        URI asked = exchange.getRequestURI();
        HttpUrl url =
                base.newBuilder()
                        .encodedPath(asked.getRawPath())
                        .encodedQuery(asked.getRawQuery())
                        .build();
        return new OAuth2HttpRequest(headers.build(), exchange.getRequestMethod(), url, body);
    }

    private static void send(HttpExchange exchange, OAuth2HttpResponse answer) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        answer.getHeaders()
                .forEach(header ->
                        exchange.getResponseHeaders().set(header.getFirst(), header.getSecond()));
        String text = answer.getBody();
        byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.getStatus(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
