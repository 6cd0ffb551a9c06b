package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.segl.app.connect.printer.Paper;
import no.segl.app.gate.Door;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.PrintRoom;
import no.segl.app.office.PrintRoom.Outcome;
import no.segl.app.store.Grants;
import no.segl.app.store.PrintQueue;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.PrintPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Power;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.ByHand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manual print queue, for those who may send: take a job, print it, say that it was posted. */
@Controller
final class PrintController {

    private static final int MOST = 200;
    private static final Set<String> SAID = Set.of("TAKEN", "POSTED", "NOT_POSTED");
    private static final String HERE = "/utskrift";

    private final Frame frame;
    private final PrintRoom room;
    private final PrintQueue queue;
    private final Grants grants;
    private final Units units;
    private final InstantSource clock;

    PrintController(
            Frame frame,
            PrintRoom room,
            PrintQueue queue,
            Grants grants,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.room = room;
        this.queue = queue;
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> list(
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return page(
                200,
                frame.shell(request, Section.PRINT),
                person,
                sagt.filter(SAID::contains),
                false);
    }

    @PostMapping(HERE + "/{job}/ta")
    ResponseEntity<byte[]> take(
            @PathVariable String job,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return act(
                job,
                person,
                request,
                "TAKEN",
                id -> room.take(id, person.person(), person.level()));
    }

    @PostMapping(HERE + "/{job}/postet")
    ResponseEntity<byte[]> posted(
            @PathVariable String job,
            @RequestParam Optional<String> dag,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<Instant> at = dag.flatMap(this::day);
        if (at.isEmpty()) {
            Shell shell = frame.shell(request, Section.PRINT, HERE);
            return page(422, shell, person, Optional.of("DAY"), true);
        }
        return act(
                job,
                person,
                request,
                "POSTED",
                id -> room.posted(id, person.person(), person.level(), at.get()));
    }

    /** Today is now, and another day its noon; a day to come is none. */
    private Optional<Instant> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, WorkingDays.NORWAY);
            if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
                return Optional.empty();
            }
            Instant noon =
                    day.atStartOfDay(WorkingDays.NORWAY).toInstant().plus(Duration.ofHours(12));
            return Optional.of(day.equals(today) ? now : noon);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @PostMapping(HERE + "/{job}/ikke-postet")
    ResponseEntity<byte[]> notPosted(
            @PathVariable String job,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return act(
                job,
                person,
                request,
                "NOT_POSTED",
                id -> room.notPosted(id, person.person(), person.level()));
    }

    @GetMapping(HERE + "/{job}/fil")
    @Nullable ResponseEntity<byte[]> file(
            @PathVariable String job,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<PrintJobId> id = PrintJobId.parse(job);
        Outcome outcome =
                id.isPresent()
                        ? room.file(id.get(), person.person(), person.level())
                        : new Outcome.NotThere();
        if (outcome instanceof Outcome.File(Paper paper)) {
            try (paper) {
                send(paper, response);
            }
            return null;
        }
        return answer(outcome, person, frame.shell(request, Section.PRINT, HERE), "");
    }

    private static void send(Paper paper, HttpServletResponse response) throws IOException {
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"segl-" + paper.job().toString().substring(0, 8) + ".pdf\"");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setContentLengthLong(paper.bytes());
        try (InputStream in = paper.open()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private ResponseEntity<byte[]> act(
            String job,
            LoggedIn person,
            HttpServletRequest request,
            String done,
            Function<PrintJobId, Outcome> act) {
        Outcome outcome = PrintJobId.parse(job).map(act).orElseGet(() -> new Outcome.NotThere());
        return answer(outcome, person, frame.shell(request, Section.PRINT, HERE), done);
    }

    private ResponseEntity<byte[]> answer(
            Outcome outcome, LoggedIn person, Shell shell, String done) {
        return switch (outcome) {
            case Outcome.NotThere _ -> frame.error(404, shell);
            case Outcome.LevelTooLow _ -> FrontController.seeOther(Door.HIGHER + HERE);
            case Outcome.NotPrintable _ ->
                    page(409, shell, person, Optional.of("NOT_PRINTABLE"), true);
            case Outcome.Decided(ByHand.Reply reply) ->
                    switch (reply) {
                        case DONE, YOURS_ALREADY ->
                                FrontController.seeOther(HERE + "?sagt=" + done);
                        case TAKEN, ENDED, NOT_TAKEN ->
                                page(409, shell, person, Optional.of("FAULT_" + reply), true);
                    };
            case Outcome.File _ -> throw new IllegalStateException("it was sent");
        };
    }

    private ResponseEntity<byte[]> page(
            int status, Shell shell, LoggedIn person, Optional<String> said, boolean fault) {
        Set<OrgNumber> senders = senders(person.person());
        List<PrintPage.Row> rows =
                queue.waiting(senders, MOST).stream().map(r -> row(r, person, shell)).toList();
        return frame.answer(status, new PrintPage(shell, rows, !senders.isEmpty(), said, fault));
    }

    private static PrintPage.Row row(PrintQueue.Row row, LoggedIn person, Shell shell) {
        return new PrintPage.Row(
                row.job(),
                new Party(row.senderName(), row.sender()),
                new Party(row.recipientName(), row.recipient()),
                row.orderedAt(),
                LocalDate.ofInstant(row.orderedAt(), WorkingDays.NORWAY),
                LocalDate.ofInstant(shell.now(), WorkingDays.NORWAY),
                row.takenBy().map(by -> Words.person(by, row.takenName().orElse("")).name()),
                row.takenBy().filter(person.person()::equals).isPresent(),
                row.stopped());
    }

    /** The units that the person may send for. */
    private Set<OrgNumber> senders(PersonId person) {
        Instant now = clock.instant();
        return units.within(
                grants.of(person).stream()
                        .filter(g -> g.power() == Power.SEND && g.holdsAt(now))
                        .map(g -> g.unit())
                        .collect(Collectors.toSet()));
    }
}
