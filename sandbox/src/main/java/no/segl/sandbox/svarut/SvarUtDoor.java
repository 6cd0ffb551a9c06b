package no.segl.sandbox.svarut;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.segl.sandbox.maskinporten.Mint;
import no.segl.sandbox.svarut.Account.Integration;
import no.segl.sandbox.svarut.Letter.Kind;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Multipart;
import no.segl.sandbox.wire.Multipart.Part;
import no.segl.sandbox.wire.Neighbour;
import no.segl.sandbox.wire.Request;
import no.segl.sandbox.wire.Routes;
import no.segl.sandbox.wire.Routes.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as SvarUT does. */
public final class SvarUtDoor implements Neighbour {

    private static final String V2 = "/api/v2/forsendelser/{id}";
    private static final String ACCOUNT = "/api/v2/kontoer/{account}/forsendelser";
    private static final String SEND = "/api/v3/kontoer/{account}/forsendelser";

    private final SvarUtWorld world;
    private final Callers callers;
    private final InstantSource time;
    private final Routes routes = new Routes();
    private final String base;

    /**
     * @param base where documents are fetched, which nobody can here
     */
    public SvarUtDoor(SvarUtWorld world, Mint maskinporten, InstantSource time, String base) {
        this.world = world;
        this.callers = new Callers(maskinporten);
        this.time = time;
        this.base = base;
        routes.add("POST", SEND + "/organisasjon", call -> send(call, Kind.ORGANISATION))
                .add("POST", SEND + "/person", call -> send(call, Kind.PERSON))
                .add("POST", SEND + "/print", call -> send(call, Kind.PRINT))
                .add("POST", SEND + "/status/sok", call -> search(call, "id", this::newer))
                .add(
                        "POST",
                        ACCOUNT + "/status-sok",
                        call -> search(call, "forsendelseIds", this::older))
                .add("GET", ACCOUNT, call -> byReference(call, false))
                .add("GET", ACCOUNT + "/metadata", call -> byReference(call, true))
                .add("GET", V2 + "/hendelser", this::events)
                .add("GET", V2 + "/signeringshendelser", this::signings)
                .add("GET", V2 + "/metadata", this::metadata)
                .add("POST", V2 + "/lest", this::read)
                .add("DELETE", V2 + "/dokumenter", this::delete);
    }

    @Override
    public Answer answer(Request request) {
        try {
            return routes.answer(request)
                    .filter(answer -> answer.status() != 405)
                    .orElseThrow(() -> NotTaken.of(404, "Ikke funnet"));
        } catch (NotTaken e) {
            return e.answer(
                    request.path(),
                    time.instant().toEpochMilli(),
                    world.chance().id(),
                    world.knobs().is(Knob.SVARUT_ERROR_OBJECT, "true"));
        }
    }

    private UUID account(Call call) {
        Integration caller = callers.find(call.request());
        UUID account = uuid(call.at("account"), "kontoId");
        if (!caller.accounts().contains(account)) {
            throw NotTaken.of(403, "Ingen tilgang til konto");
        }
        return account;
    }

    private static UUID uuid(String text, String name) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw NotTaken.field(name, "er ingen uuid");
        }
    }

    private Letter letter(Call call) {
        Integration caller = callers.find(call.request());
        return world.find(uuid(call.at("id"), "forsendelseId"))
                .filter(letter -> caller.accounts().contains(letter.account().id()))
                .orElseThrow(() -> NotTaken.of(403, "Ingen tilgang til forsendelse"));
    }

    /** The first part is JSON, whatever its type is said to be: real clients send three kinds. */
    private Answer send(Call call, Kind kind) {
        UUID account = account(call);
        List<Part> parts = Multipart.parts(call.request());
        if (parts.isEmpty() || !parts.getFirst().name().equals("forsendelse")) {
            throw NotTaken.field("forsendelse", "mangler");
        }
        JsonNode asked =
                Json.parse(parts.getFirst().body())
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> NotTaken.field("forsendelse", "er ikke JSON"));
        Letter letter = world.send(account, kind, asked, parts.subList(1, parts.size()));
        return Answer.json(200, Json.object().put("id", letter.id().toString()));
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(Deadline.OSLO).toOffsetDateTime());
    }

    private Optional<String> newer(State state) {
        return Optional.of(state.newer(world.knobs().is(Knob.SVARUT_VOCABULARY, "varslet")));
    }

    private Optional<String> older(State state) {
        return state.older();
    }

    /** Ids that are not there, or another account's, are left out without a word. */
    private Answer search(Call call, String field, Function<State, Optional<String>> word) {
        UUID account = account(call);
        JsonNode asked = call.request().json().orElseGet(Json::object).path(field);
        if (!asked.isArray()) {
            throw NotTaken.field(field, "mangler");
        }
        ArrayNode list = Json.array();
        synchronized (world) {
            Instant now = world.settle();
            for (JsonNode id : asked) {
                world.find(uuid(id.asString(""), field))
                        .filter(letter -> letter.account().id().equals(account))
                        .flatMap(letter -> status(letter, now, word))
                        .ifPresent(list::add);
            }
        }
        ObjectNode answer = Json.object();
        answer.set("statuser", list);
        return Answer.json(200, answer);
    }

    private static Optional<ObjectNode> status(
            Letter letter, Instant now, Function<State, Optional<String>> word) {
        return letter.seen(now, state -> word.apply(state).isPresent())
                .map(row ->
                        Json.object()
                                .put("id", letter.id().toString())
                                .put("sisteStatusEndring", time(row.at()))
                                .put("status", word.apply(row.state()).orElseThrow()));
    }

    private Answer byReference(Call call, boolean metadata) {
        UUID account = account(call);
        String reference =
                call.request()
                        .query("eksternRef")
                        .orElseThrow(() -> NotTaken.field("eksternRef", "mangler"));
        ArrayNode list = Json.array();
        for (Letter letter : world.truth()) {
            if (letter.account().id().equals(account)
                    && letter.reference().filter(reference::equals).isPresent()) {
                if (metadata) {
                    list.add(about(letter));
                } else {
                    list.add(letter.id().toString());
                }
            }
        }
        ObjectNode answer = Json.object();
        answer.set(metadata ? "forsendelser" : "forsendelseIds", list);
        return Answer.json(200, answer);
    }

    private static ObjectNode about(Letter letter) {
        ObjectNode json =
                Json.object().put("id", letter.id().toString()).put("dato", time(letter.sent()));
        Json.text(letter.asked(), "avgivendeSystem")
                .ifPresent(system -> json.put("avgivendeSystem", system));
        return json;
    }

    private Answer events(Call call) {
        ArrayNode list = Json.array();
        for (Letter.Event event : new ArrayList<>(letter(call).events())) {
            list.add(
                    Json.object().put("tidspunkt", time(event.at())).put("hendelse", event.text()));
        }
        return listed("hendelser", list);
    }

    private static Answer listed(String name, ArrayNode list) {
        ObjectNode answer = Json.object();
        answer.set(name, list);
        return Answer.json(200, answer);
    }

    private Answer signings(Call call) {
        letter(call);
        return listed("hendelser", Json.array());
    }

    private Answer metadata(Call call) {
        Letter letter = letter(call);
        ArrayNode list = Json.array();
        for (Letter.Document document : letter.documents()) {
            JsonNode about = document.about();
            list.add(
                    Json.object()
                            .put("filnavn", about.path("filnavn").asString(""))
                            .put("mimeType", about.path("mimeType").asString(""))
                            .put("dokumentType", about.path("dokumentType").asString(""))
                            .put("storrelse", document.size())
                            .put("sha256Hash", document.sha256())
                            .put(
                                    "nedlasningUrl",
                                    base + "/forsendelse/" + letter.id() + "/" + (list.size() + 1))
                            .put("kanSigneres", false)
                            .put(
                                    "inneholderPersonsensitivInformasjon",
                                    Json.isTrue(about, "inneholderPersonsensitivInformasjon")));
        }
        return listed("dokumenter", list);
    }

    private Answer read(Call call) {
        Letter letter = letter(call);
        JsonNode body = call.request().json().orElseGet(Json::object);
        String person = body.path("fnr").asString("");
        if (!person.matches("[0-9]{11}")) {
            throw NotTaken.field("fnr", "må ha 11 siffer");
        }
        String at = body.path("tidspunkt").asString("");
        try {
            OffsetDateTime.parse(at);
        } catch (DateTimeParseException e) {
            throw NotTaken.field("tidspunkt", "er ikke et tidspunkt");
        }
        world.readElsewhere(
                letter,
                "Lest eksternt %s av %s hos avsender %s i systemet '%s'"
                        .formatted(
                                at,
                                person,
                                letter.account().name(),
                                body.path("eksterntSystemnavn").asString("")));
        return Answer.empty(204);
    }

    private Answer delete(Call call) {
        Letter letter = letter(call);
        String kind = call.request().query("slettetype").orElse("ORIGINALDOKUMENTER");
        if (!Set.of("ORIGINALDOKUMENTER", "ALLE").contains(kind)) {
            throw NotTaken.field("slettetype", "er ukjent");
        }
        world.delete(letter, kind.equals("ALLE"));
        return Answer.empty(204);
    }
}
