package no.segl.sandbox.altinn;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.segl.sandbox.altinn.Attachments.Attachment;
import no.segl.sandbox.time.Knob;

/** What recipients do with messages, and senders until these are published. */
public final class Inbox {

    private static final Duration ONE_FETCH = Duration.ofSeconds(15);

    private final CorrespondenceWorld world;

    Inbox(CorrespondenceWorld world) {
        this.world = world;
    }

    /** Looks at the overview: not for its sender, it is fetched thereby, and not read. */
    public Message look(Caller caller, UUID id) {
        synchronized (world) {
            Message message = world.find(caller, id);
            if (message.isPurged()) {
                throw Refused.noMessage();
            }
            if (!world.rights().isSender(caller, message)) {
                fetched(message, world.time().instant());
            }
            return message;
        }
    }

    private void fetched(Message message, Instant now) {
        boolean again =
                message.first(Status.FETCHED, Instant.MAX).isPresent()
                        && message.seen(Instant.MAX).stream()
                                .filter(row -> row.status() == Status.FETCHED)
                                .anyMatch(row -> row.at().plus(ONE_FETCH).isAfter(now));
        if (!again) {
            world.add(message, Status.FETCHED, now);
        }
        world.reminders().forget(message);
    }

    private Message asRecipient(Caller caller, UUID id) {
        Message message = world.find(caller, id);
        if (!world.rights().mayRead(caller, message.recipient(), message.resource())) {
            throw Refused.noAccess();
        }
        if (!message.isThere()) {
            throw Refused.noMessage();
        }
        return message;
    }

    /** Reads the body: it is fetched and read thereby. */
    public Message read(Caller caller, UUID id) {
        synchronized (world) {
            Message message = asRecipient(caller, id);
            Instant now = world.time().instant();
            fetched(message, now);
            if (!message.ever(Status.READ)) {
                markRead(message, now);
            }
            return message;
        }
    }

    private void markRead(Message message, Instant now) {
        world.add(message, Status.READ, now);
        world.told(message, "correspondencereceiverread", message.sender(), now);
    }

    public void markAsRead(Caller caller, UUID id) {
        synchronized (world) {
            Message message = asRecipient(caller, id);
            if (!message.ever(Status.FETCHED)) {
                throw Refused.bad(1024, "The correspondence must be fetched before it can be read");
            }
            if (message.ever(Status.READ)) {
                throw Refused.bad(1040, "The correspondence has already been marked as read");
            }
            markRead(message, world.time().instant());
        }
    }

    /** Confirms it; that is stored some seconds later. */
    public void confirm(Caller caller, UUID id) {
        synchronized (world) {
            Message message = asRecipient(caller, id);
            if (!message.ever(Status.FETCHED)) {
                throw Refused.bad(
                        1025, "The correspondence must be fetched before it can be confirmed");
            }
            if (message.ever(Status.CONFIRMED)) {
                throw Refused.bad(1041, "The correspondence has already been confirmed");
            }
            world.agenda()
                    .at(
                            world.time().instant().plus(world.knobs().duration(Knob.CONFIRM_LAG)),
                            at -> {
                                if (!message.ever(Status.CONFIRMED) && message.isThere()) {
                                    world.add(message, Status.CONFIRMED, at);
                                    world.told(
                                            message,
                                            "correspondencereceiverconfirmed",
                                            message.sender(),
                                            at);
                                }
                            });
        }
    }

    /** A sender may purge before it is published, a recipient after. */
    public void purge(Caller caller, UUID id) {
        synchronized (world) {
            Message message = world.find(caller, id);
            if (message.isPurged()) {
                throw Refused.bad(1014, "Correspondence has already been purged");
            }
            boolean sender = world.rights().isSender(caller, message);
            if (sender && message.ever(Status.PUBLISHED)) {
                throw Refused.bad(
                        1013, "Sender cannot delete correspondence that has been published");
            }
            if (!sender
                    && message.draft().isConfirmationNeeded()
                    && !message.ever(Status.CONFIRMED)) {
                throw Refused.bad(1026, "It must be confirmed before it is deleted");
            }
            Instant now = world.time().instant();
            world.add(message, sender ? Status.PURGED_BY_ALTINN : Status.PURGED_BY_RECIPIENT, now);
            world.told(message, "correspondencepurged", message.sender(), now);
        }
    }

    /** The file of a message, for its recipient. */
    public Attachment download(Caller caller, UUID id, UUID file) {
        synchronized (world) {
            Message message = asRecipient(caller, id);
            if (!message.attachments().contains(file)) {
                throw Refused.noAttachment();
            }
            Instant now = world.time().instant();
            if (!message.ever(Status.ATTACHMENTS_DOWNLOADED)) {
                world.add(message, Status.ATTACHMENTS_DOWNLOADED, now);
            }
            return world.attachments().find(file);
        }
    }
}
