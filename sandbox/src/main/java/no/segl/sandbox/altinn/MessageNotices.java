package no.segl.sandbox.altinn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.sandbox.notice.Notices;
import no.segl.sandbox.notice.Notices.Notice;
import no.segl.sandbox.notice.Notices.Way;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * Notices about messages. They go to the addresses that the recipient has registered, whether or
 * not whoever reads those can open the message.
 */
final class MessageNotices {

    private static final Duration REMINDER = Duration.ofDays(7);
    private static final Duration OUTCOME = Duration.ofMinutes(5);

    private final Directory directory;
    private final Agenda agenda;
    private final Chance chance;
    private final Knobs knobs;
    private final Notices notices;
    private final Happening.Listener listener;

    MessageNotices(
            Directory directory,
            Agenda agenda,
            Chance chance,
            Knobs knobs,
            Notices notices,
            Happening.Listener listener) {
        this.directory = directory;
        this.agenda = agenda;
        this.chance = chance;
        this.knobs = knobs;
        this.notices = notices;
        this.listener = listener;
    }

    /** Orders what the sender asked for, when the message is published. */
    void order(Message message, Instant published) {
        Optional<JsonNode> asked = message.draft().notification();
        if (asked.isEmpty()) {
            return;
        }
        told(message, "notificationcreated", published);
        Instant first = published.plus(knobs.duration(Knob.NOTICE_LAG));
        agenda.at(first, at -> go(message, asked.get(), false, at));
        if (Json.isTrue(asked.get(), "sendReminder")) {
            agenda.at(first.plus(REMINDER), at -> go(message, asked.get(), true, at));
        }
    }

    /** A reminder goes only if nobody has read the message; nothing goes about a purged one. */
    private void go(Message message, JsonNode asked, boolean reminder, Instant at) {
        if (message.isPurged() || (reminder && message.ever(Status.READ))) {
            return;
        }
        String channel = asked.path("notificationChannel").asString("Email");
        String prefix = "";
        if (reminder) {
            channel = asked.path("reminderNotificationChannel").asString(channel);
            prefix = "reminder";
        }
        String subject = text(asked, prefix, "emailSubject");
        String mail = text(asked, prefix, "emailBody");
        String sms = text(asked, prefix, "smsBody");
        boolean byMail = !channel.equals("Sms");
        boolean bySms = channel.equals("Sms") || channel.equals("EmailAndSms");
        int before = message.orders().size();
        if (byMail) {
            for (String to : directory.emails(message.recipient())) {
                send(message, reminder, channel, Way.EMAIL, to, subject, mail, at);
            }
        }
        if (bySms) {
            for (String to : directory.mobiles(message.recipient())) {
                send(message, reminder, channel, Way.SMS, to, "", sms, at);
            }
        }
        if (message.orders().size() == before) {
            message.orders()
                    .add(
                            new Message.Order(
                                            chance.id(),
                                            at,
                                            reminder,
                                            channel,
                                            "",
                                            Optional.empty(),
                                            Optional.empty())
                                    .ended("Email_Failed_RecipientNotIdentified", at));
        }
        agenda.at(at.plus(OUTCOME), ended -> outcome(message, reminder, before, ended));
    }

    private static String text(JsonNode asked, String prefix, String name) {
        String field =
                prefix.isEmpty()
                        ? name
                        : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return asked.path(field).asString("Du har fått en melding i Altinn.");
    }

    /** Reminds of confidential mail that nobody has opened: mail alone, and once. */
    void remind(Message message, Instant at) {
        int before = message.orders().size();
        for (String to : directory.emails(message.recipient())) {
            send(
                    message,
                    false,
                    "Email",
                    Way.EMAIL,
                    to,
                    "Uåpnet taushetsbelagt post",
                    "Virksomheten har taushetsbelagt post i Altinn som ingen har åpnet.",
                    at);
        }
        agenda.at(at.plus(OUTCOME), ended -> outcome(message, false, before, ended));
    }

    private void send(
            Message message,
            boolean reminder,
            String channel,
            Way way,
            String to,
            String subject,
            String text,
            Instant at) {
        boolean fails = chance.happens(knobs.share(Knob.NOTICE_FAILING));
        Message.Order order =
                new Message.Order(
                        chance.id(), at, reminder, channel, to, Optional.empty(), Optional.empty());
        String kind = way == Way.EMAIL ? "Email" : "SMS";
        message.orders()
                .add(order.ended(kind + (fails ? "_Failed" : "_Delivered"), at.plus(OUTCOME)));
        if (!fails) {
            notices.send(new Notice(at, "altinn", way, to, message.id().toString(), subject, text));
        }
    }

    private void outcome(Message message, boolean reminder, int from, Instant at) {
        List<Message.Order> sent = message.orders().subList(from, message.orders().size());
        long failed = sent.stream().filter(Message.Order::isFailed).count();
        if (failed == sent.size()) {
            told(message, "correspondencenotificationallfailed", at);
        } else {
            if (failed > 0) {
                told(message, "correspondencenotificationfailed", at);
            }
            told(
                    message,
                    reminder
                            ? "correspondencenotificationreminderdelivered"
                            : "correspondencenotificationdelivered",
                    at);
        }
    }

    private void told(Message message, String type, Instant at) {
        listener.happened(
                new Happening(
                        type,
                        message.resource().urn(),
                        message.id().toString(),
                        message.sender(),
                        at));
    }
}
