package no.segl.sandbox.altinn;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.sandbox.altinn.Attachments.Attachment;
import no.segl.sandbox.notice.Notices;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import tools.jackson.databind.JsonNode;

/**
 * All messages of Altinn 3, and what happens to them. What is due happens when somebody looks. All
 * that is refused is thrown as {@link Refused}.
 */
public final class CorrespondenceWorld {

    private final Directory directory;
    private final Resources resources;
    private final InstantSource time;
    private final Knobs knobs;
    private final Happening.Listener listener;
    private final Rights rights;
    private final Drafts drafts;
    private final Agenda agenda = new Agenda();
    private final Chance chance;
    private final Attachments attachments;
    private final MessageNotices notices;
    private final Reminders reminders;
    private final MessageIndex index = new MessageIndex();
    private final Inbox inbox = new Inbox(this);
    private final Map<UUID, Message> messages = new LinkedHashMap<>();
    private final Map<UUID, UUID> byKey = new HashMap<>();

    public CorrespondenceWorld(
            Directory directory,
            Access access,
            Resources resources,
            InstantSource time,
            Knobs knobs,
            Notices sent,
            Happening.Listener listener,
            long seed) {
        this.directory = directory;
        this.resources = resources;
        this.time = time;
        this.knobs = knobs;
        this.listener = listener;
        this.chance = new Chance(seed);
        this.rights = new Rights(access, directory);
        this.drafts = new Drafts(resources, directory);
        this.attachments = new Attachments(agenda, chance, knobs, this::ready);
        this.notices = new MessageNotices(directory, agenda, chance, knobs, sent, listener);
        this.reminders = new Reminders(notices);
    }

    /** Lets all happen that is due. */
    public synchronized Instant settle() {
        Instant now = time.instant();
        agenda.until(now);
        return now;
    }

    /** When something happens next by itself. */
    public synchronized Optional<Instant> next() {
        return agenda.next();
    }

    /** Every message, as it really is. */
    public synchronized List<Message> truth() {
        settle();
        return List.copyOf(messages.values());
    }

    /** Whether a recipient's inbox reminds of confidential mail that nobody has opened. */
    public synchronized boolean remindsInInbox(String recipient) {
        settle();
        return reminders.isShownTo(recipient);
    }

    /** What recipients do with what came to them. */
    public Inbox inbox() {
        return inbox;
    }

    Agenda agenda() {
        return agenda;
    }

    InstantSource time() {
        return time;
    }

    Knobs knobs() {
        return knobs;
    }

    Rights rights() {
        return rights;
    }

    Resources resources() {
        return resources;
    }

    Reminders reminders() {
        return reminders;
    }

    MessageIndex index() {
        return index;
    }

    Attachments attachments() {
        return attachments;
    }

    /** Sends a message to each recipient; one that cannot be sent it refuses them all. */
    public synchronized List<Message> send(
            Caller caller, JsonNode request, List<Draft.File> files) {
        Instant now = settle();
        String id = request.path("correspondence").path("resourceId").asString("");
        if (!id.isEmpty() && !rights.maySend(caller, resources.find(id))) {
            throw Refused.noAccess();
        }
        Draft draft = drafts.read(request, files, now);
        if (draft.key().filter(byKey::containsKey).isPresent()) {
            throw Refused.of(
                    409, 1034, "A correspondence with the same idempotent key already exists");
        }
        List<Attachment> with = files(draft, now);
        List<Message> made = new ArrayList<>();
        for (String recipient : draft.recipients()) {
            made.add(make(draft, recipient, with, now));
        }
        draft.key().ifPresent(key -> byKey.put(key, made.getFirst().id()));
        return made;
    }

    private List<Attachment> files(Draft draft, Instant now) {
        List<Attachment> with = new ArrayList<>();
        draft.existing()
                .forEach(id -> with.add(attachments.existing(id, draft.resource().owner())));
        for (Draft.File file : draft.files()) {
            Attachment made = attachments.initialize(draft.resource(), file.about(), now);
            attachments.upload(made, file.bytes(), now);
            with.add(made);
        }
        return with;
    }

    private Message make(Draft draft, String recipient, List<Attachment> with, Instant now) {
        Message message =
                new Message(
                        chance.id(),
                        draft,
                        recipient,
                        with.stream().map(Attachment::id).toList(),
                        now);
        messages.put(message.id(), message);
        index.add(message);
        with.forEach(attachment -> attachment.messages().add(message.id()));
        add(message, Status.INITIALIZED, now);
        told(message, "correspondenceinitialized", message.sender(), now);
        boolean reserved =
                directory.isReserved(recipient)
                        && !draft.asked().path("ignoreReservation").asBoolean(false);
        if (reserved) {
            add(message, Status.RESERVED, now);
            return message;
        }
        if (isReady(message)) {
            add(message, Status.READY_FOR_PUBLISH, now);
        }
        Instant due = message.publishAt().plus(knobs.duration(Knob.PUBLISH_LAG));
        agenda.at(due, at -> publish(message, at));
        return message;
    }

    private boolean isReady(Message message) {
        return message.attachments().stream()
                .allMatch(id -> attachments.known(id).state() == Attachments.State.PUBLISHED);
    }

    /** An attachment is published, or never will be. */
    private void ready(Attachment attachment, Instant at) {
        for (UUID id : attachment.messages()) {
            Message message = messages.get(id);
            if (message != null && attachment.state() == Attachments.State.FAILED) {
                fail(message, "An attachment could not be published", at);
            } else if (message != null && isReady(message)) {
                add(message, Status.READY_FOR_PUBLISH, at);
                if (!message.publishAt().isAfter(at)) {
                    publish(message, at);
                }
            }
        }
    }

    private void publish(Message message, Instant at) {
        if (message.ever(Status.PUBLISHED)
                || message.ever(Status.FAILED)
                || message.isPurged()
                || !isReady(message)) {
            return;
        }
        if (message.draft().isConfidential()
                && message.isToOrganisation()
                && directory.keyRoles(message.recipient()).isEmpty()) {
            fail(
                    message,
                    "The recipient lacks roles required to read confidential correspondences."
                            + " Consider sending physical mail to this recipient instead.",
                    at);
            return;
        }
        add(message, Status.PUBLISHED, at);
        told(message, "correspondencepublished", message.recipient(), at);
        notices.order(message, at);
        if (message.draft().isConfidential()) {
            agenda.at(
                    message.publishAt().plus(knobs.duration(Knob.CONFIDENTIAL_REMINDER)),
                    due -> reminders.due(message, due));
        }
        message.draft().dueAt().ifPresent(due -> agenda.at(due, when -> due(message, when)));
    }

    private void fail(Message message, String why, Instant at) {
        if (!message.ever(Status.FAILED) && !message.ever(Status.PUBLISHED)) {
            message.fail(at, why);
            told(message, "correspondencepublishfailed", message.sender(), at);
        }
    }

    /** At its due time a sender may be told that nobody has read it, or confirmed it. Once. */
    private void due(Message message, Instant at) {
        if (!message.isThere()) {
            return;
        }
        if (!message.ever(Status.READ)) {
            told(message, "correspondencereceiverneverread", message.recipient(), at);
        }
        if (message.draft().isConfirmationNeeded() && !message.ever(Status.CONFIRMED)) {
            told(message, "correspondencereceiverneverconfirmed", message.recipient(), at);
        }
    }

    /**
     * The message of that id that {@code caller} may see, whether as its sender or its recipient.
     */
    synchronized Message find(Caller caller, UUID id) {
        Instant now = settle();
        Message message = Optional.ofNullable(messages.get(id)).orElseThrow(Refused::noMessage);
        if (rights.isSender(caller, message)) {
            return message;
        }
        if (!rights.mayRead(caller, message.recipient(), message.resource())) {
            throw Refused.noAccess();
        }
        if (!message.publishAt().isAfter(now)) {
            publish(message, now);
        }
        if (!message.ever(Status.PUBLISHED)) {
            throw Refused.noMessage();
        }
        return message;
    }

    Optional<Message> byKey(UUID key) {
        return Optional.ofNullable(byKey.get(key)).map(messages::get);
    }

    void add(Message message, Status status, Instant at) {
        message.add(status, at, at.plus(knobs.duration(Knob.STATUS_LAG)));
    }

    void told(Message message, String type, String subject, Instant at) {
        listener.happened(
                new Happening(
                        type, message.resource().urn(), message.id().toString(), subject, at));
    }
}
