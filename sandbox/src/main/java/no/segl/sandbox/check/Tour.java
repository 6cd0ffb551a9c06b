package no.segl.sandbox.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.sandbox.Clients;
import no.segl.sandbox.Neighbours;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Account;
import no.segl.sandbox.svarut.Account.Integration;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the neighbours all that can be asked, well and badly, and keeps what they answer. */
final class Tour {

    private static final String CORRESPONDENCE = "/correspondence/api/v1/correspondence";
    private static final String ATTACHMENT = "/correspondence/api/v1/attachment";
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final SandboxClock clock =
            SandboxClock.standingAt(Instant.parse("2026-03-02T08:00:00Z"));
    private final Knobs knobs = new Knobs();
    private final Neighbours neighbours =
            new Neighbours(Neighbours.Addresses.nowhere(), clock, knobs, 1);
    private final List<Seen> seen = new ArrayList<>();

    /** An answer to a question. */
    record Seen(String neighbour, String method, String path, Answer answer) {}

    /** All of it. */
    static List<Seen> make() {
        Tour tour = new Tour();
        tour.altinn();
        tour.attachments();
        tour.svarut();
        return tour.seen;
    }

    private Answer ask(String neighbour, Request request) {
        Answer answer = neighbours.line(neighbour).call(request).answer();
        seen.add(new Seen(neighbour, request.method(), request.path(), answer));
        return answer;
    }

    private String token(String client, String scope) {
        String grant =
                neighbours.maskinporten().grant(client, scope, Optional.empty(), Optional.empty());
        String form = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" + grant;
        Request request =
                Request.of("POST", "/token", Map.of(), form.getBytes(StandardCharsets.US_ASCII));
        return neighbours
                .line(Neighbours.MASKINPORTEN)
                .call(request)
                .answer()
                .json()
                .path("access_token")
                .asString("");
    }

    private Map<String, String> bearer(String client) {
        Map<String, String> own =
                Map.of(
                        "Authorization",
                        "Bearer "
                                + token(
                                        client,
                                        "altinn:correspondence.write altinn:correspondence.read"));
        String altinn =
                neighbours
                        .line(Neighbours.ALTINN)
                        .call(Request.get("/authentication/api/v1/exchange/maskinporten", own))
                        .answer()
                        .text();
        return Map.of("Authorization", "Bearer " + altinn);
    }

    private Answer altinn(String client, String method, String path) {
        return ask(Neighbours.ALTINN, Request.of(method, path, bearer(client), new byte[0]));
    }

    private Answer altinn(String client, String method, String path, Object body) {
        return ask(Neighbours.ALTINN, Request.json(method, path, bearer(client), body));
    }

    private void pass(Duration by) {
        clock.advance(by);
        neighbours.settle();
    }

    private static ObjectNode message(String resource, boolean confidential, String recipient) {
        ObjectNode content =
                Json.object()
                        .put("language", "nb")
                        .put("messageTitle", "Et brev")
                        .put("messageSummary", "")
                        .put("messageBody", "Hei.");
        ObjectNode correspondence =
                Json.object()
                        .put("resourceId", resource)
                        .put("sendersReference", "sak-1")
                        .put("isConfidential", confidential)
                        .put("dueDateTime", "2026-03-20T08:00:00Z");
        correspondence.set("content", content);
        correspondence.set("propertyList", Json.object().put("sak", "1"));
        correspondence.set(
                "notification",
                Json.object()
                        .put("notificationTemplate", "GenericAltinnMessage")
                        .put("notificationChannel", "EmailAndSms"));
        ObjectNode request = Json.object();
        request.set("correspondence", correspondence);
        request.set("recipients", Json.texts(List.of(recipient)));
        return request;
    }

    private static String firstId(Answer sent) {
        return sent.json().path("correspondences").path(0).path("correspondenceId").asString("");
    }

    private void altinn() {
        ObjectNode request = message(Resources.MUNICIPAL, true, Seed.POLICE);
        request.put("idempotentKey", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
        String id = firstId(altinn(Clients.MUNICIPALITY, "POST", CORRESPONDENCE, request));
        altinn(Clients.MUNICIPALITY, "POST", CORRESPONDENCE, request);
        for (String recipient : List.of(Seed.NO_KEY_ROLE, "974760673", "1")) {
            altinn(
                    Clients.MUNICIPALITY,
                    "POST",
                    CORRESPONDENCE,
                    message(Resources.MUNICIPAL, true, recipient));
        }
        String one = CORRESPONDENCE + "/" + id;
        altinn(Clients.MUNICIPALITY, "GET", one);
        pass(Duration.ofMinutes(20));
        String list = "?resourceId=" + Resources.MUNICIPAL + "&role=";
        altinn(Clients.MUNICIPALITY, "GET", CORRESPONDENCE + list + "Sender");
        altinn(Clients.MUNICIPALITY, "GET", CORRESPONDENCE + list + "Nobody");
        altinn(Clients.POLICE, "POST", one + "/markasread");
        for (String who : List.of(Clients.MUNICIPALITY, Clients.POLICE, Clients.LAW_FIRM)) {
            altinn(who, "GET", one);
            altinn(who, "GET", one + "/details");
        }
        altinn(Clients.POLICE, "GET", one.substring(0, one.length() - 2) + "00");
        altinn(Clients.POLICE, "POST", one + "/markasread");
        altinn(Clients.POLICE, "POST", one + "/confirm");
        pass(Duration.ofMinutes(1));
        altinn(Clients.MUNICIPALITY, "GET", one + "/details");
        altinn(Clients.MUNICIPALITY, "DELETE", one + "/purge");
        altinn(Clients.POLICE, "DELETE", one + "/purge");
        altinn(Clients.POLICE, "GET", one);
    }

    private void attachments() {
        ObjectNode about =
                Json.object()
                        .put("resourceId", Resources.MUNICIPAL)
                        .put("fileName", "brev.pdf")
                        .put("sendersReference", "1");
        String id = altinn(Clients.MUNICIPALITY, "POST", ATTACHMENT, about).json().asString("");
        altinn(Clients.MUNICIPALITY, "POST", ATTACHMENT, about.put("fileName", "brev.exe"));
        String one = ATTACHMENT + "/" + id;
        upload(one, new byte[0]);
        upload(one, PDF);
        pass(Duration.ofMinutes(1));
        altinn(Clients.MUNICIPALITY, "GET", one);
        altinn(Clients.MUNICIPALITY, "GET", one + "/details");
        altinn(Clients.MUNICIPALITY, "GET", one + "/download");
        altinn(Clients.POLICE, "GET", one);
        altinn(Clients.MUNICIPALITY, "GET", one.substring(0, one.length() - 2) + "00");
        ObjectNode request = message(Resources.MUNICIPAL, true, Seed.POLICE);
        request.set("existingAttachments", Json.texts(List.of(id)));
        String message = firstId(altinn(Clients.MUNICIPALITY, "POST", CORRESPONDENCE, request));
        pass(Duration.ofMinutes(1));
        altinn(Clients.POLICE, "GET", CORRESPONDENCE + "/" + message);
        altinn(
                Clients.POLICE,
                "GET",
                CORRESPONDENCE + "/" + message + "/attachment/" + id + "/download");
        altinn(Clients.MUNICIPALITY, "DELETE", one);
        String other =
                altinn(Clients.MUNICIPALITY, "POST", ATTACHMENT, about.put("fileName", "b.pdf"))
                        .json()
                        .asString("");
        altinn(Clients.MUNICIPALITY, "DELETE", ATTACHMENT + "/" + other);
        multipart();
    }

    private void upload(String one, byte[] bytes) {
        ask(
                Neighbours.ALTINN,
                Request.of("POST", one + "/upload", bearer(Clients.MUNICIPALITY), bytes));
    }

    private void multipart() {
        Map<String, String> headers = new HashMap<>(bearer(Clients.MUNICIPALITY));
        headers.put("Content-Type", "multipart/form-data; boundary=b");
        ask(
                Neighbours.ALTINN,
                Request.of(
                        "POST",
                        CORRESPONDENCE + "/upload",
                        headers,
                        Parts.form(Parts.MESSAGE, PDF)));
        ask(
                Neighbours.ALTINN,
                Request.of(
                        "POST",
                        CORRESPONDENCE + "/upload",
                        headers,
                        Parts.form(Parts.MESSAGE.subList(0, 6), PDF)));
    }

    private Map<String, String> fiks() {
        return Map.of(
                "Authorization",
                "Bearer " + token(Clients.MUNICIPALITY, "ks:fiks"),
                "IntegrasjonId",
                Integration.MUNICIPAL.toString(),
                "IntegrasjonPassord",
                Integration.PASSWORD);
    }

    private Answer svarut(String method, String path, JsonNode body) {
        return ask(Neighbours.SVARUT, Request.json(method, path, fiks(), body));
    }

    private void svarut() {
        String account = "/kontoer/" + Account.PRINTING + "/forsendelser";
        ObjectNode letter = Json.object().put("tittel", "Et brev").put("eksternReferanse", "r");
        letter.set("mottaker", Json.object().put("navn", "Politi").put("digitalId", Seed.POLICE));
        letter.set(
                "dokumenter",
                Json.array()
                        .add(
                                Json.object()
                                        .put("filnavn", "brev.pdf")
                                        .put("mimeType", "application/pdf")));
        Map<String, String> headers = new HashMap<>(fiks());
        headers.put("Content-Type", "multipart/form-data; boundary=b");
        String to = "/api/v3" + account + "/organisasjon";
        String id =
                ask(Neighbours.SVARUT, Request.of("POST", to, headers, Parts.letter(letter, PDF)))
                        .json()
                        .path("id")
                        .asString("");
        ask(
                Neighbours.SVARUT,
                Request.of("POST", to, headers, Parts.letter(letter.put("tittel", ""), PDF)));
        ask(Neighbours.SVARUT, Request.of("POST", to, Map.of(), new byte[0]));
        ObjectNode person = Json.object().put("tittel", "Et brev");
        person.set("dokumenter", letter.path("dokumenter"));
        ObjectNode whom = Json.object().put("navn", "Noen").put("digitalId", Seed.PERSON);
        whom.set(
                "adresse",
                Json.object().put("adresselinje1", "Gata 1").put("poststed", "Fjordvik"));
        person.set("mottaker", whom);
        for (String kind : List.of("person", "print")) {
            String where = "/api/v3" + account + "/" + kind;
            ask(Neighbours.SVARUT, Request.of("POST", where, headers, Parts.letter(person, PDF)));
        }
        pass(Duration.ofMinutes(1));
        for (String words : List.of("sendt_altinn", "varslet")) {
            knobs.turn("svarut.vocabulary", words);
            ObjectNode ids = Json.object();
            ids.set("id", Json.texts(List.of(id)));
            svarut("POST", "/api/v3" + account + "/status/sok", ids);
        }
        ObjectNode older = Json.object();
        older.set("forsendelseIds", Json.texts(List.of(id)));
        svarut("POST", "/api/v2" + account + "/status-sok", older);
        svarut("GET", "/api/v2" + account + "?eksternRef=r", Json.object());
        svarut("GET", "/api/v2" + account + "/metadata?eksternRef=r", Json.object());
        String one = "/api/v2/forsendelser/" + id;
        for (String part : List.of("/hendelser", "/signeringshendelser", "/metadata")) {
            svarut("GET", one + part, Json.object());
        }
        svarut("POST", one + "/lest", Json.object());
        svarut(
                "POST",
                one + "/lest",
                Json.object().put("fnr", Seed.PERSON).put("tidspunkt", "2026-03-02T09:00:00Z"));
        svarut("DELETE", one + "/dokumenter", Json.object());
    }
}
