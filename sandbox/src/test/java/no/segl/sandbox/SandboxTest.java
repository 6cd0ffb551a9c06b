package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Account;
import no.segl.sandbox.svarut.Account.Integration;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox on real ports, as whoever integrates with it uses it. */
class SandboxTest extends OpenSandbox {

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
}
