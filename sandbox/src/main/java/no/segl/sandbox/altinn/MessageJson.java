package no.segl.sandbox.altinn;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages and attachments, as Altinn writes them. */
final class MessageJson {

    private static final List<String> AS_ASKED =
            List.of(
                    "sendersReference",
                    "messageSender",
                    "dueDateTime",
                    "externalReferences",
                    "propertyList",
                    "replyOptions",
                    "notification",
                    "ignoreReservation");

    /** What a sender is not shown in the history, though it may be the current status. */
    private static final Set<Status> HIDDEN =
            Set.of(Status.PURGED_BY_RECIPIENT, Status.PURGED_BY_ALTINN, Status.ARCHIVED);

    private final CorrespondenceWorld world;

    MessageJson(CorrespondenceWorld world) {
        this.world = world;
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    static String urn(String party) {
        return (party.length() == 9
                        ? "urn:altinn:organization:identifier-no:"
                        : "urn:altinn:person:identifier-no:")
                + party;
    }

    ObjectNode initialized(List<Message> made, Instant now) {
        ArrayNode list = Json.array();
        ArrayNode files = Json.array();
        made.forEach(message -> {
            ObjectNode one =
                    Json.object()
                            .put("correspondenceId", message.id().toString())
                            .put("status", message.current(now).status().word())
                            .put("recipient", urn(message.recipient()));
            one.putNull("notifications");
            list.add(one);
        });
        made.getFirst().attachments().forEach(id -> files.add(id.toString()));
        ObjectNode answer = Json.object();
        answer.set("correspondences", list);
        answer.set("attachmentIds", files);
        return answer;
    }

    ObjectNode overview(Message message, Caller caller, Instant now) {
        ObjectNode json = common(message, caller, now);
        ArrayNode notifications = Json.array();
        for (Message.Order order : message.orders()) {
            notifications.add(
                    Json.object()
                            .put("notificationOrderId", order.id().toString())
                            .put("isReminder", order.reminder()));
        }
        json.set("notifications", notifications);
        put(json, "read", message.first(Status.READ, now));
        return json;
    }

    ObjectNode details(Message message, Caller caller, Instant now) {
        ObjectNode json = common(message, caller, now);
        ArrayNode notifications = Json.array();
        message.orders().forEach(order -> notifications.add(notification(message, order, now)));
        json.set("notifications", notifications);
        boolean sender = world.rights().isSender(caller, message);
        ArrayNode history = Json.array();
        for (Message.Row row : message.seen(now)) {
            if (!sender || !HIDDEN.contains(row.status())) {
                history.add(
                        Json.object()
                                .put("status", row.status().word())
                                .put("statusText", row.text())
                                .put("statusChanged", time(row.at())));
            }
        }
        json.set("statusHistory", history);
        return json;
    }

    private ObjectNode common(Message message, Caller caller, Instant now) {
        ObjectNode json =
                Json.object()
                        .put("correspondenceId", message.id().toString())
                        .put("resourceId", message.resource().id())
                        .put("sender", urn(message.sender()))
                        .put("recipient", urn(message.recipient()))
                        .put("created", time(message.created()))
                        .put("requestedPublishTime", time(message.publishAt()))
                        .put("isConfirmationNeeded", message.draft().isConfirmationNeeded())
                        .put("isConfidential", message.draft().isConfidential());
        for (String name : AS_ASKED) {
            JsonNode asked = message.asked().path(name);
            if (asked.isMissingNode() || asked.isNull()) {
                if (!name.equals("notification")) {
                    json.putNull(name);
                }
            } else {
                json.set(name, asked);
            }
        }
        Message.Row current = message.current(now);
        json.put("status", current.status().word())
                .put("statusText", current.text())
                .put("statusChanged", time(current.at()))
                .putNull("altinn2CorrespondenceId");
        put(json, "published", message.first(Status.PUBLISHED, now));
        boolean sees =
                !world.rights().isSender(caller, message)
                        || caller.owns(message.resource())
                        || !message.ever(Status.PUBLISHED, now);
        if (sees) {
            json.set("content", content(message));
        } else {
            json.putNull("content");
        }
        return json;
    }

    private static void put(ObjectNode json, String name, Optional<Instant> at) {
        if (at.isPresent()) {
            json.put(name, time(at.get()));
        } else {
            json.putNull(name);
        }
    }

    private ObjectNode content(Message message) {
        JsonNode asked = message.asked().path("content");
        ObjectNode json =
                Json.object()
                        .put("language", asked.path("language").asString("nb"))
                        .put("messageTitle", asked.path("messageTitle").asString(""))
                        .put("messageSummary", asked.path("messageSummary").asString(""))
                        .put("messageBody", asked.path("messageBody").asString(""));
        ArrayNode files = Json.array();
        message.attachments()
                .forEach(id -> {
                    Attachments.Attachment file = world.attachments().known(id);
                    files.add(
                            common(file)
                                    .put("id", id.toString())
                                    .put("created", time(file.rows().getFirst().at()))
                                    .put("dataLocationType", "AltinnCorrespondenceAttachment"));
                });
        json.set("attachments", files);
        return json;
    }

    private static ObjectNode common(Attachments.Attachment file) {
        Attachments.Row last = file.rows().getLast();
        ObjectNode json =
                Json.object()
                        .put("fileName", file.about().path("fileName").asString(""))
                        .put("isEncrypted", Json.isTrue(file.about(), "isEncrypted"))
                        .put("sendersReference", file.about().path("sendersReference").asString(""))
                        .put("status", last.state().word())
                        .put("statusText", last.state().word())
                        .put("statusChanged", time(last.at()))
                        .put("dataType", "application/octet-stream");
        Json.text(file.about(), "displayName")
                .ifPresentOrElse(
                        name -> json.put("displayName", name), () -> json.putNull("displayName"));
        Json.text(file.about(), "checksum")
                .ifPresentOrElse(sum -> json.put("checksum", sum), () -> json.putNull("checksum"));
        return json;
    }

    static ObjectNode attachment(Attachments.Attachment file) {
        ObjectNode json =
                common(file)
                        .put("attachmentId", file.id().toString())
                        .put("resourceId", file.resource().id())
                        .put("sender", urn(file.resource().owner()));
        ArrayNode messages = Json.array();
        file.messages().forEach(id -> messages.add(id.toString()));
        json.set("correspondenceIds", messages);
        return json;
    }

    static ObjectNode attachmentDetails(Attachments.Attachment file) {
        ObjectNode json = attachment(file);
        ArrayNode history = Json.array();
        for (Attachments.Row row : file.rows()) {
            history.add(
                    Json.object()
                            .put("status", row.state().word())
                            .put("statusText", row.state().word())
                            .put("statusChanged", time(row.at())));
        }
        json.set("statusHistory", history);
        return json;
    }

    private static ObjectNode notification(Message message, Message.Order order, Instant now) {
        boolean known = order.ended().filter(at -> !at.isAfter(now)).isPresent();
        String outcome = order.outcome().filter(_ -> known).orElse("Email_New");
        ObjectNode recipient = Json.object();
        if (order.address().contains("@")) {
            recipient.put("emailAddress", order.address());
        } else if (!order.address().isEmpty()) {
            recipient.put("mobileNumber", order.address());
        }
        if (message.isToOrganisation()) {
            recipient.put("organizationNumber", message.recipient());
        }
        ObjectNode delivery =
                Json.object()
                        .put("id", order.id().toString())
                        .put("succeeded", known && !order.isFailed());
        delivery.set("recipient", recipient);
        delivery.set("sendStatus", state(outcome, order, now));
        boolean sms = outcome.startsWith("SMS");
        ObjectNode deliveries = Json.object();
        deliveries.set(sms ? "sms" : "email", delivery);
        deliveries.set("emails", sms ? Json.array() : Json.array().add(delivery));
        deliveries.set("smses", sms ? Json.array().add(delivery) : Json.array());
        ObjectNode json =
                Json.object()
                        .put("id", order.id().toString())
                        .put("sendersReference", message.id().toString())
                        .put("creator", "digdir")
                        .put("created", time(order.at()))
                        .put("isReminder", order.reminder())
                        .put("notificationChannel", order.channel())
                        .put("ignoreReservation", true)
                        .put("resourceId", message.resource().id());
        json.set(
                "processingStatus",
                state(known ? "Order_Completed" : "Order_Processing", order, now));
        json.set("notificationStatusDetails", deliveries);
        return json;
    }

    private static ObjectNode state(String word, Message.Order order, Instant now) {
        Instant last = order.ended().filter(at -> !at.isAfter(now)).orElse(order.at());
        return Json.object()
                .put("status", word)
                .put("description", word)
                .put("lastUpdate", time(last));
    }
}
