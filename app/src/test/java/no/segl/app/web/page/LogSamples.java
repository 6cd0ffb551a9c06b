package no.segl.app.web.page;

import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.segl.app.office.LogBook;
import no.segl.app.office.Sources;

/** The log and the sources, in their states. */
final class LogSamples {

    private LogSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        for (LogBook.State state : LogBook.State.values()) {
            all.put("log-" + state.name(), l -> log(l, state));
        }
        all.put("log-nothing", LogSamples::nothing);
        all.put("sources", l -> sources(l, true));
        all.put("sources-calm", l -> sources(l, false));
    }

    private static Page log(Language l, LogBook.State state) {
        boolean empty = state == LogBook.State.EMPTY;
        boolean late = state == LogBook.State.UNSIGNED;
        return new LogPage(
                World.inside(l, Shell.Section.LOG),
                List.of(
                        new Choice(BARNEVERN.number().value(), BARNEVERN.name()),
                        new Choice(LONG.number().value(), LONG.name())),
                new LogFilter(
                        Optional.of(BARNEVERN.number()),
                        late ? "OPENING" : "",
                        late ? "BV-2026/118" : "",
                        late ? Optional.of(LocalDate.of(2026, 11, 1)) : Optional.empty(),
                        Optional.empty()),
                true,
                true,
                new LogPage.Vouched(
                        state.name(),
                        empty ? 0 : 104_310,
                        late || empty ? 0 : 104_280,
                        late || empty ? Optional.empty() : Optional.of(ago(0, 1))),
                empty || late ? List.of() : entries(l, state == LogBook.State.BROKEN),
                late ? 84_310 : 104_257,
                false,
                empty ? Optional.empty() : Optional.of("104257"));
    }

    private static List<LogPage.Row> entries(Language l, boolean broken) {
        Optional<LogPage.Letter> letter =
                Optional.of(new LogPage.Letter(World.letter(3), LONG.name(), category(l, 0)));
        return List.of(
                new LogPage.Row(
                        104_310,
                        ago(0, 1),
                        "LetterOpened",
                        letter,
                        "person",
                        Optional.empty(),
                        "grant",
                        true),
                new LogPage.Row(
                        104_309,
                        ago(0, 2),
                        "NoticeSent",
                        letter,
                        "segl",
                        Optional.of("Segl"),
                        "rule",
                        !broken),
                new LogPage.Row(
                        104_308,
                        ago(1, 0),
                        "CheckAnswered",
                        Optional.empty(),
                        "person",
                        Optional.of("Kari Nordgård"),
                        "grant",
                        true));
    }

    private static Page nothing(Language l) {
        return new LogPage(
                World.inside(l, Shell.Section.LOG),
                List.of(),
                new LogFilter(Optional.empty(), "", "", Optional.empty(), Optional.empty()),
                false,
                false,
                new LogPage.Vouched("EMPTY", 0, 0, Optional.empty()),
                List.of(),
                0,
                false,
                Optional.empty());
    }

    private static Page sources(Language l, boolean amiss) {
        List<SourcesPage.Row> rows = new ArrayList<>();
        for (Sources.Name name : Sources.Name.values()) {
            Sources.State state =
                    switch (name) {
                        case ALTINN, SVARUT, EFORMIDLING -> Sources.State.OFF;
                        case MAIL -> amiss ? Sources.State.TROUBLE : Sources.State.FINE;
                        case REGISTER -> amiss ? Sources.State.LATE : Sources.State.FINE;
                        case SMS -> Sources.State.UNTRIED;
                        case PRINTER -> amiss ? Sources.State.NEVER : Sources.State.FINE;
                        default -> Sources.State.FINE;
                    };
            boolean on = state != Sources.State.OFF && state != Sources.State.NEVER;
            rows.add(
                    new SourcesPage.Row(
                            name.name(),
                            state.name(),
                            state.isAmiss(),
                            on ? Optional.of(ago(0, 1)) : Optional.empty(),
                            name == Sources.Name.MAIL ? Optional.of(ago(0, 5)) : Optional.empty(),
                            state == Sources.State.TROUBLE
                                    ? Optional.of(ago(0, 5))
                                    : Optional.empty(),
                            Duration.ofMinutes(15)));
        }
        return new SourcesPage(
                World.inside(l, Shell.Section.NONE), rows, 13, 14, Duration.ofMinutes(4));
    }
}
