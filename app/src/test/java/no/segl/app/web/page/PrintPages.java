package no.segl.app.web.page;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.segl.core.id.PrintJobId;

/** Pages of the manual print queue, made up. */
final class PrintPages {

    private PrintPages() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("print", l -> page(l, rows(), true, Optional.of("TAKEN")));
        all.put("print-none", l -> page(l, List.of(), true, Optional.empty()));
        all.put("print-no-access", l -> page(l, List.of(), false, Optional.empty()));
    }

    private static Page page(
            Language language, List<PrintPage.Row> rows, boolean access, Optional<String> said) {
        return new PrintPage(
                World.inside(language, Shell.Section.PRINT), rows, access, said, false);
    }

    private static List<PrintPage.Row> rows() {
        return List.of(
                row(1, Optional.empty(), false, false),
                row(2, Optional.of("Kari Nordgård"), true, false),
                row(3, Optional.of("Ola Nordmann"), false, true));
    }

    private static PrintPage.Row row(
            int number, Optional<String> taken, boolean mine, boolean stopped) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        return new PrintPage.Row(
                new PrintJobId(new UUID(7, number)),
                World.BARNEVERN,
                World.SKOLE,
                World.NOW.minus(Duration.ofDays(number)),
                day,
                day.plusDays(4),
                taken,
                mine,
                stopped);
    }
}
