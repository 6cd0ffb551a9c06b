package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Account;
import no.segl.sandbox.svarut.Account.Integration;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox on real ports, as whoever integrates with it uses it. */
class SandboxTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox = start();

    private static Sandbox start() {
        try {
            return new Sandbox(
                    "127.0.0.1",
                    Sandbox.Ports.free(),
                    SandboxClock.standingAt(Trial.START),
                    new Knobs(),
                    1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void isOpen() {
        assertThat(sandbox.addresses())
                .containsOnlyKeys(
                        "control", "maskinporten", "altinn", "svarut", "enhetsregisteret");
    }

    @AfterEach
    void close() {
        sandbox.close();
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String neighbour, String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri(neighbour) + path));
    }

    private JsonNode control(String method, String path, Object body) throws Exception {
        HttpResponse<String> answer =
                send(
                        to("control", path)
                                .method(method, BodyPublishers.ofByteArray(Json.bytes(body))));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
    }

    private String token(String client, String scope) throws Exception {
        String grant =
                send(to(
                                "control",
                                "/maskinporten/grant?client="
                                        + client
                                        + "&scope="
                                        + URLEncoder.encode(scope, StandardCharsets.UTF_8)))
                        .body();
        String form = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" + grant;
        HttpResponse<String> answer =
                send(
                        to("maskinporten", "/token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        return json(answer).path("access_token").asString("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private HttpRequest.Builder altinn(String client, String path) throws Exception {
        String scopes =
                "altinn:correspondence.write altinn:correspondence.read altinn:events.subscribe";
        String token =
                send(to("altinn", "/authentication/api/v1/exchange/maskinporten")
                                .header("Authorization", "Bearer " + token(client, scopes)))
                        .body();
        return to("altinn", path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String sentToPolice() throws Exception {
        HttpResponse<String> answer =
                send(
                        altinn(Clients.MUNICIPALITY, Trial.CORRESPONDENCE)
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                Json.bytes(
                                                        Trial.message(
                                                                Resources.MUNICIPAL,
                                                                true,
                                                                Seed.POLICE)))));
        return json(answer).path("correspondences").path(0).path("correspondenceId").asString("");
    }

    private JsonNode advance(String by) throws Exception {
        return control("PUT", "/clock", Json.object().put("advance", by));
    }

    @Test
    void theThinnestWayThroughAltinn() throws Exception {
        String id = sentToPolice();
        advance("PT1M");
        assertThat(send(altinn(Clients.POLICE, Trial.one(id) + "/content")).body())
                .isEqualTo("Hei.");
        JsonNode seen = json(send(altinn(Clients.MUNICIPALITY, Trial.one(id))));
        assertThat(seen.path("status").asString("")).isEqualTo("Read");
        JsonNode list =
                json(
                        send(
                                altinn(
                                        Clients.MUNICIPALITY,
                                        Trial.CORRESPONDENCE
                                                + "?resourceId="
                                                + Resources.MUNICIPAL
                                                + "&role=Sender&status=Read")));
        assertThat(list.path("ids").path(0).asString("")).isEqualTo(id);
        assertThat(control("GET", "/truth/altinn", "").path(0).path("isRead").asBoolean()).isTrue();
    }

    @Test
    void theThinnestWayThroughSvarUt() throws Exception {
        HttpRequest.Builder sent =
                fiks("/api/v3/kontoer/" + Account.DIGITAL + "/forsendelser/organisasjon")
                        .header("Content-Type", "multipart/form-data; boundary=grense")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        Trial.body(
                                                "",
                                                Json.bytes(Trial.letter(Seed.POLICE)),
                                                Trial.PDF)));
        String id = json(send(sent)).path("id").asString("");
        advance("PT1M");
        assertThat(status(id)).isEqualTo("LEVERT_ALTINN");
        String message = control("GET", "/truth/svarut", "").path(0).path("inAltinn").asString("");
        control("POST", "/altinn/" + message + "/read", "");
        assertThat(status(id)).isEqualTo("LEST");
    }

    private HttpRequest.Builder fiks(String path) throws Exception {
        return to("svarut", path)
                .header("Authorization", "Bearer " + token(Clients.VENDOR, "ks:fiks"))
                .header("IntegrasjonId", Integration.VENDOR.toString())
                .header("IntegrasjonPassord", Integration.PASSWORD);
    }

    private String status(String id) throws Exception {
        ObjectNode asked = Json.object();
        asked.set("id", Json.array().add(id));
        return json(send(
                        fiks("/api/v3/kontoer/" + Account.DIGITAL + "/forsendelser/status/sok")
                                .POST(BodyPublishers.ofByteArray(Json.bytes(asked)))))
                .path("statuser")
                .path(0)
                .path("status")
                .asString("");
    }

    @Test
    void aLostAnswerIsALineThatBreaks() throws Exception {
        control(
                "POST",
                "/troubles/altinn",
                Json.object()
                        .put("trouble", "lostAnswer")
                        .put("part", "POST " + Trial.CORRESPONDENCE));
        assertThatThrownBy(this::sentToPolice).isInstanceOf(IOException.class);
        assertThat(control("GET", "/truth/altinn", "").size()).as("it was sent").isOne();
        control(
                "POST",
                "/troubles/altinn",
                Json.object().put("trouble", "tooMany=9").put("share", 1));
        HttpResponse<String> answer = send(to("altinn", "/health"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("9");
        control("DELETE", "/troubles/altinn", "");
        assertThat(send(to("altinn", "/health")).body()).isEqualTo("Healthy");
        assertThat(control("GET", "/asked/altinn", "").valueStream().map(JsonNode::stringValue))
                .contains("GET /health");
    }

    @Test
    void eventsArePushedToAnAddress() throws Exception {
        BlockingQueue<String> come = new LinkedBlockingQueue<>();
        HttpServer mine =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mine.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        come.add(
                                exchange.getRequestHeaders().getFirst("Content-Type")
                                        + " "
                                        + new String(
                                                exchange.getRequestBody().readAllBytes(),
                                                StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        mine.start();
        try {
            ObjectNode wanted =
                    Json.object()
                            .put(
                                    "endPoint",
                                    "http://127.0.0.1:" + mine.getAddress().getPort() + "/")
                            .put("resourceFilter", "urn:altinn:resource:" + Resources.MUNICIPAL)
                            .put(
                                    "subjectFilter",
                                    "urn:altinn:organization:identifier-no:" + Seed.MUNICIPALITY);
            send(
                    altinn(Clients.MUNICIPALITY, "/events/api/v1/subscriptions")
                            .POST(BodyPublishers.ofByteArray(Json.bytes(wanted))));
            assertThat(come.poll(30, TimeUnit.SECONDS))
                    .startsWith("application/cloudevents+json")
                    .contains("platform.events.validatesubscription");
            sentToPolice();
            assertThat(come.poll(30, TimeUnit.SECONDS)).contains("correspondenceinitialized");
        } finally {
            mine.stop(0);
        }
    }

    @Test
    void whatIsTurnedWronglyIsSaid() throws Exception {
        wrong(
                "PUT",
                "/knobs",
                Json.object().put("altinn.list.share", "2"),
                "altinn.list.share cannot be 2");
        wrong("PUT", "/knobs", Json.object().put("altinn.what", "2"), "there is no altinn.what");
        wrong("POST", "/troubles/nav", Json.object().put("trouble", "503"), "no neighbour nav");
        wrong(
                "POST",
                "/troubles/altinn",
                Json.object().put("trouble", "fire"),
                "fire is no trouble");
        wrong("PUT", "/clock", Json.object().put("instant", "soon"), "soon");
    }

    private void wrong(String method, String path, Object body, String why) throws Exception {
        HttpResponse<String> answer =
                send(
                        to("control", path)
                                .method(method, BodyPublishers.ofByteArray(Json.bytes(body))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("wrong").asString("")).contains(why);
    }

    @Test
    void everythingElseOfTheControlSurface() throws Exception {
        assertThat(
                        control("PUT", "/knobs", Json.object().put("events.lost", "0.5"))
                                .valueStream()
                                .filter(k -> k.path("name").asString("").equals("events.lost"))
                                .map(k -> k.path("value").asString("")))
                .containsExactly("0.5");
        control("DELETE", "/knobs", "");
        control("PUT", "/clock", Json.object().put("stands", false));
        assertThat(control("GET", "/clock", "").path("stands").asBoolean(true)).isFalse();
        ObjectNode skew = Json.object();
        skew.set("skew", Json.object().put("altinn", "PT5M"));
        assertThat(control("PUT", "/clock", skew).at("/skew/altinn").asString(""))
                .isEqualTo("PT5M");
        control("POST", "/tokens/end", "");
        ObjectNode given =
                Json.object()
                        .put("from", Seed.HOSPITAL)
                        .put("to", Seed.HOSPITAL)
                        .put("what", Resources.MUNICIPAL);
        control("POST", "/access", given);
        assertThat(control("GET", "/access/" + Seed.HOSPITAL, "").size()).isEqualTo(2);
        control("DELETE", "/access", given);
        assertThat(control("GET", "/access/" + Seed.HOSPITAL, "").size()).isOne();
        ObjectNode none = Json.object();
        none.set("roles", Json.array());
        assertThat(control("PUT", "/organisations/" + Seed.POLICE, none).path("roles")).isEmpty();
        assertThat(control("GET", "/organisations", "").size()).isEqualTo(17);
        assertThat(control("GET", "/maskinporten/clients", "").size()).isEqualTo(5);
        assertThat(send(to("control", "/maskinporten/key")).body())
                .startsWith("-----BEGIN " + "PRIVATE KEY-----");
        assertThat(control("GET", "/", "").at("/addresses/svarut").asString(""))
                .isEqualTo(sandbox.uri("svarut").toString());
    }

    @Test
    void theRegisterHasTheSameOrganisations() throws Exception {
        HttpResponse<String> unit =
                send(
                        HttpRequest.newBuilder(
                                URI.create(
                                        sandbox.uri("enhetsregisteret")
                                                + "/underenheter/"
                                                + Seed.CHILD_WELFARE)));
        assertThat(json(unit).path("navn").asString("")).isEqualTo("Fjordvik barnevernsteneste");
    }

    @Test
    void aPortThatIsTakenLeavesNoneOpen() throws Exception {
        int taken = sandbox.uri("altinn").getPort();
        assertThatThrownBy(() ->
                        new Sandbox(
                                "127.0.0.1",
                                new Sandbox.Ports(0, 0, taken, 0, 0),
                                SandboxClock.standingAt(Trial.START),
                                new Knobs(),
                                1))
                .isInstanceOf(java.net.BindException.class);
    }
}
