package no.segl.app.notice;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.segl.app.notice.Duties.Changed;
import no.segl.app.notice.Duties.Unreviewed;
import no.segl.app.notice.Filling.Waiting;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Gsm7;

/**
 * Words notices. A notice says where a letter is and how to get at it, and nothing of what it says
 * (law: eforvaltningsforskriften-8).
 */
public final class NoticeTexts {

    /** Longer lists are cut, with a count of the rest; all of them are seen in Segl. */
    private static final int UNITS_TOLD = 30;

    private static final int LONGEST_ADDRESS = 80;
    private static final int STEPS = 5;

    /** A shorter piece of a name says nothing; then there is only its number. */
    private static final int SHORTEST_NAME = 8;

    private final String address;

    /**
     * An e-mail's words.
     *
     * @param subject one line
     * @param body plain text of lines that end in LF
     */
    public record NoticeText(String subject, String body) {}

    /**
     * @param publicUrl where people reach Segl, at most 80 characters
     * @throws IllegalArgumentException if it cannot be a link's beginning
     */
    public NoticeTexts(URI publicUrl) {
        address = address(publicUrl);
    }

    /** What a link begins with, without a slash at its end. */
    static String address(URI publicUrl) {
        String url = publicUrl.toString().replaceFirst("/+$", "");
        if (!url.matches("https?://[A-Za-z0-9.:/_-]+") || url.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("an address for notices is short and has no query");
        }
        return url;
    }

    /** An e-mail. */
    public NoticeText mail(Notice.Kind kind, Language language, Filling filling) {
        Catalogue words = Catalogue.of(language);
        long letters = filling.letters();
        Paragraphs body = new Paragraphs();
        body.add(words.count(kind + ".lead", letters));
        if (kind.isForRecipient()) {
            // A sender's own notice must not say to whom it writes.
            tell(words, filling, body.gap());
        }
        body.add(words.count(kind + ".do", letters)).line(link(kind, filling.waiting()));
        if (kind == Notice.Kind.NOBODY_CAN_OPEN) {
            body.gap();
            for (int step = 1; step <= STEPS; step++) {
                body.item(step + ". ", words.text("steps." + step));
            }
            body.add(words.text("steps.none"));
        }
        filling.daysLeft().ifPresent(left -> body.add(words.days("left", left)));
        body.add(words.text("end"));
        return new NoticeText(words.count(kind + ".subject", letters), body.toString());
    }

    private static void tell(Catalogue words, Filling filling, Paragraphs body) {
        list(
                words,
                filling.waiting(),
                body,
                unit ->
                        words.count(
                                "unit",
                                unit.letters(),
                                unit.name(),
                                unit.unit().grouped(),
                                words.date(unit.oldest()),
                                words.days("age", filling.days(unit))));
    }

    /** An e-mail to those who administer access: what waits there for them, and where. */
    public NoticeText access(Language language, Duties duties) {
        Catalogue words = Catalogue.of(language);
        Paragraphs body = new Paragraphs();
        body.add(words.count("access.lead", duties.total()));
        if (duties.requests() > 0) {
            body.add(words.count("access.requests", duties.requests()));
            body.line(address + "/tilganger/to-personer");
        }
        if (!duties.changes().isEmpty()) {
            body.add(words.text("access.changes")).gap();
            list(words, duties.changes(), body, unit -> changed(words, unit));
            body.add(words.text("access.changes.do")).line(address + "/tilganger");
        }
        if (!duties.reviews().isEmpty()) {
            body.add(words.count("access.reviews", duties.grants())).gap();
            list(words, duties.reviews(), body, unit -> unreviewed(words, unit));
            body.add(words.text("access.reviews.do")).line(address + "/tilganger/gjennomgang");
        }
        body.add(words.text("access.end"));
        return new NoticeText(words.count("access.subject", duties.total()), body.toString());
    }

    /** The same as a text message: how much waits. Where, is seen in Segl. */
    public String accessText(Language language, Duties duties) {
        return Catalogue.of(language).count("sms.access", duties.total(), address);
    }

    private static <T> void list(
            Catalogue words, List<T> units, Paragraphs body, Function<T, String> line) {
        units.stream().limit(UNITS_TOLD).forEach(unit -> body.item("- ", line.apply(unit)));
        if (units.size() > UNITS_TOLD) {
            body.item("", words.count("units.more", units.size() - UNITS_TOLD));
        }
    }

    private static String unreviewed(Catalogue words, Unreviewed unit) {
        String number = unit.unit().grouped();
        return words.count("access.review", unit.grants(), unit.name(), number);
    }

    private static String changed(Catalogue words, Changed unit) {
        String causes =
                unit.causes().stream()
                        .map(cause -> words.text("access.cause." + cause))
                        .collect(Collectors.joining("; "));
        String number = unit.unit().grouped();
        return words.count("access.change", unit.things(), unit.name(), number, causes);
    }

    /** A text message: one, of the plain alphabet, whatever the unit is called. */
    public String sms(Notice.Kind kind, Language language, Filling filling) {
        Catalogue words = Catalogue.of(language);
        List<Waiting> units = filling.waiting();
        if (units.size() > 1) {
            return sms(words, kind, filling, words.text("sms.units", units.size()));
        }
        Waiting unit = units.getFirst();
        String number = unit.unit().toString();
        int room =
                Gsm7.ONE_MESSAGE
                        - Gsm7.length(sms(words, kind, filling, ""))
                        - (number.length() + 3);
        String name = shortened(Gsm7.near(unit.name()), room);
        return sms(words, kind, filling, name.isEmpty() ? number : name + " (" + number + ")");
    }

    private String sms(Catalogue words, Notice.Kind kind, Filling filling, String where) {
        return words.count("sms." + kind, filling.letters(), where, address);
    }

    /** At most {@code room} septets of {@code name}; empty if those would say nothing. */
    private static String shortened(String name, int room) {
        if (Gsm7.length(name) <= room) {
            return name;
        }
        String piece = name;
        while (!piece.isEmpty() && Gsm7.length(piece) > room - 1) {
            piece = piece.substring(0, piece.length() - 1);
        }
        return piece.length() < SHORTEST_NAME ? "" : piece.strip() + ".";
    }

    private String link(Notice.Kind kind, List<Waiting> units) {
        return address
                + switch (kind) {
                    case ARRIVED, STILL_UNOPENED, SHARED -> "/innboks";
                    case SENDER_LONG_UNOPENED -> "/sendt";
                    case CASE_WAITING -> "/oppfolging";
                    case NOBODY_CAN_OPEN, LONG_UNOPENED ->
                            units.size() == 1
                                    ? "/tilganger/enhet/" + units.getFirst().unit()
                                    : "/tilganger";
                };
    }
}
