package no.segl.sandbox.events;

import java.net.URI;
import java.util.Optional;
import no.segl.sandbox.altinn.AltinnDoor;
import no.segl.sandbox.altinn.Caller;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Routes.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The part of Altinn's door where one subscribes. */
public final class EventRoutes {

    private static final String BASE = "/events/api/v1/subscriptions";
    private static final String SUBSCRIBE = "altinn:events.subscribe";

    private final EventWorld world;

    private EventRoutes(EventWorld world) {
        this.world = world;
    }

    /** Adds them. */
    public static void add(AltinnDoor door, EventWorld world) {
        EventRoutes r = new EventRoutes(world);
        door.add("POST", BASE, r::subscribe)
                .add("GET", BASE, (caller, _) -> r.all(caller))
                .add("GET", BASE + "/{id}", r::one)
                .add("DELETE", BASE + "/{id}", r::remove);
    }

    private static Optional<String> given(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private Answer subscribe(Caller caller, Call call) {
        if (!caller.isAltinn() || !caller.token().has(SUBSCRIBE)) {
            return Answer.empty(403);
        }
        JsonNode body = call.request().json().orElseGet(Json::object);
        Optional<String> endPoint =
                given(body, "endPoint")
                        .or(() -> given(body, "endpoint"))
                        .filter(EventRoutes::isUrl);
        Optional<String> resource = given(body, "resourceFilter");
        if (endPoint.isEmpty() || resource.isEmpty()) {
            return problem(endPoint.isEmpty() ? "endPoint" : "resourceFilter");
        }
        boolean owner = caller.token().has(Caller.SERVICE_OWNER);
        Optional<String> subject = given(body, "subjectFilter");
        if (subject.isEmpty() && !owner) {
            return problem("subjectFilter");
        }
        boolean own =
                subject.filter(s -> s.isEmpty() || s.endsWith(":" + caller.organisation()))
                        .isPresent();
        if (!owner && !own) {
            return Answer.json(
                    401,
                    StringNode.valueOf(
                            "Not authorized to create a subscription with subject "
                                    + subject.orElse("")));
        }
        Subscription made =
                world.subscribe(
                        caller.organisation(),
                        endPoint.get(),
                        resource.get(),
                        given(body, "sourceFilter"),
                        subject,
                        given(body, "typeFilter"));
        return Answer.json(201, json(made));
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Answer problem(String field) {
        ObjectNode problem =
                Json.object()
                        .put("title", "One or more validation errors occurred.")
                        .put("status", 400);
        ObjectNode errors = Json.object();
        errors.set(field, Json.array().add("It is missing or not valid."));
        problem.set("errors", errors);
        return Answer.of(400, "application/problem+json", Json.bytes(problem));
    }

    private static ObjectNode json(Subscription made) {
        ObjectNode json =
                Json.object()
                        .put("id", made.id())
                        .put("endPoint", made.endPoint())
                        .put("resourceFilter", made.resource())
                        .put("consumer", "/organisation/" + made.owner())
                        .put("createdBy", "/organisation/" + made.owner())
                        .put("created", made.created().toString())
                        .put("validated", made.isValidated())
                        .put("includeSubunits", false);
        made.source().ifPresent(s -> json.put("sourceFilter", s));
        made.subject().ifPresent(s -> json.put("subjectFilter", s));
        made.type().ifPresent(t -> json.put("typeFilter", t));
        return json;
    }

    private Optional<Subscription> own(Caller caller, Call call) {
        return call.at("id").matches("[0-9]{1,9}")
                ? world.find(Integer.parseInt(call.at("id")))
                        .filter(s -> s.owner().equals(caller.organisation()))
                : Optional.empty();
    }

    private Answer all(Caller caller) {
        ArrayNode list = Json.array();
        world.of(caller.organisation()).forEach(s -> list.add(json(s)));
        ObjectNode answer = Json.object().put("count", list.size());
        answer.set("subscriptions", list);
        return Answer.json(200, answer);
    }

    private Answer one(Caller caller, Call call) {
        return own(caller, call)
                .map(s -> Answer.json(200, json(s)))
                .orElseGet(() -> Answer.empty(404));
    }

    private Answer remove(Caller caller, Call call) {
        Optional<Subscription> found = own(caller, call);
        found.ifPresent(s -> world.remove(s.id()));
        return Answer.empty(found.isPresent() ? 200 : 404);
    }
}
