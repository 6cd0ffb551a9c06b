package no.segl.sandbox.altinn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/** What Altinn refuses of an order for a notice. */
final class NotificationRules {

    private static final Set<String> CHANNELS =
            Set.of("Email", "Sms", "EmailPreferred", "SmsPreferred", "EmailAndSms");

    private NotificationRules() {}

    static void check(JsonNode notification, int recipients) {
        if (!notification.isObject()) {
            return;
        }
        String template = notification.path("notificationTemplate").asString("CustomMessage");
        String channel = notification.path("notificationChannel").asString("Email");
        if (!CHANNELS.contains(channel)) {
            throw Refused.field("notificationChannel", "The JSON value could not be converted.");
        }
        lengths(notification);
        if (template.equals("CustomMessage")) {
            texts(notification, channel, "emailSubject", "emailBody", "smsBody", 3002, 3004, 3006);
            if (Json.isTrue(notification, "sendReminder")) {
                texts(
                        notification,
                        notification.path("reminderNotificationChannel").asString(channel),
                        "reminderEmailSubject",
                        "reminderEmailBody",
                        "reminderSmsBody",
                        3003,
                        3005,
                        3007);
            }
        } else if (!template.equals("GenericAltinnMessage")) {
            throw Refused.field("notificationTemplate", "The JSON value could not be converted.");
        }
        custom(notification.path("customRecipients"), recipients);
    }

    private static void lengths(JsonNode notification) {
        for (String name : List.of("emailSubject", "reminderEmailSubject")) {
            most(notification, name, 512);
        }
        for (String name : List.of("emailBody", "reminderEmailBody")) {
            most(notification, name, 10_000);
        }
        for (String name : List.of("smsBody", "reminderSmsBody")) {
            most(notification, name, 2144);
        }
    }

    private static void most(JsonNode notification, String name, int most) {
        if (notification.path(name).asString("").length() > most) {
            throw Refused.field(name, "It has a maximum length of " + most + ".");
        }
    }

    private static void texts(
            JsonNode notification,
            String channel,
            String subject,
            String body,
            String sms,
            int noMail,
            int noSms,
            int noEither) {
        boolean mail =
                Json.text(notification, subject).isPresent()
                        && Json.text(notification, body).isPresent();
        boolean text = Json.text(notification, sms).isPresent();
        switch (channel) {
            case "Email" -> {
                if (!mail) {
                    throw Refused.bad(noMail, "Email body and subject must be provided");
                }
            }
            case "Sms" -> {
                if (!text) {
                    throw Refused.bad(noSms, "SMS body must be provided");
                }
            }
            default -> {
                if (!mail || !text) {
                    throw Refused.bad(
                            noEither, "Email body, subject and SMS body must be provided");
                }
            }
        }
    }

    private static void custom(JsonNode custom, int recipients) {
        if (!custom.isArray() || custom.isEmpty()) {
            return;
        }
        if (recipients > 1) {
            throw Refused.bad(3017, "Custom recipients with multiple recipients are not allowed");
        }
        for (JsonNode one : custom) {
            long identifiers =
                    Stream.of(
                                    "emailAddress",
                                    "mobileNumber",
                                    "organizationNumber",
                                    "nationalIdentityNumber")
                            .filter(name -> Json.text(one, name).isPresent())
                            .count();
            if (identifiers > 1) {
                throw Refused.bad(3018, "A custom recipient has one identifier");
            }
            if (identifiers == 0) {
                throw Refused.bad(3019, "A custom recipient has an identifier");
            }
            if (Json.text(one, "emailAddress")
                    .filter(e -> !e.matches("[^@ ]+@[^@ ]+"))
                    .isPresent()) {
                throw Refused.bad(3011, "Invalid email provided for custom recipient");
            }
            if (Json.text(one, "mobileNumber")
                    .filter(m -> !m.matches("\\+?[0-9]{8,15}"))
                    .isPresent()) {
                throw Refused.bad(3012, "Invalid mobile number provided");
            }
        }
    }
}
