package no.segl.sandbox.altinn;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Numbers;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/** Reads a request to send, and refuses what Altinn refuses. */
final class Drafts {

    private static final int MOST_RECIPIENTS = 500;
    private static final int MOST_ATTACHMENTS = 100;
    private static final Pattern HTML = Pattern.compile("</?[A-Za-z][^>]*>");
    private static final Pattern MARKDOWN = Pattern.compile("^#|\\*\\*|\\]\\(|^[-*] ");
    private static final UUID NIL = new UUID(0, 0);

    private final Resources resources;
    private final Directory directory;

    Drafts(Resources resources, Directory directory) {
        this.resources = resources;
        this.directory = directory;
    }

    /**
     * Reads one.
     *
     * @param files what was uploaded with it
     * @throws Refused if Altinn would not send it
     */
    Draft read(JsonNode request, List<Draft.File> files, Instant now) {
        JsonNode asked = request.path("correspondence");
        if (!asked.isObject()) {
            throw Refused.field("correspondence", "The Correspondence field is required.");
        }
        String id = required(asked, "resourceId", 255);
        required(asked, "sendersReference", 4096);
        Resource resource = resources.find(id);
        List<String> recipients = recipients(request.path("recipients"));
        content(asked);
        Instant publishAt = time(asked, "requestedPublishTime").orElse(now);
        Optional<Instant> dueAt = time(asked, "dueDateTime");
        times(asked, publishAt, dueAt, now);
        lists(asked);
        confidentiality(resource, asked);
        NotificationRules.check(asked.path("notification"), recipients.size());
        Draft draft =
                new Draft(
                        resource,
                        asked,
                        recipients,
                        ids(request.path("existingAttachments")),
                        files,
                        key(request, recipients),
                        publishAt.isBefore(now) ? now : publishAt,
                        dueAt);
        if (draft.existing().size() + files.size() > MOST_ATTACHMENTS) {
            throw Refused.bad(1038, "A correspondence has 100 attachments at most");
        }
        reachable(draft);
        return draft;
    }

    private static String required(JsonNode node, String name, int most) {
        Optional<String> text = Json.text(node, name);
        if (text.isEmpty()) {
            throw Refused.field(name, "The " + name + " field is required.");
        }
        if (text.get().length() > most) {
            throw Refused.field(name, "It has a maximum length of " + most + ".");
        }
        return text.get();
    }

    private static List<String> recipients(JsonNode given) {
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_RECIPIENTS) {
            throw Refused.field("recipients", "There must be 1 to " + MOST_RECIPIENTS + ".");
        }
        List<String> numbers = new ArrayList<>();
        for (JsonNode one : given) {
            String text = one.asString("");
            String number = text.substring(text.lastIndexOf(':') + 1);
            if (!Numbers.isOrganisation(number) && !Numbers.isPerson(number)) {
                throw Refused.field(
                        "recipients", "Not an organization or national identity number.");
            }
            numbers.add(number);
        }
        if (new HashSet<>(numbers).size() < numbers.size()) {
            throw Refused.bad(1006, "Recipients must be unique");
        }
        return numbers;
    }

    private static void content(JsonNode asked) {
        JsonNode content = asked.path("content");
        if (!content.isObject()) {
            throw Refused.bad(1019, "The Content field must be provided for the correspondence");
        }
        String title = content.path("messageTitle").asString("");
        if (title.isBlank()) {
            throw Refused.bad(1020, "Message title cannot be empty");
        }
        if (title.length() > 255) {
            throw Refused.bad(1037, "Message title has 255 characters at most");
        }
        if (HTML.matcher(title).find() || MARKDOWN.matcher(title).find()) {
            throw Refused.bad(1002, "Message title must be plain text");
        }
        String body = content.path("messageBody").asString("");
        if (body.isBlank()) {
            throw Refused.bad(1021, "Message body cannot be empty");
        }
        if (body.length() > 30_000) {
            throw Refused.field("messageBody", "It has a maximum length of 30000.");
        }
        if (HTML.matcher(body).find()) {
            throw Refused.bad(1003, "Message body must be markdown");
        }
        if (content.path("messageSummary").asString("").length() > 255) {
            throw Refused.bad(1042, "Message summary has 255 characters at most");
        }
        String language = content.path("language").asString("nb");
        if (!Set.of("nb", "nn", "en").contains(language)) {
            throw Refused.bad(1023, "Invalid language chosen: nb, nn and en are supported");
        }
        String sender = asked.path("messageSender").asString("");
        if (sender.length() > 255 || HTML.matcher(sender).find()) {
            throw Refused.bad(1039, "Message sender must be plain text of 255 characters at most");
        }
    }

    static Optional<Instant> time(JsonNode node, String name) {
        Optional<String> text = Json.text(node, name);
        try {
            return text.map(t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeParseException e) {
            throw Refused.field(name, "The JSON value could not be converted to a time.");
        }
    }

    private static void times(
            JsonNode asked, Instant publishAt, Optional<Instant> dueAt, Instant now) {
        if (dueAt.filter(due -> due.isBefore(now)).isPresent()) {
            throw Refused.bad(1008, "DueDateTime cannot be prior to today");
        }
        if (dueAt.filter(due -> due.isBefore(publishAt)).isPresent()) {
            throw Refused.bad(1009, "DueDateTime cannot be prior to RequestedPublishTime");
        }
        if (Json.isTrue(asked, "isConfirmationNeeded") && dueAt.isEmpty()) {
            throw Refused.bad(1016, "DueDateTime is required when confirmation is needed");
        }
    }

    private static void lists(JsonNode asked) {
        JsonNode properties = asked.path("propertyList");
        if (properties.size() > 10) {
            throw Refused.field("propertyList", "There can be 10 at most.");
        }
        properties.forEachEntry((name, value) -> {
            if (name.length() > 50 || value.asString("").length() > 300) {
                throw Refused.field(
                        "propertyList", "A key has 50 characters, a value 300 at most.");
            }
        });
        if (asked.path("externalReferences").size() > 10) {
            throw Refused.field("externalReferences", "There can be 10 at most.");
        }
        for (JsonNode option : asked.path("replyOptions")) {
            String link = option.path("linkURL").asString("");
            if (!isHttps(link)) {
                throw Refused.bad(
                        1035, "Reply options must be https addresses of 255 characters at most");
            }
        }
    }

    private static boolean isHttps(String link) {
        try {
            return link.length() <= 255 && "https".equals(URI.create(link).getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void confidentiality(Resource resource, JsonNode asked) {
        boolean flag = Json.isTrue(asked, "isConfidential");
        if (resource.confidentiality() == Resource.Confidentiality.CONFIDENTIAL && !flag) {
            throw Refused.bad(
                    1060, "The resource is for confidential messages: isConfidential must be true");
        }
        if (resource.confidentiality() == Resource.Confidentiality.NOT_CONFIDENTIAL && flag) {
            throw Refused.bad(
                    1061,
                    "The resource is not for confidential messages: isConfidential must be false");
        }
    }

    private static List<UUID> ids(JsonNode given) {
        List<UUID> ids = new ArrayList<>();
        for (JsonNode one : given) {
            ids.add(
                    uuid(one.asString(""))
                            .orElseThrow(
                                    () -> Refused.field("existingAttachments", "Not a GUID.")));
        }
        return ids;
    }

    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> key(JsonNode request, List<String> recipients) {
        Optional<String> text = Json.text(request, "idempotentKey");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> key = uuid(text.get()).filter(k -> !k.equals(NIL));
        if (key.isEmpty()) {
            throw Refused.bad(1033, "The idempotency key must be a valid non-empty GUID");
        }
        if (recipients.size() > 1) {
            throw Refused.bad(1047, "An idempotency key takes one recipient only");
        }
        return key;
    }

    /** Whether each recipient exists, and can be sent this. One that cannot refuses all. */
    private void reachable(Draft draft) {
        List<String> unknown =
                draft.recipients().stream()
                        .filter(r -> directory.find(r).isEmpty() && !directory.hasPerson(r))
                        .toList();
        if (!unknown.isEmpty()) {
            throw Refused.of(
                    404,
                    1029,
                    "Could not find partyId for the following recipients: "
                            + String.join(", ", unknown));
        }
        List<String> without =
                draft.recipients().stream()
                        .filter(r -> draft.isConfidential() && r.length() == 9)
                        .filter(r -> directory.keyRoles(r).isEmpty())
                        .toList();
        if (!without.isEmpty()) {
            throw Refused.bad(
                    1044,
                    "The following recipients lack the roles required to read confidential"
                            + " correspondences: "
                            + String.join(", ", without));
        }
        boolean ignored = Json.isTrue(draft.asked(), "ignoreReservation");
        String first = draft.recipients().getFirst();
        if (draft.recipients().size() == 1 && directory.isReserved(first) && !ignored) {
            throw Refused.of(
                    422, 1030, "The recipient has reserved themselves from public correspondences");
        }
    }
}
