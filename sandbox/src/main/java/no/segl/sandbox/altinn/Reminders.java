package no.segl.sandbox.altinn;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Altinn's reminder of confidential mail that nobody has opened: one mail for each message, seven
 * days after it was published, and never again. A list of them for the recipient, and none for the
 * sender.
 */
final class Reminders {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Oslo"));

    private final Map<String, Set<Message>> dialogs = new LinkedHashMap<>();
    private final MessageNotices notices;

    Reminders(MessageNotices notices) {
        this.notices = notices;
    }

    /** The job of one message. If it is too late or too early, it never comes again. */
    void due(Message message, Instant at) {
        if (message.isThere() && !message.ever(Status.READ)) {
            dialogs.computeIfAbsent(message.recipient(), _ -> new LinkedHashSet<>()).add(message);
            notices.remind(message, at);
        }
    }

    /** A look at it is enough to take its reminder away, though it is not read. */
    void forget(Message message) {
        Set<Message> of = dialogs.get(message.recipient());
        if (of != null && of.remove(message) && of.isEmpty()) {
            dialogs.remove(message.recipient());
        }
    }

    /** Whether the recipient's inbox shows a reminder. */
    boolean isShownTo(String recipient) {
        return dialogs.containsKey(recipient);
    }

    /**
     * What is unopened, as markdown: sender, day and service of each. A message that was purged
     * without being read stays on it.
     *
     * @param unopened the oldest first
     */
    static String list(List<Message> unopened, java.util.function.Function<String, String> name) {
        StringBuilder text =
                new StringBuilder(
                        "Virksomheten har taushetsbelagt post som ikke er åpnet. En"
                                + " hovedadministrator må gi fullmakt til tjenesten.\n\n");
        for (Message message : unopened) {
            text.append("- ")
                    .append(
                            message.asked()
                                    .path("messageSender")
                                    .asString(name.apply(message.sender())))
                    .append(", ")
                    .append(DAY.format(message.publishAt()))
                    .append(", ")
                    .append(message.resource().title())
                    .append('\n');
        }
        return text.append("\nVarselet forsvinner når alt er åpnet.\n").toString();
    }
}
