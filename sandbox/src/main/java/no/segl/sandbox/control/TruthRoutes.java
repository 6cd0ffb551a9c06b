package no.segl.sandbox.control;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.segl.sandbox.Neighbours;
import no.segl.sandbox.altinn.Caller;
import no.segl.sandbox.altinn.Message;
import no.segl.sandbox.altinn.Refused;
import no.segl.sandbox.altinn.Status;
import no.segl.sandbox.notice.Notices.Notice;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Organisation;
import no.segl.sandbox.svarut.Letter;
import no.segl.sandbox.svarut.State;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Routes;
import no.segl.sandbox.wire.Routes.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is really so, and what people do. */
final class TruthRoutes {

    private final Neighbours neighbours;

    private TruthRoutes(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    static void add(Routes routes, Neighbours neighbours) {
        TruthRoutes r = new TruthRoutes(neighbours);
        routes.add("GET", "/truth/altinn", _ -> r.messages())
                .add("GET", "/truth/svarut", _ -> r.letters())
                .add("GET", "/truth/events", _ -> r.events())
                .add("GET", "/notices", _ -> r.notices())
                .add("GET", "/organisations", _ -> r.organisations())
                .add("PUT", "/organisations/{number}", r::change)
                .add("GET", "/access/{number}", r::access)
                .add("POST", "/access", r::give)
                .add("DELETE", "/access", r::end)
                .add("POST", "/altinn/{id}/{act}", r::act)
                .add("POST", "/svarut/{id}/{state}", r::force);
    }

    private Answer messages() {
        ArrayNode all = Json.array();
        for (Message message : neighbours.correspondence().truth()) {
            all.add(
                    Json.object()
                            .put("id", message.id().toString())
                            .put("resource", message.resource().id())
                            .put("sender", message.sender())
                            .put("recipient", message.recipient())
                            .put("status", message.status().word())
                            .put("isRead", message.ever(Status.READ))
                            .put("isFetched", message.ever(Status.FETCHED)));
        }
        return Answer.json(200, all);
    }

    private Answer letters() {
        ArrayNode all = Json.array();
        for (Letter letter : neighbours.svarut().truth()) {
            ObjectNode json =
                    Json.object()
                            .put("id", letter.id().toString())
                            .put("account", letter.account().id().toString())
                            .put("recipient", letter.recipient())
                            .put("state", letter.state().name());
            letter.inAltinn().ifPresent(id -> json.put("inAltinn", id.toString()));
            all.add(json);
        }
        return Answer.json(200, all);
    }

    private Answer events() {
        return Answer.json(
                200,
                Json.object()
                        .put("lost", neighbours.events().lost())
                        .put("givenUp", neighbours.events().givenUp()));
    }

    private Answer notices() {
        ArrayNode all = Json.array();
        neighbours.settle();
        for (Notice notice : neighbours.notices().all()) {
            all.add(
                    Json.object()
                            .put("at", notice.at().toString())
                            .put("from", notice.from())
                            .put("way", notice.way().name())
                            .put("to", notice.to())
                            .put("about", notice.about())
                            .put("subject", notice.subject())
                            .put("text", notice.text()));
        }
        return Answer.json(200, all);
    }

    private Answer organisations() {
        ArrayNode all = Json.array();
        neighbours.directory().all().forEach(unit -> all.add(json(unit)));
        return Answer.json(200, all);
    }

    private static ObjectNode json(Organisation unit) {
        ObjectNode json =
                Json.object()
                        .put("number", unit.number())
                        .put("name", unit.name())
                        .put("form", unit.form())
                        .put("partyUuid", unit.uuid().toString())
                        .put("hasOwnSystem", unit.systems());
        unit.parent().ifPresent(parent -> json.put("parent", parent));
        json.set("roles", Json.texts(unit.roles().stream().sorted().toList()));
        json.set("emails", Json.texts(unit.emails()));
        json.set("mobiles", Json.texts(unit.mobiles()));
        return json;
    }

    /** A new organisation, or other roles and addresses of one. */
    private Answer change(Call call) {
        JsonNode body = call.request().json().orElseGet(Json::object);
        String number = call.at("number");
        Organisation unit =
                neighbours
                        .directory()
                        .find(number)
                        .orElseGet(() ->
                                Organisation.of(
                                        number,
                                        body.path("name").asString(number),
                                        body.path("form").asString("AS")));
        if (body.has("roles")) {
            unit = unit.withRoles(Set.copyOf(texts(body, "roles")));
        }
        if (body.has("emails") || body.has("mobiles")) {
            unit = unit.withAddresses(texts(body, "emails"), texts(body, "mobiles"));
        }
        if (body.has("parent")) {
            unit = unit.beneath(body.path("parent").asString(""));
        }
        neighbours.directory().put(unit);
        return Answer.json(200, json(unit));
    }

    private static java.util.List<String> texts(JsonNode body, String name) {
        return body.path(name).valueStream().map(one -> one.asString("")).toList();
    }

    private Answer access(Call call) {
        ArrayNode all = Json.array();
        for (Access.Holding holding : neighbours.access().at(call.at("number"))) {
            all.add(
                    Json.object()
                            .put("from", holding.from())
                            .put("to", holding.to())
                            .put("what", holding.what())
                            .put("since", holding.since().toString()));
        }
        return Answer.json(200, all);
    }

    private static String text(Call call, String name) {
        return call.request()
                .json()
                .flatMap(body -> Json.text(body, name))
                .or(() -> call.request().query(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private Answer give(Call call) {
        neighbours
                .access()
                .give(
                        text(call, "from"),
                        text(call, "to"),
                        text(call, "what"),
                        neighbours.clock().instant());
        return Answer.empty(204);
    }

    private Answer end(Call call) {
        neighbours.access().end(text(call, "from"), text(call, "to"), text(call, "what"));
        return Answer.empty(204);
    }

    /** Somebody at the recipient does it on Altinn's pages. */
    private Answer act(Call call) {
        UUID id = UUID.fromString(call.at("id"));
        Caller person =
                neighbours.correspondence().truth().stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst()
                        .map(m -> Neighbours.person(m.sender()))
                        .orElseThrow(() -> new IllegalArgumentException("there is no " + id));
        try {
            switch (call.at("act")) {
                case "fetch" -> neighbours.correspondence().inbox().look(person, id);
                case "read" -> neighbours.correspondence().inbox().read(person, id);
                case "confirm" -> neighbours.correspondence().inbox().confirm(person, id);
                case "purge" -> neighbours.correspondence().inbox().purge(person, id);
                default -> throw new IllegalArgumentException("fetch, read, confirm or purge");
            }
        } catch (Refused e) {
            return ControlDoor.wrong(409, String.valueOf(e.getMessage()));
        }
        neighbours.settle();
        return Answer.empty(204);
    }

    private Answer force(Call call) {
        State state = State.valueOf(call.at("state").toUpperCase(Locale.ROOT));
        boolean there = neighbours.svarut().force(UUID.fromString(call.at("id")), state);
        return there ? Answer.empty(204) : ControlDoor.wrong(404, "there is no such letter");
    }
}
