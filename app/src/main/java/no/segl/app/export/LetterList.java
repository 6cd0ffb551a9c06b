package no.segl.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import no.segl.app.store.Categories;
import no.segl.app.store.Watched;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Category;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.core.overview.Question;
import no.segl.core.overview.QuestionReader;

/** Writes which letters a question is about, as a file. */
public final class LetterList {

    private static final int HEARD_EVERY = 1_000;

    private final Watched watched;
    private final Categories categories;

    public LetterList(Watched watched, Categories categories) {
        this.watched = watched;
        this.categories = categories;
    }

    /** What the file of such a list is called. */
    public static String fileName(Side own, Form form, Language language) {
        return texts(language).get("letters.file." + own.name()) + "." + form.ending();
    }

    /** How many letters there are; {@code most + 1} stands for more than {@code most}. */
    public long count(Watched.Asked asked, int most) {
        return watched.count(asked, most);
    }

    /**
     * Reads a question as it was typed; empty if it is not understood, or asks at the recipients'
     * end for what only senders know.
     */
    public Optional<Question> read(String typed, Side own, Language language) {
        return switch (new QuestionReader(categories.vocabulary(language)).read(typed)) {
            case QuestionReader.Answer.Understood(var question) ->
                    Optional.of(question)
                            .filter(q ->
                                    own == Side.SENDER
                                            || (q.reference().isEmpty()
                                                    && q.caseNumber().isEmpty()));
            case QuestionReader.Answer.NotUnderstood _ -> Optional.empty();
        };
    }

    /**
     * Writes it, row by row. Where it fails, what is written is not ended, and does not look whole.
     *
     * @param described the question, in words
     * @param out not closed
     * @param written is told now and then how many letters have been written; may throw to stop it
     * @return how many letters are in it
     * @throws IOException what {@code out} threw
     */
    public long write(
            Form form,
            Watched.Asked asked,
            String described,
            Language language,
            OutputStream out,
            LongConsumer written)
            throws IOException {
        Texts texts = texts(language);
        if (form == Form.PDF) {
            return new ListPdf(texts, names(language), asked, described).write(watched, out);
        }
        LetterTable table = new LetterTable(asked.own(), texts, names(language), asked.at());
        Sheet sheet =
                form == Form.CSV
                        ? new CsvSheet(out)
                        : new XlsxSheet(out, texts.get("letters." + asked.own().name()));
        sheet.head(table.head());
        long[] rows = {0};
        boolean more;
        try {
            more =
                    watched.each(
                            asked,
                            form.most(),
                            row -> {
                                one(sheet, table, row);
                                rows[0]++;
                                if (rows[0] % HEARD_EVERY == 0) {
                                    written.accept(rows[0]);
                                }
                            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (more) {
            sheet.note(texts.get("letters.csv.more"));
        }
        sheet.end();
        return rows[0];
    }

    private static void one(Sheet sheet, LetterTable table, Watched.Row row) {
        try {
            sheet.row(table.cells(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Texts texts(Language language) {
        return Texts.of(
                no.segl.app.web.page.Language.of(language.code())
                        .orElse(no.segl.app.web.page.Language.NB));
    }

    private Function<Category, String> names(Language language) {
        Map<Category, String> names =
                categories.all().stream()
                        .collect(
                                Collectors.toMap(
                                        Categories.Named::category,
                                        c -> String.valueOf(c.names().get(language))));
        return category -> names.getOrDefault(category, category.code());
    }
}
