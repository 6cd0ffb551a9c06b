package no.segl.app.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Watched;
import no.segl.app.web.page.Texts;
import no.segl.core.day.WorkingDays;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;

/** Letters as the rows of a spreadsheet: days as ISO 8601 in Norwegian time, ages in days. */
final class LetterTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingDays.NORWAY);

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "sender",
                    "senderNumber",
                    "recipient",
                    "recipientNumber",
                    "category",
                    "status",
                    "available",
                    "days",
                    "opened",
                    "closed",
                    "lookAt",
                    "lookWhy",
                    "lookOwner");

    private final Side own;
    private final Texts texts;
    private final Words.Names categories;
    private final Instant now;

    LetterTable(Side own, Texts texts, Words.Names categories, Instant now) {
        this.own = own;
        this.texts = texts;
        this.categories = categories;
        this.now = now;
    }

    /** What the columns are called. */
    List<String> head() {
        List<String> head = new ArrayList<>();
        COLUMNS.forEach(c -> head.add(texts.named("letters.csv.", c)));
        if (own == Side.SENDER) {
            head.add(texts.get("letters.csv.reference"));
            head.add(texts.get("letters.csv.caseNumber"));
        }
        return head;
    }

    /** One letter. */
    List<String> cells(Watched.Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.id().toString());
        cells.add(row.senderName());
        cells.add(row.sender().value());
        cells.add(row.recipientName());
        cells.add(row.recipient().value());
        cells.add(categories.of(row.category()));
        cells.add(texts.get("status." + row.state().name()));
        cells.add(time(row.availableAt()));
        cells.add(
                row.state().isClosed()
                        ? ""
                        : Long.toString(Math.max(0, Age.days(row.since(), now))));
        cells.add(time(row.openedAt()));
        cells.add(time(row.closedAt()));
        cells.add(time(row.nextLook().map(l -> l.at())));
        cells.add(row.nextLook().map(l -> Words.look(l, texts).why()).orElse(""));
        cells.add(row.nextLook().map(l -> Words.look(l, texts).owner()).orElse(""));
        if (own == Side.SENDER) {
            cells.add(row.reference().orElse(""));
            cells.add(row.caseNumber().orElse(""));
        }
        return cells;
    }

    private static String time(Optional<Instant> at) {
        return at.map(TIME::format).orElse("");
    }
}
