package no.segl.app.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import no.segl.app.store.Reviews.Reviewed;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Grant;
import no.segl.core.day.WorkingDays;

/** What became of grants in a review, as the rows of a spreadsheet. */
record ReviewTable(Texts texts, Words.Names categories) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingDays.NORWAY);

    private static final List<String> COLUMNS =
            List.of(
                    "outcome",
                    "at",
                    "by",
                    "person",
                    "unit",
                    "unitNumber",
                    "power",
                    "category",
                    "from",
                    "until");

    /** What the columns are called. */
    List<String> head() {
        return COLUMNS.stream().map(c -> texts.named("review.csv.", c)).toList();
    }

    /** One grant. */
    List<String> cells(Reviewed row) {
        Grant grant = row.grant();
        return List.of(
                texts.named("review.outcome.", row.outcome().name()),
                row.at().map(TIME::format).orElse(""),
                row.by().map(by -> Words.person(by, row.byName()).name()).orElse(""),
                Words.person(grant.person(), row.name()).name(),
                row.unitName(),
                grant.unit().value(),
                texts.named("power.", grant.power().name()),
                grant.category().map(categories::of).orElse(""),
                TIME.format(grant.from()),
                grant.until().map(TIME::format).orElse(""));
    }
}
