package no.segl.sandbox.altinn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.sandbox.altinn.Attachments.Attachment;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Organisation;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Multipart;
import no.segl.sandbox.wire.Multipart.Part;
import no.segl.sandbox.wire.Routes.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Correspondence's part of Altinn's door. */
public final class CorrespondenceRoutes {

    private static final String BASE = "/correspondence/api/v1";
    private static final String ONE = BASE + "/correspondence/{id}";
    private static final String FILE = BASE + "/attachment/{file}";

    private final CorrespondenceWorld world;
    private final MessageList list;
    private final MessageJson json;
    private final Directory directory;

    private CorrespondenceRoutes(CorrespondenceWorld world, MessageList list, Directory directory) {
        this.world = world;
        this.list = list;
        this.directory = directory;
        this.json = new MessageJson(world);
    }

    /** Adds them. */
    public static void add(
            AltinnDoor door, CorrespondenceWorld world, MessageList list, Directory directory) {
        CorrespondenceRoutes r = new CorrespondenceRoutes(world, list, directory);
        door.open("GET", "/health", _ -> Answer.text(200, "Healthy"))
                .add(
                        "POST",
                        BASE + "/correspondence",
                        (c, call) -> r.send(c, r.body(call), List.of()))
                .add("POST", BASE + "/correspondence/upload", r::upload)
                .add("GET", BASE + "/correspondence", r::list)
                .add("GET", ONE, r::overview)
                .add("GET", ONE + "/details", r::details)
                .add("GET", ONE + "/content", r::content)
                .add(
                        "POST",
                        ONE + "/markasread",
                        (c, call) -> r.done(call, () -> world.inbox().markAsRead(c, id(call))))
                .add(
                        "POST",
                        ONE + "/confirm",
                        (c, call) -> r.done(call, () -> world.inbox().confirm(c, id(call))))
                .add(
                        "DELETE",
                        ONE + "/purge",
                        (c, call) -> r.done(call, () -> world.inbox().purge(c, id(call))))
                .add("GET", ONE + "/attachment/{file}/download", r::download)
                .add("GET", BASE + "/confidential-reminders", (c, _) -> r.reminders(c))
                .add("POST", BASE + "/attachment", r::initialize)
                .add("POST", FILE + "/upload", r::uploadFile)
                .add("GET", FILE, (c, call) -> r.file(c, call, false))
                .add("GET", FILE + "/details", (c, call) -> r.file(c, call, true))
                .add("GET", FILE + "/download", r::ownDownload)
                .add("DELETE", FILE, r::purgeFile);
    }

    private static UUID id(Call call) {
        return AltinnDoor.id(call, "id");
    }

    private JsonNode body(Call call) {
        return call.request()
                .json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refused.field("$", "The JSON value could not be converted."));
    }

    private Answer send(Caller caller, JsonNode request, List<Draft.File> files) {
        sender(caller);
        synchronized (world) {
            List<Message> made = world.send(caller, request, files);
            return Answer.json(200, json.initialized(made, world.settle()));
        }
    }

    private static void sender(Caller caller) {
        if (!caller.maySend()) {
            throw Refused.of(403, 0, "The token lacks a scope");
        }
    }

    /** Files belong to what the request says of them by name, or in order where names repeat. */
    private Answer upload(Caller caller, Call call) {
        sender(caller);
        ObjectNode request = Json.object();
        List<Part> files = new ArrayList<>();
        for (Part part : Multipart.parts(call.request())) {
            if (part.fileName().isPresent()) {
                files.add(part);
            } else {
                FormFields.put(request, part.name(), part.text());
            }
        }
        JsonNode about = request.path("correspondence").path("content").path("attachments");
        if (about.size() != files.size()) {
            throw Refused.bad(1005, "Mismatch between uploaded files and attachment metadata");
        }
        Map<String, Part> byName = new HashMap<>();
        files.forEach(part -> byName.put(part.fileName().orElse(""), part));
        boolean repeats = byName.size() < files.size();
        List<Draft.File> with = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String name = about.path(i).path("fileName").asString("");
            Part part = repeats ? files.get(i) : byName.get(name);
            if (part == null) {
                throw Refused.bad(1005, "Mismatch between uploaded files and attachment metadata");
            }
            with.add(new Draft.File(about.path(i), part.body()));
        }
        return send(caller, request, with);
    }

    private Answer list(Caller caller, Call call) {
        ObjectNode answer = Json.object();
        answer.set(
                "ids",
                Json.texts(list.ids(caller, call.request()).stream().map(UUID::toString).toList()));
        return Answer.json(200, answer);
    }

    private Answer overview(Caller caller, Call call) {
        synchronized (world) {
            Message message = world.inbox().look(caller, id(call));
            return Answer.json(200, json.overview(message, caller, world.settle()));
        }
    }

    /** Of a purged message the details are still there for whom its current status hides it. */
    private Answer details(Caller caller, Call call) {
        synchronized (world) {
            Message message = world.find(caller, id(call));
            var current = message.current(world.settle()).status();
            boolean gone =
                    current == Status.PURGED_BY_RECIPIENT || current == Status.PURGED_BY_ALTINN;
            if (gone) {
                throw Refused.noMessage();
            }
            if (!message.isPurged()) {
                world.inbox().look(caller, id(call));
            }
            return Answer.json(200, json.details(message, caller, world.settle()));
        }
    }

    private Answer content(Caller caller, Call call) {
        if (!caller.mayReceive()) {
            throw Refused.of(403, 0, "The token lacks a scope");
        }
        Message message = world.inbox().read(caller, id(call));
        return Answer.text(200, message.asked().path("content").path("messageBody").asString(""));
    }

    private Answer done(Call call, Runnable action) {
        action.run();
        return Answer.json(200, StringNode.valueOf(call.at("id")));
    }

    private Answer download(Caller caller, Call call) {
        Attachment file = world.inbox().download(caller, id(call), AltinnDoor.id(call, "file"));
        return Answer.of(200, "application/octet-stream", file.bytes());
    }

    private Answer reminders(Caller caller) {
        synchronized (world) {
            var now = world.settle();
            if (!world.rights().maySeeReminders(caller)) {
                throw Refused.noAccess();
            }
            var before = now.minus(world.knobs().duration(Knob.CONFIDENTIAL_REMINDER));
            List<Message> unopened =
                    world.truth().stream()
                            .filter(m -> m.recipient().equals(caller.organisation()))
                            .filter(m -> m.draft().isConfidential())
                            .filter(m -> m.ever(Status.PUBLISHED) && !m.ever(Status.READ))
                            .filter(m -> m.publishAt().isBefore(before))
                            .sorted(AltinnDoor.BY_AGE)
                            .toList();
            if (unopened.isEmpty()) {
                throw Refused.of(404, 1062, "There are no unread confidential correspondences");
            }
            return Answer.text(200, Reminders.list(unopened, this::name));
        }
    }

    private String name(String number) {
        return directory.find(number).map(Organisation::name).orElse(number);
    }

    private Answer initialize(Caller caller, Call call) {
        sender(caller);
        JsonNode about = body(call);
        Resource resource = world.resources().find(about.path("resourceId").asString(""));
        owner(caller, resource);
        synchronized (world) {
            Attachment made = world.attachments().initialize(resource, about, world.settle());
            return Answer.json(200, StringNode.valueOf(made.id().toString()));
        }
    }

    private void owner(Caller caller, Resource resource) {
        if (!world.rights().maySend(caller, resource)) {
            throw Refused.noAccess();
        }
    }

    private Attachment attachment(Caller caller, Call call) {
        world.settle();
        Attachment found = world.attachments().find(AltinnDoor.id(call, "file"));
        owner(caller, found.resource());
        return found;
    }

    private Answer uploadFile(Caller caller, Call call) {
        synchronized (world) {
            Attachment file = attachment(caller, call);
            world.attachments().upload(file, call.request().body(), world.settle());
            return Answer.json(200, MessageJson.attachment(file));
        }
    }

    private Answer file(Caller caller, Call call, boolean details) {
        synchronized (world) {
            Attachment file = attachment(caller, call);
            return Answer.json(
                    200,
                    details ? MessageJson.attachmentDetails(file) : MessageJson.attachment(file));
        }
    }

    /** Its own file a sender gets until a message with it is published. */
    private Answer ownDownload(Caller caller, Call call) {
        synchronized (world) {
            Attachment file = attachment(caller, call);
            Optional<Message> published =
                    world.truth().stream()
                            .filter(m -> file.messages().contains(m.id()))
                            .filter(m -> m.ever(Status.PUBLISHED))
                            .findFirst();
            if (published.isPresent()) {
                throw Refused.bad(2016, "A correspondence with it is published");
            }
            return Answer.of(200, "application/octet-stream", file.bytes());
        }
    }

    private Answer purgeFile(Caller caller, Call call) {
        synchronized (world) {
            Attachment file = attachment(caller, call);
            world.attachments().purge(file, world.settle());
            return Answer.json(200, MessageJson.attachment(file));
        }
    }
}
