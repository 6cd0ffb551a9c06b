package no.segl.sandbox.control;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.segl.sandbox.Neighbours;
import no.segl.sandbox.maskinporten.Keys;
import no.segl.sandbox.maskinporten.Maskinporten;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Neighbour;
import no.segl.sandbox.wire.Request;
import no.segl.sandbox.wire.Routes;
import no.segl.sandbox.wire.Routes.Call;
import no.segl.sandbox.wire.Trouble;
import no.segl.sandbox.wire.Troubles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Clock, knobs, troubles and tokens. */
public final class ControlDoor implements Neighbour {

    private final Neighbours neighbours;
    private final Supplier<Map<String, URI>> addresses;
    private final Routes routes = new Routes();

    /**
     * @param addresses where the neighbours listen, by their names
     */
    public ControlDoor(Neighbours neighbours, Supplier<Map<String, URI>> addresses) {
        this.neighbours = neighbours;
        this.addresses = addresses;
        routes.add("GET", "/", _ -> overview())
                .add("GET", "/clock", _ -> clock())
                .add("PUT", "/clock", this::setClock)
                .add("GET", "/knobs", _ -> knobs())
                .add("PUT", "/knobs", this::turn)
                .add(
                        "DELETE",
                        "/knobs",
                        _ -> {
                            neighbours.knobs().reset();
                            return knobs();
                        })
                .add("GET", "/troubles/{neighbour}", call -> troubles(of(call)))
                .add("POST", "/troubles/{neighbour}", this::makeTrouble)
                .add(
                        "DELETE",
                        "/troubles/{neighbour}",
                        call -> {
                            of(call).end();
                            return troubles(of(call));
                        })
                .add(
                        "GET",
                        "/asked/{neighbour}",
                        call -> Answer.json(200, Json.texts(of(call).asked())))
                .add(
                        "POST",
                        "/tokens/end",
                        _ -> {
                            neighbours.endTokens();
                            return Answer.empty(204);
                        })
                .add(
                        "GET",
                        "/maskinporten/key",
                        _ -> Answer.text(200, neighbours.maskinporten().sharedKey().pem()))
                .add("GET", "/maskinporten/clients", _ -> clients())
                .add("PUT", "/maskinporten/clients/{id}", this::register)
                .add("GET", "/maskinporten/grant", this::grant);
        TruthRoutes.add(routes, neighbours);
    }

    @Override
    public Answer answer(Request request) {
        try {
            return routes.answer(request)
                    .orElseGet(() -> wrong(404, "nothing is at " + request.path()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(400, String.valueOf(e.getMessage()));
        }
    }

    static Answer wrong(int status, String why) {
        return Answer.json(status, Json.object().put("wrong", why));
    }

    private Answer overview() {
        ObjectNode json = Json.object().put("clock", neighbours.clock().instant().toString());
        ObjectNode at = Json.object();
        addresses.get().forEach((name, uri) -> at.put(name, uri.toString()));
        json.set("addresses", at);
        return Answer.json(200, json);
    }

    private Answer clock() {
        ObjectNode json =
                Json.object()
                        .put("instant", neighbours.clock().instant().toString())
                        .put("stands", neighbours.clock().isStanding());
        ObjectNode skews = Json.object();
        neighbours
                .troubles()
                .keySet()
                .forEach(name -> skews.put(name, neighbours.clock().skewOf(name).toString()));
        json.set("skew", skews);
        return Answer.json(200, json);
    }

    private static JsonNode body(Call call) {
        return call.request()
                .json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("the body must be JSON"));
    }

    private Answer setClock(Call call) {
        JsonNode body = body(call);
        if (body.has("stands")) {
            if (Json.isTrue(body, "stands")) {
                neighbours.clock().stop();
            } else {
                neighbours.clock().go();
            }
        }
        Json.text(body, "instant").map(Instant::parse).ifPresent(neighbours.clock()::set);
        Json.text(body, "advance").map(Duration::parse).ifPresent(neighbours.clock()::advance);
        body.path("skew")
                .forEachEntry((name, by) -> {
                    named(name);
                    neighbours.clock().skew(name, Duration.parse(by.asString("")));
                });
        neighbours.settle();
        return clock();
    }

    private Answer knobs() {
        ArrayNode all = Json.array();
        for (Knob knob : Knob.values()) {
            all.add(
                    Json.object()
                            .put("name", knob.word())
                            .put("value", neighbours.knobs().text(knob))
                            .put("standard", knob.standard())
                            .put("meaning", knob.meaning()));
        }
        return Answer.json(200, all);
    }

    private Answer turn(Call call) {
        body(call).forEachEntry((name, value) -> neighbours.knobs().turn(name, value.asString("")));
        return knobs();
    }

    private Troubles named(String name) {
        return Optional.ofNullable(neighbours.troubles().get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no neighbour " + name));
    }

    private Troubles of(Call call) {
        return named(call.at("neighbour"));
    }

    private static Answer troubles(Troubles troubles) {
        return Answer.json(200, Json.object().put("waiting", troubles.waiting()));
    }

    /** Some calls, or a share of all. */
    private Answer makeTrouble(Call call) {
        JsonNode body = body(call);
        Trouble trouble = TroubleWords.read(body.path("trouble").asString(""));
        String part = body.path("part").asString("");
        if (body.has("share")) {
            of(call).often(part, trouble, body.path("share").asDouble(0));
        } else {
            Trouble[] times = new Trouble[Math.clamp(body.path("times").asInt(1), 1, 100_000)];
            Arrays.fill(times, trouble);
            of(call).next(part, times);
        }
        return troubles(of(call));
    }

    private Answer clients() {
        ArrayNode all = Json.array();
        for (Maskinporten.Client client : neighbours.maskinporten().clients()) {
            ObjectNode json =
                    Json.object().put("id", client.id()).put("organisation", client.organisation());
            json.set("scopes", Json.texts(client.scopes().stream().sorted().toList()));
            all.add(json);
        }
        return Answer.json(200, all);
    }

    private Answer register(Call call) {
        JsonNode body = body(call);
        Set<String> scopes =
                Set.copyOf(body.path("scopes").valueStream().map(s -> s.asString("")).toList());
        String organisation = body.path("organisation").asString("");
        if (body.has("jwk")) {
            neighbours
                    .maskinporten()
                    .register(
                            new Maskinporten.Client(
                                    call.at("id"),
                                    organisation,
                                    scopes,
                                    Keys.read(body.path("jwk"))
                                            .orElseThrow(() ->
                                                    new IllegalArgumentException(
                                                            "jwk is no RSA key"))));
        } else {
            neighbours.maskinporten().register(call.at("id"), organisation, scopes);
        }
        return clients();
    }

    private Answer grant(Call call) {
        Request request = call.request();
        return Answer.text(
                200,
                neighbours
                        .maskinporten()
                        .grant(
                                request.query("client").orElse(""),
                                request.query("scope").orElse(""),
                                request.query("systemUser"),
                                request.query("of")));
    }
}
