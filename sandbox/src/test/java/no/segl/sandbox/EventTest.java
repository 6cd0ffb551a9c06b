package no.segl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.events.Push;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is told of what by events, and how that goes wrong. */
class EventTest {

    private static final String SUBSCRIPTIONS = "/events/api/v1/subscriptions";

    private final Trial trial = new Trial();

    private static ObjectNode wanted() {
        return Json.object()
                .put("endPoint", "https://mottak.example/hendelser")
                .put("resourceFilter", "urn:altinn:resource:" + Resources.MUNICIPAL)
                .put("subjectFilter", "urn:altinn:organization:identifier-no:" + Seed.MUNICIPALITY);
    }

    private Answer subscribe(ObjectNode wanted) {
        return trial.altinn(Clients.MUNICIPALITY, "POST", SUBSCRIPTIONS, wanted);
    }

    /** What is pushed now, all of which is taken. */
    private List<JsonNode> taken() {
        List<JsonNode> events = new ArrayList<>();
        trial.neighbours.settle();
        for (Push push : trial.neighbours.events().take()) {
            events.add(push.event());
            trial.neighbours.events().went(push, true);
        }
        return events;
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(e -> e.path("type").asString("").replace("no.altinn.correspondence.", ""))
                .toList();
    }

    @Test
    void nothingIsPushedBeforeTheAddressHasAnswered() {
        Answer made = subscribe(wanted());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("validated").asBoolean()).isFalse();
        trial.sent(Trial.message());
        List<JsonNode> first = taken();
        assertThat(types(first)).containsExactly("platform.events.validatesubscription");
        assertThat(first.getFirst().path("source").asString(""))
                .isEqualTo(
                        "http://altinn.invalid"
                                + SUBSCRIPTIONS
                                + "/"
                                + made.json().path("id").asInt());
        trial.sent(Trial.message());
        assertThat(types(taken())).containsExactly("correspondenceinitialized");
        Answer now =
                trial.altinn(
                        Clients.MUNICIPALITY,
                        "GET",
                        SUBSCRIPTIONS + "/" + made.json().path("id").asInt());
        assertThat(now.json().path("validated").asBoolean()).isTrue();
    }

    @Test
    void anEventIsACloudEvent() {
        subscribe(wanted());
        taken();
        String id = trial.sent(Trial.message(Resources.MUNICIPAL, true, Seed.POLICE));
        taken();
        trial.altinn(Clients.POLICE, "GET", Trial.one(id) + "/content");
        List<JsonNode> events = taken();
        assertThat(events).hasSize(1);
        JsonNode event = events.getFirst();
        assertThat(event.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "source",
                        "specversion",
                        "type",
                        "subject",
                        "time",
                        "resource",
                        "resourceinstance");
        assertThat(event.path("type").asString(""))
                .isEqualTo("no.altinn.correspondence.correspondencereceiverread");
        assertThat(event.path("resourceinstance").asString("")).isEqualTo(id);
        assertThat(event.path("time").asString("")).isEqualTo(trial.clock.instant().toString());
    }

    @Test
    void neverReadIsToldOnceAtTheDueTimeToTheRecipient() {
        ObjectNode all = wanted();
        all.remove("subjectFilter");
        Answer notOwner = subscribe(all);
        assertThat(notOwner.status()).as("only service owners hear of all").isEqualTo(400);
        all.put("subjectFilter", "urn:altinn:organization:identifier-no:" + Seed.POLICE);
        assertThat(subscribe(all).status()).isEqualTo(401);
        assertThat(trial.altinn(Clients.POLICE, "POST", SUBSCRIPTIONS, all).status())
                .isEqualTo(201);
        taken();
        ObjectNode request = Trial.message(Resources.MUNICIPAL, true, Seed.POLICE);
        Instant due = Trial.START.plus(Duration.ofDays(7));
        Trial.part(request, "correspondence").put("dueDateTime", due.toString());
        trial.sent(request);
        assertThat(types(taken())).containsExactly("correspondencepublished");
        trial.pass(Duration.ofDays(30));
        assertThat(types(taken())).containsExactly("correspondencereceiverneverread");
    }

    @Test
    void whenAllNoticesFailThatIsToldToTheSender() {
        subscribe(wanted());
        taken();
        ObjectNode request = Trial.message(Resources.MUNICIPAL, true, Seed.NO_ADDRESS);
        Trial.part(request, "correspondence")
                .set(
                        "notification",
                        Json.object()
                                .put("notificationTemplate", "GenericAltinnMessage")
                                .put("notificationChannel", "Email"));
        trial.sent(request);
        trial.pass(Duration.ofMinutes(11));
        assertThat(types(taken()))
                .containsExactly(
                        "correspondenceinitialized",
                        "notificationcreated",
                        "correspondencenotificationallfailed");
    }

    @Test
    void anEmptyFilterIsTakenAndFitsNothing() {
        assertThat(subscribe(wanted().put("typeFilter", "")).status()).isEqualTo(201);
        taken();
        trial.sent(Trial.message());
        assertThat(taken()).isEmpty();
    }

    @Test
    void aPushThatFailsIsTriedElevenTimesMoreAndThenGivenUp() {
        subscribe(wanted());
        taken();
        trial.sent(Trial.message());
        List<Duration> waits = new ArrayList<>();
        Instant last = trial.clock.instant();
        int attempts = 0;
        for (var next = trial.neighbours.events().next();
                next.isPresent();
                next = trial.neighbours.events().next()) {
            if (next.get().isAfter(trial.clock.instant())) {
                waits.add(Duration.between(last, next.get()));
                trial.clock.set(next.get());
            }
            last = trial.clock.instant();
            for (Push push : trial.neighbours.events().take()) {
                attempts++;
                assertThat(push.attempt()).isEqualTo(attempts);
                trial.neighbours.events().went(push, false);
            }
        }
        assertThat(attempts).isEqualTo(12);
        assertThat(waits)
                .startsWith(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1))
                .endsWith(Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(12));
        assertThat(trial.neighbours.events().givenUp()).isOne();
    }

    @Test
    void eventsAreLostDoubledAndLate() {
        subscribe(wanted());
        taken();
        trial.knobs.turn(Knob.EVENT_LOST, "1");
        trial.sent(Trial.message());
        assertThat(taken()).isEmpty();
        assertThat(trial.neighbours.events().lost()).isOne();
        trial.knobs.turn(Knob.EVENT_LOST, "0").turn(Knob.EVENT_TWICE, "1");
        trial.sent(Trial.message());
        trial.pass(Duration.ofSeconds(5));
        List<JsonNode> twice = taken();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0)).as("with one id").isEqualTo(twice.get(1));
        trial.knobs.turn(Knob.EVENT_TWICE, "0").turn(Knob.EVENT_LATE, "1");
        String late = trial.sent(Trial.message());
        trial.knobs.turn(Knob.EVENT_LATE, "0");
        String after = trial.sent(Trial.message());
        assertThat(taken().getFirst().path("resourceinstance").asString("")).isEqualTo(after);
        trial.pass(Duration.ofMinutes(30));
        assertThat(taken().getFirst().path("resourceinstance").asString("")).isEqualTo(late);
    }

    @Test
    void oneSeedGivesTheSameAgain() {
        List<UUID> once = some(new Trial());
        assertThat(some(new Trial())).isEqualTo(once).hasSize(5);
    }

    private static List<UUID> some(Trial trial) {
        for (int i = 0; i < 5; i++) {
            trial.sent(Trial.message());
        }
        return trial.neighbours.correspondence().truth().stream().map(m -> m.id()).toList();
    }

    @Test
    void subscriptionsAreFoundOnceAndRemovedByTheirOwner() {
        int id = subscribe(wanted()).json().path("id").asInt();
        assertThat(subscribe(wanted()).json().path("id").asInt())
                .as("the same again")
                .isEqualTo(id);
        String one = SUBSCRIPTIONS + "/" + id;
        assertThat(trial.altinn(Clients.POLICE, "GET", one).status()).isEqualTo(404);
        assertThat(
                        trial.altinn(Clients.MUNICIPALITY, "GET", SUBSCRIPTIONS)
                                .json()
                                .path("count")
                                .asInt())
                .isOne();
        assertThat(trial.altinn(Clients.MUNICIPALITY, "DELETE", one).status()).isEqualTo(200);
        assertThat(trial.altinn(Clients.MUNICIPALITY, "GET", one).status()).isEqualTo(404);
    }
}
