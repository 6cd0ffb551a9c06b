package no.segl.sandbox.events;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/** Who is told of what, and what is on its way to them. */
public final class EventWorld {

    /** When a push that failed is tried again. After the last it is given up. */
    private static final List<Duration> AGAIN =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(12));

    private final InstantSource time;
    private final Knobs knobs;
    private final Chance chance;
    private final String base;
    private final Agenda agenda = new Agenda();
    private final Map<Integer, Subscription> subscriptions = new LinkedHashMap<>();
    private final List<Push> due = new ArrayList<>();
    private int lastId = 1600;
    private int lost;
    private int givenUp;

    /**
     * @param base the address of Altinn's platform
     */
    public EventWorld(String base, InstantSource time, Knobs knobs, long seed) {
        this.base = base;
        this.time = time;
        this.knobs = knobs;
        this.chance = new Chance(seed);
    }

    /** Something happened. */
    public synchronized void happened(
            String type,
            String source,
            String resource,
            String instance,
            String subject,
            Instant at) {
        for (Subscription subscription : subscriptions.values()) {
            if (!subscription.wants(type, source, resource, subject)) {
                continue;
            }
            JsonNode event =
                    Json.object()
                            .put("id", chance.id().toString())
                            .put("source", source)
                            .put("specversion", "1.0")
                            .put("type", type)
                            .put("subject", subject)
                            .put("time", at.toString())
                            .put("resource", resource)
                            .put("resourceinstance", instance);
            plan(subscription, event, at);
        }
    }

    private void plan(Subscription subscription, JsonNode event, Instant at) {
        if (chance.happens(knobs.share(Knob.EVENT_LOST))) {
            lost++;
            return;
        }
        Instant when = at.plus(knobs.duration(Knob.EVENT_LAG));
        if (chance.happens(knobs.share(Knob.EVENT_LATE))) {
            when = when.plus(knobs.duration(Knob.EVENT_LATE_BY));
        }
        Push push = new Push(subscription.id(), URI.create(subscription.endPoint()), event, 1);
        agenda.at(when, _ -> due.add(push));
        if (chance.happens(knobs.share(Knob.EVENT_TWICE))) {
            agenda.at(when.plusSeconds(1), _ -> due.add(push));
        }
    }

    /** What is to be pushed now; whoever takes it says how it went. */
    public synchronized List<Push> take() {
        agenda.until(time.instant());
        List<Push> taken = List.copyOf(due);
        due.clear();
        return taken;
    }

    /** How a push went. */
    public synchronized void went(Push push, boolean well) {
        Subscription subscription = subscriptions.get(push.subscription());
        if (subscription == null) {
            return;
        }
        if (well) {
            if (!subscription.isValidated()) {
                subscriptions.put(subscription.id(), subscription.validated());
            }
        } else if (push.attempt() > AGAIN.size()) {
            givenUp++;
        } else {
            Push next = new Push(push.subscription(), push.to(), push.event(), push.attempt() + 1);
            agenda.at(time.instant().plus(AGAIN.get(push.attempt() - 1)), _ -> due.add(next));
        }
    }

    /** When something is due next. */
    public synchronized Optional<Instant> next() {
        return due.isEmpty() ? agenda.next() : Optional.of(Instant.EPOCH);
    }

    /** How many events never came, by chance. */
    public synchronized int lost() {
        return lost;
    }

    /** How many were given up after the last attempt. */
    public synchronized int givenUp() {
        return givenUp;
    }

    synchronized Subscription subscribe(
            String owner,
            String endPoint,
            String resource,
            Optional<String> source,
            Optional<String> subject,
            Optional<String> type) {
        Optional<Subscription> same =
                subscriptions.values().stream()
                        .filter(s ->
                                s.owner().equals(owner)
                                        && s.endPoint().equals(endPoint)
                                        && s.resource().equals(resource)
                                        && s.source().equals(source)
                                        && s.subject().equals(subject)
                                        && s.type().equals(type))
                        .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        lastId++;
        Instant now = time.instant();
        Subscription made =
                new Subscription(
                        lastId, owner, endPoint, resource, source, subject, type, now, false);
        subscriptions.put(made.id(), made);
        validate(made, now);
        return made;
    }

    private void validate(Subscription made, Instant now) {
        JsonNode event =
                Json.object()
                        .put("id", UUID.nameUUIDFromBytes(Json.bytes(made.id())).toString())
                        .put("source", base + "/events/api/v1/subscriptions/" + made.id())
                        .put("type", "platform.events.validatesubscription")
                        .put("specversion", "1.0");
        Push push = new Push(made.id(), URI.create(made.endPoint()), event, 1);
        agenda.at(now, _ -> due.add(push));
    }

    synchronized Optional<Subscription> find(int id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    synchronized List<Subscription> of(String owner) {
        return subscriptions.values().stream().filter(s -> s.owner().equals(owner)).toList();
    }

    synchronized void remove(int id) {
        subscriptions.remove(id);
    }
}
