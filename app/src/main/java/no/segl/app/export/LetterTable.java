package no.segl.app.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.segl.app.export.Sheet.Cell;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Watched;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Category;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;

/** Letters as the rows of a spreadsheet, with their ages in days. */
final class LetterTable {

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
    private final Function<Category, String> categories;
    private final Instant now;

    LetterTable(Side own, Texts texts, Function<Category, String> categories, Instant now) {
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
    List<Cell> cells(Watched.Row row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(row.id().toString()));
        cells.add(new Cell.Text(row.senderName()));
        cells.add(new Cell.Text(row.sender().value()));
        cells.add(new Cell.Text(row.recipientName()));
        cells.add(new Cell.Text(row.recipient().value()));
        cells.add(new Cell.Text(categories.apply(row.category())));
        cells.add(new Cell.Text(texts.get("status." + row.state().name())));
        cells.add(Cell.of(row.availableAt()));
        cells.add(
                row.state().isClosed()
                        ? new Cell.Nothing()
                        : new Cell.Whole(Math.max(0, Age.days(row.since(), now))));
        cells.add(Cell.of(row.openedAt()));
        cells.add(Cell.of(row.closedAt()));
        cells.add(Cell.of(row.nextLook().map(SentLetters.Look::at)));
        cells.add(named(row.nextLook().map(l -> texts.named("look.reason.", l.reason()))));
        cells.add(named(row.nextLook().map(l -> texts.named("look.owner.", l.owner()))));
        if (own == Side.SENDER) {
            cells.add(named(row.reference()));
            cells.add(named(row.caseNumber()));
        }
        return cells;
    }

    private static Cell named(Optional<String> text) {
        return text.<Cell>map(Cell.Text::new).orElseGet(Cell.Nothing::new);
    }
}
