package no.segl.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import no.segl.app.lettering.TaggedDocument;
import no.segl.app.lettering.TaggedPages;
import no.segl.app.lettering.TaggedTable;
import no.segl.app.lettering.TaggedTable.Column;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Watched;
import no.segl.app.web.page.Figures;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;

/** A list of letters as a document: to read in a meeting, or to lay beside the phone. */
final class ListPdf {

    private static final float MARGIN = 14;

    private final Texts texts;
    private final Figures figures;
    private final Function<Category, String> categories;
    private final Watched.Asked asked;
    private final String described;

    ListPdf(
            Texts texts,
            Function<Category, String> categories,
            Watched.Asked asked,
            String described) {
        this.texts = texts;
        this.figures = texts.figures();
        this.categories = categories;
        this.asked = asked;
        this.described = described;
    }

    long write(Watched watched, OutputStream out) throws IOException {
        Side own = asked.own();
        String title = texts.get("letters." + own.name());
        try (var document = new TaggedDocument(title, texts.language().tag(), true)) {
            var pages = new TaggedPages(document, MARGIN);
            pages.title(title);
            pages.paragraph(texts.get("letters.pdf.at", described, figures.dateTime(asked.at())));
            TaggedTable table =
                    pages.table(
                            List.of(
                                    new Column(texts.get("letters.column.there." + own), 3.4f),
                                    new Column(texts.get("letters.column.here." + own), 3.0f),
                                    new Column(texts.get("column.category"), 1.8f),
                                    new Column(texts.get("column.status"), 2.0f),
                                    new Column(texts.get("column.age"), 1.7f),
                                    new Column(texts.get("column.look"), 3.2f)));
            long[] rows = {0};
            boolean more;
            try {
                more =
                        watched.each(
                                asked,
                                Form.PDF.most(),
                                row -> {
                                    one(table, row);
                                    rows[0]++;
                                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            pages.space();
            pages.paragraph(
                    more
                            ? texts.get("letters.pdf.more", figures.number(rows[0]))
                            : texts.count("letters.count", rows[0]));
            pages.finish(texts.get("letters.pdf.foot", figures.dateTime(asked.at())), out);
            return rows[0];
        }
    }

    private void one(TaggedTable table, Watched.Row row) {
        boolean sent = asked.own() == Side.SENDER;
        try {
            table.row(
                    List.of(
                            sent
                                    ? party(row.recipientName(), row.recipient())
                                    : party(row.senderName(), row.sender()),
                            (sent ? row.senderName() : row.recipientName())
                                    + row.reference().map(r -> ", " + r).orElse("")
                                    + row.caseNumber().map(c -> ", " + c).orElse(""),
                            categories.apply(row.category()),
                            texts.get("status." + row.state().name()),
                            row.state().isClosed()
                                    ? row.closedAt().map(figures::shortDate).orElse("")
                                    : figures.age(row.since(), asked.at()),
                            row.nextLook().map(this::look).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String party(String name, OrgNumber number) {
        return name + " (" + figures.orgNumber(number) + ")";
    }

    private String look(SentLetters.Look look) {
        return figures.shortDate(look.at())
                + ": "
                + texts.named("look.reason.", look.reason())
                + " ("
                + texts.named("look.owner.", look.owner())
                + ")";
    }
}
