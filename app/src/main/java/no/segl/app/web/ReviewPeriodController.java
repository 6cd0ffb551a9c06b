package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.app.export.PlainTable;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.office.ReviewDesk;
import no.segl.app.store.Reviews;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.ReviewPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.access.ReviewPeriod;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often an organisation goes through its access, and the record of each time. */
@Controller
final class ReviewPeriodController {

    private static final String PATH = "/tilganger/gjennomgang";

    /** How many periods can be had: this one, and those before it. */
    private static final int RECORDS = 4;

    private final Frame frame;
    private final Words words;
    private final Administered administered;
    private final Administration administration;
    private final ReviewDesk desk;
    private final Reviews reviews;
    private final Units units;
    private final InstantSource clock;

    ReviewPeriodController(
            Frame frame,
            Words words,
            Administered administered,
            Administration administration,
            ReviewDesk desk,
            Reviews reviews,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.administered = administered;
        this.administration = administration;
        this.desk = desk;
        this.reviews = reviews;
        this.units = units;
        this.clock = clock;
    }

    /** Where the viewer decides how often, with the periods of which there is a record. */
    List<ReviewPage.Place> places(Reach reach) {
        Map<OrgNumber, ReviewPeriod> periods = reviews.periods(reach.roots());
        LocalDate today = Days.first(clock.instant());
        return reach.roots().stream()
                .flatMap(root -> units.find(root).stream())
                .filter(unit -> isTheirs(reach, unit))
                .map(unit -> {
                    Optional<ReviewPeriod> period = Optional.ofNullable(periods.get(unit.number()));
                    ReviewPeriod shown = period.orElse(ReviewPeriod.YEARLY);
                    List<ReviewPage.Span> spans =
                            Stream.iterate(
                                            shown.begin(today),
                                            first -> first.minusMonths(shown.months()))
                                    .limit(RECORDS)
                                    .map(first ->
                                            new ReviewPage.Span(
                                                    first, shown.next(first).minusDays(1)))
                                    .toList();
                    return new ReviewPage.Place(
                            new Party(unit.name(), unit.number()),
                            period.map(ReviewPeriod::name),
                            spans);
                })
                .toList();
    }

    private static boolean isTheirs(Reach reach, Unit unit) {
        return unit.kind() == UnitKind.MAIN_UNIT && reach.mayGive(Power.ADMINISTER, unit.number());
    }

    private Optional<Unit> theirs(LoggedIn viewer, String number) {
        Reach reach = administration.reach(viewer.person());
        return administered.unit(reach, number).filter(unit -> isTheirs(reach, unit));
    }

    @PostMapping(PATH + "/{number}/periode")
    ResponseEntity<byte[]> decide(
            @PathVariable String number,
            @RequestParam Optional<String> hver,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request) {
        boolean done =
                theirs(viewer, number)
                        .flatMap(unit ->
                                hver.flatMap(ReviewPeriod::of)
                                        .map(period ->
                                                desk.set(viewer.person(), unit.number(), period)))
                        .filter(Granting.Reply.Done.class::isInstance)
                        .isPresent();
        return done
                ? FrontController.seeOther(PATH)
                : frame.error(404, frame.shell(request, Section.ACCESS, PATH));
    }

    /** One period's record, as a file; the ledger says that it was had. */
    @GetMapping(PATH + "/{number}/liste.csv")
    ResponseEntity<byte[]> file(
            @PathVariable String number,
            @RequestParam Optional<String> fra,
            @AuthenticationPrincipal LoggedIn viewer,
            HttpServletRequest request)
            throws IOException {
        Shell shell = frame.shell(request, Section.ACCESS, PATH);
        Optional<Unit> unit = theirs(viewer, number);
        Optional<List<Reviews.Reviewed>> record = Optional.empty();
        if (unit.isPresent()) {
            OrgNumber main = unit.get().number();
            ReviewPeriod period =
                    reviews.periods(List.of(main)).getOrDefault(main, ReviewPeriod.YEARLY);
            LocalDate first = period.begin(day(fra));
            record =
                    desk.record(
                            viewer.person(), main, midnight(first), midnight(period.next(first)));
        }
        if (record.isEmpty()) {
            return frame.error(404, shell);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReviewTable table = new ReviewTable(shell.texts(), words.categories(shell.language()));
        PlainTable.csv(bytes, table.head(), record.get().stream().map(table::cells).toList());
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(shell.texts().get("review.file") + ".csv")
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    private LocalDate day(Optional<String> text) {
        LocalDate today = Days.first(clock.instant());
        try {
            return text.map(LocalDate::parse)
                    .filter(day -> !day.isAfter(today) && day.getYear() > today.getYear() - 20)
                    .orElse(today);
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(WorkingDays.NORWAY).toInstant();
    }
}
