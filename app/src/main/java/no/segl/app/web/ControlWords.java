package no.segl.app.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;
import no.segl.app.office.ControlDesk;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.web.page.ControlsPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.RunStatus;
import no.segl.app.web.page.Texts;
import no.segl.core.control.Control;
import no.segl.core.control.Rhythm;
import no.segl.core.control.Run;
import org.springframework.stereotype.Component;

/** Says in the page's words what a control is, and how it went. */
@Component
final class ControlWords {

    private final ControlDesk desk;
    private final Questions questions;

    ControlWords(ControlDesk desk, Questions questions) {
        this.desk = desk;
        this.questions = questions;
    }

    /** What is looked at: of letters, what is asked of them. */
    String what(Control control, Texts texts) {
        String about = texts.named("control.about.", control.about().name());
        return desk.question(control)
                .map(q -> texts.get("control.what", about, questions.write(q, texts)))
                .orElse(about);
    }

    /** Such as «hver mandag kl. 08.00». */
    static String rhythm(Rhythm rhythm, Texts texts) {
        String time = rhythm.time().toString().replace(':', texts.get("control.colon").charAt(0));
        return switch (rhythm.every()) {
            case DAY -> texts.get("control.rhythm.DAY", time);
            case WEEK ->
                    texts.get(
                            "control.rhythm.WEEK",
                            texts.named("weekday.", DayOfWeek.of(rhythm.day()).name()),
                            time);
            case MONTH -> texts.get("control.rhythm.MONTH", Integer.toString(rhythm.day()), time);
        };
    }

    static RunStatus status(ControlRuns.Row row, Instant now) {
        if (row.record().isEmpty()) {
            return row.run().due().isAfter(now) ? RunStatus.TO_DO : RunStatus.MISSED;
        }
        ControlRuns.Account account = row.record().get();
        if (account.outcome() == Run.Outcome.NOT_DONE) {
            return RunStatus.NOT_DONE;
        }
        return account.late() ? RunStatus.DONE_LATE : RunStatus.DONE;
    }

    /** What was found, in words. */
    static String found(Control control, Run.Found found, Instant at, Texts texts) {
        if (control.about() == Control.About.READINESS) {
            return texts.get(
                    "control.found.READINESS",
                    texts.figures().number(found.found()),
                    texts.figures().number(found.of()));
        }
        String count =
                found.more()
                        ? texts.get("letters.many", texts.figures().number(found.found()))
                        : texts.count("letters.count", found.found());
        return found.oldest()
                .filter(_ -> found.found() > 0)
                .map(oldest ->
                        texts.get("control.found.oldest", count, texts.figures().age(oldest, at)))
                .orElse(count);
    }

    ControlsPage.Run run(ControlRuns.Row row, Texts texts, Instant now) {
        Run run = row.run();
        return new ControlsPage.Run(
                run.id(),
                what(run.control(), texts),
                rhythm(run.control().rhythm(), texts),
                new Party(row.unitName(), run.control().unit()),
                status(row, now),
                row.record()
                        .map(r -> Words.person(r.person(), r.name()).name())
                        .or(() ->
                                run.owner()
                                        .map(o ->
                                                Words.person(o, row.ownerName().orElse(""))
                                                        .name())),
                run.due(),
                row.record().map(ControlRuns.Account::at),
                row.record().map(r -> found(run.control(), r.found(), r.at(), texts)));
    }

    ControlsPage.Control control(
            Controls.Row row, Optional<ControlRuns.Row> last, Texts texts, Instant now) {
        Control control = row.control();
        return new ControlsPage.Control(
                control.id(),
                what(control, texts),
                rhythm(control.rhythm(), texts),
                new Party(row.unitName(), control.unit()),
                Words.person(control.responsible(), row.responsibleName()).name(),
                control.deputy().map(d -> Words.person(d, row.deputyName().orElse("")).name()),
                last.map(l -> run(l, texts, now)),
                row.next());
    }
}
