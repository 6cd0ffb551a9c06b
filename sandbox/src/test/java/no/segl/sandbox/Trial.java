package no.segl.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Account.Integration;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** The neighbours without a socket, at a time that stands, and short ways to ask them. */
final class Trial {

    /** A Monday. */
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    static final String ALL =
            "altinn:correspondence.write altinn:correspondence.read altinn:events.subscribe"
                    + " altinn:accessmanagement/authorizedparties"
                    + " altinn:accessmanagement/enduser:connections:toothers.read";

    static final String CORRESPONDENCE = "/correspondence/api/v1/correspondence";
    static final byte[] PDF = "%PDF-1.7 a letter".getBytes(StandardCharsets.US_ASCII);

    final SandboxClock clock = SandboxClock.standingAt(START);
    final Knobs knobs = new Knobs();
    final Neighbours neighbours = new Neighbours(Neighbours.Addresses.nowhere(), clock, knobs, 1);

    private final Map<String, String> tokens = new HashMap<>();

    /** Lets time pass, and what is due happen. */
    void pass(Duration by) {
        clock.advance(by);
        neighbours.settle();
    }

    Answer form(String assertion) {
        String body =
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                        + assertion;
        return call(
                Neighbours.MASKINPORTEN,
                Request.of("POST", "/token", Map.of(), body.getBytes(StandardCharsets.US_ASCII)));
    }

    Answer call(String neighbour, Request request) {
        return neighbours.line(neighbour).call(request).answer();
    }

    String maskinporten(String client, String scope) {
        String grant =
                neighbours.maskinporten().grant(client, scope, Optional.empty(), Optional.empty());
        return form(grant).json().path("access_token").asString("");
    }

    String exchange(String token) {
        return call(
                        Neighbours.ALTINN,
                        Request.get("/authentication/api/v1/exchange/maskinporten", bearer(token)))
                .text();
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** A client's token of Altinn, made anew when half an hour has passed. */
    private String altinnToken(String client) {
        String key = client + clock.instant().getEpochSecond() / 900;
        return tokens.computeIfAbsent(key, _ -> exchange(maskinporten(client, ALL)));
    }

    Answer altinn(String client, String method, String target) {
        return call(
                Neighbours.ALTINN,
                Request.of(method, target, bearer(altinnToken(client)), new byte[0]));
    }

    Answer altinn(String client, String method, String target, Object body) {
        return call(
                Neighbours.ALTINN, Request.json(method, target, bearer(altinnToken(client)), body));
    }

    /** A request to send a confidential message to the child welfare service. */
    static ObjectNode message() {
        return message(Resources.MUNICIPAL, true, Seed.CHILD_WELFARE);
    }

    static ObjectNode message(String resource, boolean confidential, String... recipients) {
        ObjectNode content =
                Json.object()
                        .put("language", "nb")
                        .put("messageTitle", "Et brev")
                        .put("messageSummary", "")
                        .put("messageBody", "Hei.");
        content.set("attachments", Json.array());
        ObjectNode correspondence =
                Json.object()
                        .put("resourceId", resource)
                        .put("sendersReference", "sak-1")
                        .put("isConfidential", confidential);
        correspondence.set("content", content);
        ObjectNode request = Json.object();
        request.set("correspondence", correspondence);
        request.set("recipients", Json.texts(List.of(recipients)));
        return request;
    }

    static ObjectNode part(ObjectNode request, String... names) {
        ObjectNode at = request;
        for (String name : names) {
            at = (ObjectNode) at.path(name);
        }
        return at;
    }

    /** Sends it as the municipality, and lets it be published. */
    String sent(ObjectNode request) {
        Answer answer = altinn(Clients.MUNICIPALITY, "POST", CORRESPONDENCE, request);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        pass(Duration.ofSeconds(10));
        return answer.json().path("correspondences").path(0).path("correspondenceId").asString("");
    }

    static String one(String id) {
        return CORRESPONDENCE + "/" + id;
    }

    Map<String, String> fiks() {
        return Map.of(
                "Authorization",
                "Bearer " + maskinporten(Clients.MUNICIPALITY, "ks:fiks"),
                "IntegrasjonId",
                Integration.MUNICIPAL.toString(),
                "IntegrasjonPassord",
                Integration.PASSWORD);
    }

    Answer svarut(String method, String target, Object body) {
        return call(Neighbours.SVARUT, Request.json(method, target, fiks(), body));
    }

    Answer svarut(String method, String target) {
        return call(Neighbours.SVARUT, Request.of(method, target, fiks(), new byte[0]));
    }

    /** A letter with one document to an organisation. */
    static ObjectNode letter(String recipient) {
        ObjectNode letter = Json.object().put("tittel", "Et brev").put("taushetsbelagtPost", true);
        letter.set("mottaker", Json.object().put("navn", "Noen").put("digitalId", recipient));
        letter.set(
                "dokumenter",
                Json.array()
                        .add(
                                Json.object()
                                        .put("filnavn", "brev.pdf")
                                        .put("mimeType", "application/pdf")));
        return letter;
    }

    Answer send(Object account, String kind, ObjectNode letter, byte[] file) {
        return call(
                Neighbours.SVARUT,
                Request.of(
                        "POST",
                        "/api/v3/kontoer/" + account + "/forsendelser/" + kind,
                        multipart(fiks()),
                        body("text/plain;charset=UTF-8", Json.bytes(letter), file)));
    }

    static Map<String, String> multipart(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "multipart/form-data; boundary=\"grense\"");
        return all;
    }

    static byte[] body(String type, byte[] letter, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String typed = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        out.writeBytes(
                ("--grense\r\nContent-Disposition: form-data; name=\"forsendelse\"\r\n"
                                + typed
                                + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(letter);
        out.writeBytes(
                ("\r\n--grense\r\nContent-Disposition: form-data; name=\"filer_0\";"
                                + " filename=\"brev.pdf\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--grense--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** Sends it to an organisation from {@code account}, and answers its id. */
    String sentBy(Object account, ObjectNode letter) {
        Answer answer = send(account, "organisasjon", letter, PDF);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json().path("id").asString("");
    }

    /** Its status in version 3. */
    String status(Object account, String id) {
        ObjectNode asked = Json.object();
        asked.set("id", Json.texts(List.of(id)));
        return svarut("POST", "/api/v3/kontoer/" + account + "/forsendelser/status/sok", asked)
                .json()
                .path("statuser")
                .path(0)
                .path("status")
                .asString("");
    }
}
