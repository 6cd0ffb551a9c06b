package no.segl.proof.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Contacts;
import no.segl.app.wiring.Server;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a Segl with the demo's world. The letters go through the API like anybody's, with a token
 * and an idempotency key of their own, so that a second start sends nothing twice.
 */
final class Opening {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "segl-demo-boundary-7d1f0a";

    /** A letter on paper, of a day. */
    private record Drawn(Paper paper, LocalDate date) {}

    /** Drawing them takes long, and a test's Java fills many a Segl with the same. */
    private static final Map<Drawn, byte[]> DRAWN = new ConcurrentHashMap<>();

    private final World world;
    private final Issuer issuer;
    private final URI home;
    private final InstantSource clock;

    Opening(World world, Issuer issuer, URI home, InstantSource clock) {
        this.world = world;
        this.issuer = issuer;
        this.home = home;
        this.clock = clock;
    }

    /**
     * Enters organisations, persons and access.
     *
     * @param loginIssuer where the persons log in
     */
    static void enter(Server server, World world, URI loginIssuer, InstantSource clock) {
        Registrar registrar = server.part(Registrar.class);
        for (World.Unit unit : world.units()) {
            registrar.enter(
                    new Unit(
                            unit.number(),
                            unit.name(),
                            UnitKind.valueOf(unit.kind().name()),
                            unit.parent()));
            if (unit.parent().isEmpty()) {
                server.part(Contacts.class).enter(post(server, unit), clock.instant());
            }
        }
        Map<String, PersonId> persons = new HashMap<>();
        for (World.Person person : world.persons()) {
            PersonId id = registrar.enter(loginIssuer.toString(), person.subject(), person.name());
            persons.put(person.subject(), id);
            person.unit().ifPresent(unit -> registrar.know(id, unit));
        }
        for (World.Grant grant : world.grants()) {
            PersonId person = persons.get(grant.subject());
            if (person == null) {
                throw new IllegalStateException("a grant for nobody");
            }
            registrar.give(
                    person,
                    grant.unit(),
                    no.segl.core.access.Power.valueOf(grant.power().name()),
                    grant.category().map(c -> new no.segl.core.access.Category(c.name())));
        }
    }

    /** Where a main unit, and those beneath it, are told of letters. */
    private static Contacts.Contact post(Server server, World.Unit unit) {
        return new Contacts.Contact(
                server.part(Ids.class).uuid(),
                new Notice.To.Unit(unit.number()),
                Notice.Channel.EMAIL,
                "post@" + unit.number() + ".example",
                no.segl.core.letter.Language.valueOf(unit.language().name()),
                Optional.empty());
    }

    /**
     * Sends the world's letters.
     *
     * @return how many there are now
     */
    int send() throws IOException, InterruptedException {
        int letters = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (World.Letter letter : world.letters()) {
                send(client, letter);
                letters += letter.recipients().size();
            }
        }
        return letters;
    }

    private void send(HttpClient client, World.Letter letter)
            throws IOException, InterruptedException {
        World.Machine machine = world.machine(letter.clientId()).orElseThrow();
        HttpRequest request =
                HttpRequest.newBuilder(home.resolve("/api/v1/dispatches"))
                        .header("Authorization", "Bearer " + issuer.tokens().of(machine))
                        .header("Idempotency-Key", letter.key().toString())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body(letter)))
                        .build();
        HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        // It was sent on another day, or by an earlier version: what it is by now goes on.
        boolean there =
                response.statusCode() == 409 && response.body().contains("idempotency-key-reused");
        if (response.statusCode() != 201 && !there) {
            throw new IOException("a letter of the demo was not taken: " + response.body());
        }
    }

    private byte[] body(World.Letter letter) throws IOException {
        LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Oslo"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"dispatch\"", "application/json", json(letter));
        int number = 0;
        for (World.Document document : letter.documents()) {
            number++;
            part(
                    body,
                    "name=\"file" + number + "\"; filename=\"" + document.fileName() + "\"",
                    "application/pdf",
                    DRAWN.computeIfAbsent(
                            new Drawn(document.paper(), date),
                            drawn -> SamplePdf.of(drawn.paper(), drawn.date())));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] json(World.Letter letter) {
        Map<String, Object> references = new LinkedHashMap<>();
        references.put("sendersReference", letter.sendersReference());
        references.put("caseNumber", letter.caseNumber());
        letter.caseWorker().ifPresent(c -> references.put("caseWorker", c));
        List<String> recipients = new ArrayList<>();
        letter.recipients().stream().map(OrgNumber::value).forEach(recipients::add);
        Map<String, Object> dispatch = new LinkedHashMap<>();
        dispatch.put("sender", letter.sender().value());
        dispatch.put("recipients", recipients);
        dispatch.put("category", letter.category().name());
        dispatch.put("title", letter.title());
        dispatch.put("language", letter.language().tag());
        dispatch.put("references", references);
        return JSON.writeValueAsBytes(dispatch);
    }

    private static void part(
            ByteArrayOutputStream body, String disposition, String type, byte[] content)
            throws IOException {
        String head =
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; "
                        + disposition
                        + "\r\nContent-Type: "
                        + type
                        + "\r\n\r\n";
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
