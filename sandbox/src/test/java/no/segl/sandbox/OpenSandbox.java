package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A sandbox on real ports, and short ways to ask it. */
abstract class OpenSandbox {

    final HttpClient http = HttpClient.newHttpClient();
    Sandbox sandbox = start();

    static Sandbox start() {
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

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String neighbour, String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.uri(neighbour) + path));
    }

    JsonNode control(String method, String path, Object body) throws Exception {
        HttpResponse<String> answer =
                send(
                        to("control", path)
                                .method(method, BodyPublishers.ofByteArray(Json.bytes(body))));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
    }

    String token(String client, String scope) throws Exception {
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

    static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    HttpRequest.Builder altinn(String client, String path) throws Exception {
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

    String sentToPolice() throws Exception {
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

    JsonNode advance(String by) throws Exception {
        return control("PUT", "/clock", Json.object().put("advance", by));
    }
}
