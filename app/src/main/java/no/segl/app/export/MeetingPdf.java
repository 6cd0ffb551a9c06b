package no.segl.app.export;

import static no.segl.app.export.MeetingLook.LEFT;
import static no.segl.app.export.MeetingLook.WIDTH;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.segl.app.lettering.Canvas.Ink;
import no.segl.app.lettering.TaggedDocument;
import no.segl.app.web.page.ControlsPage;
import no.segl.app.web.page.Figures;
import no.segl.app.web.page.OverviewPage;
import no.segl.app.web.page.Texts;
import no.segl.app.web.page.Visitor;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * The overview on a page or two, for a meeting: the same figures as the page has, at one instant,
 * with how fresh they are, and nobody's name.
 */
public final class MeetingPdf {

    private static final float GAP = 4;
    private static final float TILE = 37;
    private static final int MOST_UNITS = 4;
    private static final int MOST_ACROSS = 4;

    private final OverviewPage page;
    private final Texts texts;
    private final Figures figures;

    /** Of what the page shows. */
    public MeetingPdf(OverviewPage page) {
        this.page = page;
        this.texts = page.shell().texts();
        this.figures = texts.figures();
    }

    /** What the file is called. */
    public String fileName() {
        return texts.get("meeting.file") + ".pdf";
    }

    /** A figure with what is said of it. */
    private record Tile(String name, String figure, List<String> said, Optional<String> alarm) {}

    /** The file. */
    public byte[] bytes() throws IOException {
        String title = texts.get("meeting.title");
        try (var document = new TaggedDocument(title, texts.language().tag(), false)) {
            var look = new MeetingLook(document);
            head(look, title);
            float line = tiles(look, 41) + 12;
            List<OverviewPage.End> ends = page.ends();
            for (int i = 0; i < ends.size(); i++) {
                if (i > 0) {
                    document.turn();
                    line = 26;
                }
                line = new MeetingEnd(look, texts, ends.get(i)).draw(line);
            }
            fresh(look, line + 12);
            var out = new ByteArrayOutputStream();
            document.finish(texts.get("meeting.foot"), LEFT, out);
            return out.toByteArray();
        }
    }

    private void head(MeetingLook look, String title) throws IOException {
        TaggedDocument document = look.document();
        document.decorate(canvas -> canvas.box(LEFT, 17, 14, 1.4f, MeetingLook.WAX));
        look.text(
                StandardStructureTypes.H1,
                title,
                LEFT,
                28,
                WIDTH,
                new Ink(21, MeetingLook.TEXT, true));
        look.text(
                StandardStructureTypes.P,
                texts.get("overview.at", figures.dateTime(page.shell().now())) + ". " + units(),
                LEFT,
                34.5f,
                WIDTH,
                MeetingLook.SMALL);
    }

    /** Whose letters it is about. */
    private String units() {
        List<String> names =
                page.shell().visitor().stream()
                        .flatMap(v -> v.units().stream())
                        .filter(Visitor.Unit::sends)
                        .map(u -> u.party().name())
                        .toList();
        String shown = names.stream().limit(MOST_UNITS).collect(Collectors.joining(", "));
        return names.size() > MOST_UNITS
                ? texts.get("meeting.units.more", shown, figures.number(names.size() - MOST_UNITS))
                : texts.get("meeting.units", shown);
    }

    private float tiles(MeetingLook look, float top) throws IOException {
        List<Tile> tiles = new ArrayList<>();
        for (OverviewPage.End end : page.ends()) {
            tiles.add(
                    new Tile(
                            texts.get("overview.unopened." + end.own().name()),
                            figures.number(end.unopened()),
                            List.of(
                                    end.oldest()
                                            .map(o ->
                                                    texts.get("overview.oldest")
                                                            + " "
                                                            + figures.age(
                                                                    o.since(), page.shell().now()))
                                            .orElseGet(() -> texts.get("overview.nothingLies"))),
                            Optional.of(end.overdue())
                                    .filter(n -> n > 0)
                                    .map(n -> texts.count("overview.overWeek", n))));
        }
        OverviewPage.Ready ready = page.ready();
        if (ready.places() > 0) {
            tiles.add(
                    new Tile(
                            texts.get("overview.ready"),
                            texts.get("overview.percent", ready.percent()),
                            List.of(
                                    texts.get(
                                            "meeting.ready",
                                            figures.number(ready.places() - ready.nobody()),
                                            figures.number(ready.places()))),
                            Optional.of(ready.stuck())
                                    .filter(n -> n > 0)
                                    .map(n -> texts.count("overview.stuck", n))));
        }
        OverviewPage.Cases cases = page.cases();
        tiles.add(
                new Tile(
                        texts.get("overview.cases"),
                        figures.number(cases.open()),
                        cases.late() > 0 ? List.of() : List.of(texts.get("overview.casesInTime")),
                        Optional.of(cases.late())
                                .filter(n -> n > 0)
                                .map(n -> texts.count("overview.casesLate", n))));
        tiles.addAll(routine());
        int across = tiles.size() > MOST_ACROSS ? (tiles.size() + 1) / 2 : tiles.size();
        float wide = (WIDTH - GAP * (across - 1)) / across;
        float line = top;
        for (int i = 0; i < tiles.size(); i++) {
            if (i == across) {
                line += TILE + GAP;
            }
            tile(look, tiles.get(i), LEFT + (i % across) * (wide + GAP), line, wide);
        }
        return line + TILE;
    }

    /** Whether controls were done, and what may be a breach. */
    private List<Tile> routine() {
        OverviewPage.Routine routine = page.routine();
        ControlsPage.Score score = routine.controls();
        List<Tile> tiles = new ArrayList<>();
        if (routine.overseer()) {
            tiles.add(
                    new Tile(
                            texts.get("overview.controls"),
                            score.due() > 0
                                    ? texts.get(
                                            "overview.controls.of",
                                            figures.number(score.onTime()),
                                            figures.number(score.due()))
                                    : "–",
                            List.of(
                                    texts.get(
                                            score.due() > 0
                                                    ? "overview.controls.text"
                                                    : "control.score.none")),
                            Optional.of(score.missed())
                                    .filter(n -> n > 0)
                                    .map(n -> texts.count("control.missed", n))));
        }
        tiles.add(
                new Tile(
                        texts.get("breach.heading"),
                        figures.number(routine.breaches()),
                        routine.lateBreaches() > 0
                                ? List.of()
                                : List.of(texts.get("overview.breaches.text")),
                        Optional.of(routine.lateBreaches())
                                .filter(n -> n > 0)
                                .map(n -> texts.count("breach.late", n))));
        return tiles;
    }

    private static void tile(MeetingLook look, Tile tile, float x, float top, float wide)
            throws IOException {
        look.document()
                .decorate(canvas -> {
                    canvas.box(x, top, wide, TILE, MeetingLook.GROUND);
                    canvas.box(
                            x,
                            top,
                            wide,
                            0.8f,
                            tile.alarm().isPresent() ? MeetingLook.WAX : MeetingLook.BLUE);
                });
        float inner = wide - 6;
        look.text(StandardStructureTypes.H2, tile.name(), x + 3, top + 6, inner, MeetingLook.LABEL);
        float size = look.document().lettering().fitting(tile.figure(), 22, inner);
        look.text(
                StandardStructureTypes.P,
                tile.figure(),
                x + 3,
                top + 16.5f,
                wide,
                new Ink(size, MeetingLook.TEXT, true));
        float line = top + 22;
        for (String said : tile.said()) {
            line =
                    look.text(StandardStructureTypes.P, said, x + 3, line, inner, MeetingLook.SMALL)
                            + 4;
        }
        if (tile.alarm().isPresent()) {
            look.text(
                    StandardStructureTypes.P,
                    tile.alarm().get(),
                    x + 3,
                    line,
                    inner,
                    new Ink(8, MeetingLook.WAX, true));
        }
    }

    private void fresh(MeetingLook look, float baseline) throws IOException {
        look.document()
                .decorate(canvas -> canvas.rule(LEFT, baseline - 7, WIDTH, MeetingLook.LINE));
        look.text(
                StandardStructureTypes.H2,
                texts.get("overview.fresh"),
                LEFT,
                baseline,
                WIDTH,
                MeetingLook.LABEL);
        OverviewPage.Fresh fresh = page.fresh();
        String looked =
                fresh.looked()
                        .map(figures::dateTime)
                        .map(at -> fresh.late() ? texts.get("overview.fresh.late", at) : at)
                        .orElseGet(() -> texts.get("overview.fresh.never"));
        float line = baseline + 5;
        line = source(look, "letters", texts.get("overview.fresh.now"), false, line);
        line = source(look, "looks", looked, fresh.late() || fresh.looked().isEmpty(), line);
        source(
                look,
                "register",
                fresh.register()
                        .map(figures::dateTime)
                        .orElseGet(() -> texts.get("overview.fresh.unread")),
                false,
                line);
    }

    /** A source, and how fresh it is; what is late is said so, and not only by its colour. */
    private float source(MeetingLook look, String key, String since, boolean late, float line)
            throws IOException {
        return look.text(
                        StandardStructureTypes.P,
                        texts.get("overview.fresh." + key) + ": " + since,
                        LEFT,
                        line,
                        WIDTH,
                        late ? MeetingLook.ALARM : MeetingLook.BODY)
                + 5;
    }
}
