package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.export.CsvSheet;
import no.segl.app.export.Sheet;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Exports;
import no.segl.app.store.Breaches;
import no.segl.app.store.RuleTable;
import no.segl.app.web.page.BreachesPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Texts;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Breach;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What may be a breach at the units whose cases somebody answers for, and what was decided. */
@Controller
final class BreachController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 500;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingDays.NORWAY);

    private static final List<String> COLUMNS =
            List.of(
                    "letter",
                    "ground",
                    "unit",
                    "number",
                    "other",
                    "category",
                    "known",
                    "ends",
                    "decided",
                    "decision",
                    "by");

    private final Frame frame;
    private final Words words;
    private final Overseen overseen;
    private final Breaches breaches;
    private final Exports exports;
    private final RuleTable rules;
    private final InstantSource clock;

    BreachController(
            Frame frame,
            Words words,
            Overseen overseen,
            Breaches breaches,
            Exports exports,
            RuleTable rules,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.overseen = overseen;
        this.breaches = breaches;
        this.exports = exports;
        this.rules = rules;
        this.clock = clock;
    }

    /** The units whose part they answer for, at either end of letters. */
    record Ends(Set<OrgNumber> recipients, Set<OrgNumber> senders) {}

    private Ends ends(PersonId person) {
        return new Ends(
                overseen.answering(person, Side.RECIPIENT),
                overseen.answering(person, Side.SENDER));
    }

    @GetMapping("/brudd")
    ResponseEntity<byte[]> list(
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.FOLLOW_UP);
        Ends ends = ends(person.person());
        boolean open = vis.filter("alle"::equals).isEmpty();
        Optional<UUID> after = etter.flatMap(Uuids::parse);
        Breaches.Page page = breaches.page(ends.recipients(), ends.senders(), open, after, PAGE);
        Instant now = clock.instant();
        Breaches.Count count = breaches.count(ends.recipients(), ends.senders(), now);
        Words.Names categories = words.categories(shell.language());
        return frame.answer(
                200,
                new BreachesPage(
                        shell,
                        open,
                        page.rows().stream().map(r -> row(r, categories)).toList(),
                        count.open(),
                        count.late(),
                        after.isPresent(),
                        page.next().map(UUID::toString),
                        !ends.recipients().isEmpty() || !ends.senders().isEmpty()));
    }

    private BreachesPage.Row row(Breaches.Row row, Words.Names categories) {
        return new BreachesPage.Row(
                row.matter().id(),
                row.matter().reason(),
                row.matter().at(),
                new Party(row.unitName(), row.unit()),
                new Party(row.otherName(), row.other()),
                categories.of(row.category()),
                row.matter().owner().map(o -> Words.person(o, row.ownerName().orElse("")).name()),
                row.matter().raised(),
                Breach.ends(row.matter(), rules.version(row.rules())),
                row.decided(),
                row.decision(),
                row.decidedBy().filter(name -> !name.isBlank()));
    }

    /**
     * Every breach is documented, whether it is reported or not (law: personvernforordningen-33).
     */
    @GetMapping("/brudd.csv")
    void file(
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Shell shell = frame.shell(request, Section.NONE, "/brudd");
        if (!exports.handOutBreaches(person.person())) {
            response.sendRedirect("/brudd");
            return;
        }
        Texts texts = shell.texts();
        Ends ends = ends(person.person());
        Words.Names categories = words.categories(shell.language());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(texts.get("breach.file") + ".csv")
                        .build()
                        .toString());
        Sheet csv = new CsvSheet(response.getOutputStream());
        csv.head(COLUMNS.stream().map(c -> texts.named("breach.csv.", c)).toList());
        Optional<UUID> after = Optional.empty();
        do {
            Breaches.Page page =
                    breaches.page(ends.recipients(), ends.senders(), false, after, AT_ONCE);
            for (Breaches.Row r : page.rows()) {
                csv.row(cells(r.letter().toString(), row(r, categories), texts));
            }
            after = page.next();
        } while (after.isPresent());
        csv.end();
    }

    private static List<Sheet.Cell> cells(String letter, BreachesPage.Row row, Texts texts) {
        return Stream.of(
                        letter,
                        texts.named("case.reason.", row.reason().name()),
                        row.own().name(),
                        row.own().number().value(),
                        row.other().name(),
                        row.category(),
                        TIME.format(row.known()),
                        TIME.format(row.ends()),
                        row.decided().map(TIME::format).orElse(""),
                        row.decision().map(d -> texts.named("case.outcome.", d.name())).orElse(""),
                        row.by().orElse(""))
                .<Sheet.Cell>map(Sheet.Cell.Text::new)
                .toList();
    }
}
