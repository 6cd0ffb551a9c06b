package no.segl.sandbox.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A habit of a neighbour that can be turned, with what it is when nobody does. */
public enum Knob {
    MASKINPORTEN_LIFETIME(
            "maskinporten.lifetime", "PT119S", "how long a token of Maskinporten holds"),
    ALTINN_LIFETIME("altinn.lifetime", "PT29M59S", "how long a token of Altinn holds"),
    LIST_MOST(
            "altinn.list.most",
            "1000",
            "how many ids the list gives at most; there is no next page"),
    LIST_SHARE(
            "altinn.list.share",
            "1",
            "which share of the ids the list gives at all; the others are left out"),
    STATUS_LAG(
            "altinn.status.lag",
            "PT0S",
            "how long after it happened a status is shown, with the time it happened"),
    PUBLISH_LAG(
            "altinn.publish.lag",
            "PT2S",
            "how long after the time asked for a message is published"),
    SCAN_LAG("altinn.scan.lag", "PT5S", "how long an uploaded file is looked at for malware"),
    CONFIRM_LAG("altinn.confirm.lag", "PT6S", "how long it takes until a confirmation is stored"),
    CONFIDENTIAL_REMINDER(
            "altinn.reminder.after",
            "P7D",
            "when the recipient is reminded of unopened confidential mail"),
    EXPIRY_DAYS_LEAST("altinn.expiry.least", "14", "the fewest days that an attachment lasts"),
    NOTICE_LAG("altinn.notice.lag", "PT5M", "how long after publication a notice goes out"),
    NOTICE_FAILING("altinn.notice.failing", "0", "which share of all notices cannot be delivered"),
    EVENT_LAG("events.lag", "PT0S", "how long after it happened an event is pushed"),
    EVENT_LOST("events.lost", "0", "which share of the events never comes"),
    EVENT_TWICE("events.twice", "0", "which share of the events comes twice"),
    EVENT_LATE("events.late", "0", "which share of the events comes late, and so out of order"),
    EVENT_LATE_BY("events.late.by", "PT30M", "how late those are"),
    SVARUT_VOCABULARY(
            "svarut.vocabulary",
            "sendt_altinn",
            "v3's words for what is in Altinn: sendt_altinn, or the older varslet"),
    SVARUT_LAG("svarut.lag", "PT5S", "how long each step of a letter in SvarUT takes"),
    SVARUT_STATUS_LAG(
            "svarut.status.lag",
            "PT0S",
            "how long after it happened a status is shown, with the time it happened"),
    SVARUT_DEADLINE_HOURS(
            "svarut.deadline.hours", "40", "lesefrist: hours, counted on working days alone"),
    SVARUT_PRINT_LAG(
            "svarut.print.lag",
            "PT24H",
            "how long after it was handed to the printer a letter is printed"),
    SVARUT_SAME_MOST(
            "svarut.same.most",
            "25",
            "how many letters with the same sender, title and recipient are taken in two days"),
    SVARUT_PRINTABLE_MOST(
            "svarut.printable.most",
            "350000000",
            "bytes of all documents together in a letter that may be printed"),
    SVARUT_ERROR_OBJECT(
            "svarut.error.object",
            "true",
            "whether errorJson is an object, as the real one's is, or a text, as it is described");

    private final String word;
    private final String standard;
    private final String meaning;

    Knob(String word, String standard, String meaning) {
        this.word = word;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** Its name outside. */
    public String word() {
        return word;
    }

    public String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    /** The one of that name. */
    public static Optional<Knob> of(String word) {
        return Arrays.stream(values()).filter(knob -> knob.word.equals(word)).findFirst();
    }

    /** Whether it can be turned to {@code value}. */
    boolean takes(String value) {
        try {
            if (standard.startsWith("P")) {
                return !Duration.parse(value).isNegative();
            }
            if (standard.equals("true")) {
                return value.equals("true") || value.equals("false");
            }
            if (this == SVARUT_VOCABULARY) {
                return value.equals("varslet") || value.equals("sendt_altinn");
            }
            return isShare()
                    ? Double.parseDouble(value) >= 0 && Double.parseDouble(value) <= 1
                    : Long.parseLong(value) >= 0;
        } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
            return false;
        }
    }

    private boolean isShare() {
        return standard.equals("0") || standard.equals("1");
    }
}
