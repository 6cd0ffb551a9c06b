package no.segl.app.export;

import static no.segl.app.export.MeetingLook.BODY;
import static no.segl.app.export.MeetingLook.LEFT;
import static no.segl.app.export.MeetingLook.WIDTH;

import java.io.IOException;
import java.util.List;
import no.segl.app.export.MeetingLook.Named;
import no.segl.app.lettering.Canvas;
import no.segl.app.lettering.Canvas.Ink;
import no.segl.app.lettering.TaggedDocument;
import no.segl.app.web.page.Figures;
import no.segl.app.web.page.OverviewPage;
import no.segl.app.web.page.Texts;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** What has been sent, or what has come, on half a page: charts drawn, with the figures beside. */
final class MeetingEnd {

    private static final float COLUMN = 81;
    private static final float RIGHT = LEFT + WIDTH - COLUMN;
    private static final float CHART = 30;
    private static final int MOST_PARTS = 5;
    private static final int WEEK = 7;
    private static final Ink TINY = new Ink(7, MeetingLook.QUIET, false);
    private static final Ink TINY_TEXT = new Ink(7, MeetingLook.TEXT, false);

    private final MeetingLook look;
    private final TaggedDocument document;
    private final Texts texts;
    private final Figures figures;
    private final OverviewPage.End end;

    MeetingEnd(MeetingLook look, Texts texts, OverviewPage.End end) {
        this.look = look;
        this.document = look.document();
        this.texts = texts;
        this.figures = texts.figures();
        this.end = end;
    }

    /** Draws it from {@code baseline} on; says where its last line stands. */
    float draw(float baseline) throws IOException {
        String own = end.own().name();
        look.text(
                StandardStructureTypes.H2,
                texts.get("letters." + own),
                LEFT,
                baseline,
                WIDTH,
                new Ink(14, MeetingLook.TEXT, true));
        document.decorate(canvas -> canvas.rule(LEFT, baseline + 2.2f, WIDTH, MeetingLook.LINE));
        float left = opening(ages(baseline + 9) + 9);
        float right =
                parts(
                        texts.get("overview.parties." + own),
                        texts.get("overview.parties.none"),
                        end.parties(),
                        baseline + 9);
        right =
                parts(
                        texts.get("overview.categories"),
                        texts.get("overview.nothingLies"),
                        end.categories(),
                        right + 9);
        return trend(Math.max(left, right) + 10);
    }

    private float ages(float baseline) throws IOException {
        float line = look.part(texts.get("overview.byAge"), LEFT, baseline, COLUMN) + 6;
        PDStructureElement table = document.element(StandardStructureTypes.TABLE, document.root());
        float from = LEFT + 46;
        float room = COLUMN - 46;
        for (OverviewPage.Lying lying : end.lying()) {
            PDStructureElement row = document.element(StandardStructureTypes.TR, table);
            document.write(
                    look.head(row, PDTableAttributeObject.SCOPE_ROW),
                    texts.get("overview.age." + lying.age().name()),
                    LEFT,
                    line,
                    BODY);
            document.writeTo(
                    document.element(StandardStructureTypes.TD, row),
                    figures.number(lying.letters()),
                    from - 3,
                    line,
                    BODY);
            float share =
                    end.mostLying() == 0 ? 0 : room * lying.letters() / (float) end.mostLying();
            float top = line - 2.9f;
            document.decorate(canvas ->
                    canvas.box(
                            from,
                            top,
                            share,
                            3.2f,
                            lying.age().least() >= WEEK ? MeetingLook.WAX : MeetingLook.BLUE));
            line += 5.4f;
        }
        return line - 5.4f;
    }

    private float opening(float baseline) throws IOException {
        float line = look.part(texts.get("overview.opening"), LEFT, baseline, COLUMN) + 6;
        OverviewPage.Opening opening = end.opening();
        if (opening.opened() == 0) {
            return look.text(
                    StandardStructureTypes.P,
                    texts.get("overview.opening.none"),
                    LEFT,
                    line,
                    COLUMN,
                    BODY);
        }
        return look.numbers(
                List.of(
                        new Named(texts.get("overview.opening.median"), opening.median()),
                        new Named(texts.get("overview.opening.ninth"), opening.ninth()),
                        new Named(
                                texts.get("overview.opening.opened"),
                                figures.number(opening.opened()))),
                LEFT,
                line,
                COLUMN);
    }

    private float parts(String heading, String none, List<OverviewPage.Part> parts, float baseline)
            throws IOException {
        float line = look.part(heading, RIGHT, baseline, COLUMN) + 6;
        if (parts.isEmpty()) {
            return look.text(StandardStructureTypes.P, none, RIGHT, line, COLUMN, BODY);
        }
        return look.numbers(
                parts.stream()
                        .limit(MOST_PARTS)
                        .map(p -> new Named(p.name(), figures.number(p.letters())))
                        .toList(),
                RIGHT,
                line,
                COLUMN);
    }

    private float trend(float baseline) throws IOException {
        float top = look.part(texts.get("overview.trend"), LEFT, baseline, WIDTH) + 3;
        float from = LEFT + 34;
        float step = (WIDTH - 34) / Math.max(1, end.months().size());
        document.figure(
                document.root(),
                texts.get("meeting.trend.told"),
                from,
                top,
                WIDTH - 34,
                CHART,
                canvas -> columns(canvas, from, top, step));
        float line = top + CHART + 4.5f;
        PDStructureElement table = document.element(StandardStructureTypes.TABLE, document.root());
        PDStructureElement heads = document.element(StandardStructureTypes.TR, table);
        document.write(
                look.head(heads, PDTableAttributeObject.SCOPE_COLUMN),
                texts.get("overview.month"),
                LEFT,
                line,
                TINY);
        for (int i = 0; i < end.months().size(); i++) {
            document.writeTo(
                    look.head(heads, PDTableAttributeObject.SCOPE_COLUMN),
                    figures.shortMonth(end.months().get(i).first()),
                    from + (i + 1) * step - 1.5f,
                    line,
                    TINY);
        }
        line =
                months(
                        table,
                        texts.get("overview.available"),
                        end.months().stream().map(OverviewPage.Month::available).toList(),
                        MeetingLook.PALE,
                        line + 4.6f);
        return months(
                table,
                texts.get("overview.inWeek"),
                end.months().stream().map(OverviewPage.Month::openedInWeek).toList(),
                MeetingLook.BLUE,
                line + 4.6f);
    }

    private void columns(Canvas canvas, float from, float top, float step) throws IOException {
        long most = Math.max(1, end.mostInMonth());
        for (int i = 0; i < end.months().size(); i++) {
            OverviewPage.Month month = end.months().get(i);
            float all = CHART * month.available() / most;
            float soon = CHART * month.openedInWeek() / most;
            float x = from + i * step + 2;
            canvas.box(x, top + CHART - all, step - 3.5f, all, MeetingLook.PALE);
            canvas.box(x, top + CHART - soon, step - 3.5f, soon, MeetingLook.BLUE);
        }
        canvas.rule(from, top + CHART, step * end.months().size(), MeetingLook.QUIET);
    }

    private float months(
            PDStructureElement table,
            String name,
            List<Long> numbers,
            java.awt.Color color,
            float line)
            throws IOException {
        float from = LEFT + 34;
        float step = (WIDTH - 34) / Math.max(1, numbers.size());
        PDStructureElement row = document.element(StandardStructureTypes.TR, table);
        document.decorate(canvas -> canvas.box(LEFT, line - 2.1f, 2.2f, 2.2f, color));
        document.write(
                look.head(row, PDTableAttributeObject.SCOPE_ROW), name, LEFT + 3.5f, line, TINY);
        for (int i = 0; i < numbers.size(); i++) {
            document.writeTo(
                    document.element(StandardStructureTypes.TD, row),
                    figures.number(numbers.get(i)),
                    from + (i + 1) * step - 1.5f,
                    line,
                    TINY_TEXT);
        }
        return line;
    }
}
