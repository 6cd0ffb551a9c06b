package no.segl.app.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.web.page.ExportsPage.Row;
import no.segl.app.web.page.ExportsPage.State;
import no.segl.core.id.ExportId;
import no.segl.core.letter.Side;

/** Files that take a while, made up. */
final class ExportSamples {

    private ExportSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("exports", l -> page(l, rows(), Optional.of("TAKEN"), false));
        all.put(
                "exports-too-many",
                l -> page(l, rows().subList(2, 5), Optional.of("TOO_MANY"), true));
        all.put("exports-none", l -> page(l, List.of(), Optional.empty(), false));
        all.put("export-ask", l -> ask(l, "XLSX", 340_211, false));
        all.put("export-ask-most", l -> ask(l, "CSV", 1_000_000, true));
        all.put("export-too-long", l -> ask(l, "PDF", 2_731, false));
    }

    private static Page page(Language l, List<Row> rows, Optional<String> said, boolean fault) {
        return new ExportsPage(World.inside(l, Shell.Section.NONE), rows, said, fault);
    }

    private static Page ask(Language l, String form, long letters, boolean more) {
        return new ExportAskPage(
                World.inside(l, Shell.Section.NONE),
                Side.SENDER,
                form,
                new LettersFilter(
                        "/sendt",
                        LettersFilter.View.LETTERS,
                        "uåpnet barnevern",
                        List.of(Texts.of(l).get("status.AVAILABLE"), World.category(l, 0)),
                        List.of()),
                letters,
                more,
                form.equals("PDF"),
                2_000);
    }

    private static List<Row> rows() {
        return List.of(
                row(1, Side.SENDER, "XLSX", "", State.WAITING, 0, 0, true),
                row(
                        2,
                        Side.SENDER,
                        "CSV",
                        "uåpnet > 7 dager",
                        State.RUNNING,
                        112_000,
                        340_211,
                        true),
                row(3, Side.RECIPIENT, "XLSX", "barnevern", State.READY, 48_112, 48_112, true),
                row(4, Side.RECIPIENT, "CSV", "uåpnet", State.READY, 21_007, 21_007, false),
                row(5, Side.SENDER, "CSV", "åpnet", State.CANCELLED, 70_000, 340_211, true),
                row(
                        6,
                        Side.SENDER,
                        "XLSX",
                        "«" + World.LONG.name() + "»",
                        State.FAILED,
                        0,
                        0,
                        true));
    }

    private static Row row(
            int number,
            Side own,
            String form,
            String question,
            State state,
            long written,
            long letters,
            boolean mayHave) {
        return new Row(
                new ExportId(new UUID(9, number)),
                own,
                form,
                question,
                World.ago(0, number),
                state,
                written,
                letters == 0 ? OptionalLong.empty() : OptionalLong.of(letters),
                state == State.READY ? OptionalLong.of(letters * 61) : OptionalLong.empty(),
                World.ahead(3),
                mayHave);
    }
}
