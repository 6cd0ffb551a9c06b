package no.segl.sandbox.altinn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Request;
import tools.jackson.databind.node.StringNode;

/**
 * The list: ids alone, the newest 1 000 of one service, and no way to ask for those after them. Its
 * status asks what a message has ever been, so that nobody can ask for what is unread.
 */
public final class MessageList {

    private final CorrespondenceWorld world;
    private final Chance chance;

    public MessageList(CorrespondenceWorld world, long seed) {
        this.world = world;
        this.chance = new Chance(seed);
    }

    /** What is asked for. */
    private record Query(
            Resource resource,
            String role,
            Optional<Status> status,
            Optional<Instant> from,
            Optional<Instant> to,
            String party,
            Optional<String> reference) {}

    /** The ids that are answered. */
    public List<UUID> ids(Caller caller, Request request) {
        synchronized (world) {
            Instant now = world.settle();
            if (!caller.maySend() && !caller.mayReceive()) {
                throw Refused.noAccess();
            }
            Optional<UUID> key = request.query("idempotentKey").flatMap(Drafts::uuid);
            if (key.isPresent()) {
                return world.byKey(key.get()).stream()
                        .filter(m -> mine(caller, m, "RecipientAndSender", caller.organisation()))
                        .map(Message::id)
                        .toList();
            }
            Query query = query(caller, request);
            double share = world.knobs().share(Knob.LIST_SHARE);
            return found(caller, query, now)
                    .filter(_ -> share >= 1 || chance.happens(share))
                    .limit(world.knobs().whole(Knob.LIST_MOST))
                    .map(Message::id)
                    .toList();
        }
    }

    private Query query(Caller caller, Request request) {
        String id =
                request.query("resourceId")
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() -> Refused.field("resourceId", "It is required."));
        String role =
                request.query("role")
                        .map(MessageList::role)
                        .orElseThrow(() -> Refused.field("role", "It is required."));
        Optional<Status> status =
                request.query("status")
                        .map(text ->
                                Status.of(text)
                                        .orElseThrow(
                                                () -> Refused.field("status", "It is not valid.")));
        Optional<Instant> from = time(request, "from");
        Optional<Instant> to = time(request, "to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Refused.bad(1027, "From date cannot be after to date");
        }
        String party =
                request.query("onBehalfOf")
                        .map(text -> text.substring(text.lastIndexOf(':') + 1))
                        .orElse(caller.organisation());
        return new Query(
                world.resources().find(id),
                role,
                status,
                from,
                to,
                party,
                request.query("sendersReference"));
    }

    private static String role(String text) {
        return switch (text) {
            case "0", "Recipient" -> "Recipient";
            case "1", "Sender" -> "Sender";
            case "2", "RecipientAndSender" -> "RecipientAndSender";
            default -> throw Refused.field("role", "It is not valid.");
        };
    }

    private static Optional<Instant> time(Request request, String name) {
        return request.query(name)
                .flatMap(text -> {
                    var node = no.segl.sandbox.wire.Json.object();
                    // A plus that was not encoded arrives as a space.
                    node.set(name, StringNode.valueOf(text.replace(' ', '+')));
                    return Drafts.time(node, name);
                });
    }

    private Stream<Message> found(Caller caller, Query query, Instant now) {
        if (!query.role().equals("Sender")
                && !query.party().equals(caller.organisation())
                && !world.rights().mayRead(caller, query.party(), query.resource())) {
            throw Refused.noAccess();
        }
        Predicate<Message> wanted =
                m ->
                        m.resource().id().equals(query.resource().id())
                                && mine(caller, m, query.role(), query.party())
                                && query.status().filter(s -> !hasBeen(m, s, now)).isEmpty()
                                && query.reference()
                                        .filter(r ->
                                                !r.equals(
                                                        m.asked()
                                                                .path("sendersReference")
                                                                .asString("")))
                                        .isEmpty();
        return world.index().between(query.from(), query.to()).filter(wanted);
    }

    /** Fetched is kept apart since long: to ask for it finds nothing new. */
    private static boolean hasBeen(Message message, Status status, Instant now) {
        return status != Status.FETCHED && message.ever(status, now);
    }

    private boolean mine(Caller caller, Message message, String role, String party) {
        boolean sent =
                !role.equals("Recipient")
                        && message.sender().equals(party)
                        && world.rights().isSender(caller, message);
        boolean come =
                !role.equals("Sender")
                        && message.recipient().equals(party)
                        && message.isThere()
                        && world.rights().mayRead(caller, party, message.resource());
        return sent || come;
    }
}
