package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.store.Categories;
import no.segl.app.store.Holders;
import no.segl.app.store.Readiness;
import no.segl.app.web.page.AccessPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.UnitAccessPage;
import no.segl.app.web.page.UnitAccessPage.Fault;
import no.segl.app.web.page.UnitAccessPage.Said;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.Unit;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Access as those who administer it see it: the whole tree, and one unit. */
@Controller
final class AccessController {

    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 100;

    private final Frame frame;
    private final Words words;
    private final Administered administered;
    private final Administration administration;
    private final Readiness readiness;
    private final Holders holders;
    private final Categories categories;
    private final InstantSource clock;

    AccessController(
            Frame frame,
            Words words,
            Administered administered,
            Administration administration,
            Readiness readiness,
            Holders holders,
            Categories categories,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.administered = administered;
        this.administration = administration;
        this.readiness = readiness;
        this.holders = holders;
        this.categories = categories;
        this.clock = clock;
    }

    @GetMapping("/tilganger")
    ResponseEntity<byte[]> matrix(
            @RequestParam Optional<String> sok,
            @RequestParam Optional<String> hull,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS);
        List<OrgNumber> roots = administration.roots(person.person());
        if (roots.isEmpty()) {
            return frame.error(403, shell);
        }
        var now = clock.instant();
        String text = searched(sok);
        Optional<OrgNumber> after = etter.flatMap(OrgNumber::parse);
        Readiness.Page page =
                readiness.page(
                        new Readiness.Question(roots, text, hull.isPresent(), after), now, PAGE);
        Readiness.Summary summary = readiness.summary(roots, now);
        Words.Names names = words.categories(shell.language());
        return frame.answer(
                200,
                new AccessPage(
                        shell,
                        new AccessPage.Summary(
                                summary.units(),
                                summary.nobody(),
                                summary.onlyOne(),
                                summary.stuck()),
                        text,
                        hull.isPresent(),
                        categories.all().stream().map(c -> names.of(c.category())).toList(),
                        page.rows().stream().map(r -> row(r, names)).toList(),
                        administered.due(roots),
                        after.isPresent(),
                        page.next().map(OrgNumber::value)));
    }

    /** What somebody searched for, as it can be asked of the database. */
    static String searched(Optional<String> text) {
        return text.map(String::strip)
                .filter(t -> t.length() <= LONGEST_SEARCH)
                .filter(t -> t.chars().noneMatch(Character::isISOControl))
                .orElse("");
    }

    private static AccessPage.Row row(Readiness.Row row, Words.Names names) {
        List<AccessPage.Cell> cells = new ArrayList<>();
        row.cells()
                .forEach((category, cell) ->
                        cells.add(
                                new AccessPage.Cell(
                                        names.of(category),
                                        cell.holders(),
                                        cell.holders() - cell.direct(),
                                        cell.waiting())));
        return new AccessPage.Row(
                new Party(row.name(), row.unit()), row.kind(), row.depth(), cells);
    }

    @GetMapping("/tilganger/enhet/{number}")
    ResponseEntity<byte[]> unit(
            @PathVariable String number,
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/enhet/" + number);
        Said said =
                Arrays.stream(Said.values())
                        .filter(s -> sagt.filter(s.name()::equals).isPresent())
                        .findFirst()
                        .orElse(Said.NOTHING);
        return administered
                .unit(person.person(), number)
                .map(unit ->
                        frame.answer(
                                200, page(unit, person, shell, said, Entered.NOTHING, Fault.NONE)))
                .orElseGet(() -> frame.error(404, shell));
    }

    /** What was filled in in the form for giving access. */
    private record Entered(String person, List<String> categories, List<String> powers) {
        private static final Entered NOTHING = new Entered("", List.of(), List.of());
    }

    @PostMapping("/tilganger/enhet/{number}")
    ResponseEntity<byte[]> give(
            @PathVariable String number,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam(name = "kategori") Optional<List<String>> opens,
            @RequestParam(name = "fullmakt") Optional<List<String>> powers,
            @RequestParam(name = "til") Optional<String> until,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/enhet/" + number);
        Optional<Unit> unit = administered.unit(person.person(), number);
        if (unit.isEmpty()) {
            return frame.error(404, shell);
        }
        OrgNumber at = unit.get().number();
        Entered entered =
                new Entered(to.orElse(""), opens.orElse(List.of()), powers.orElse(List.of()));
        Optional<PersonId> receiver = administered.person(person.person(), entered.person());
        Days.Entered day = Days.read(until, clock.instant());
        List<Wish> wishes = wishes(at, entered, day);
        Fault fault =
                receiver.isEmpty()
                        ? Fault.PERSON
                        : day.isFaulty() ? Fault.DATE : wishes.isEmpty() ? Fault.POWER : Fault.NONE;
        if (fault != Fault.NONE) {
            return frame.answer(422, page(unit.get(), person, shell, Said.NOTHING, entered, fault));
        }
        List<Granting.Reply> replies =
                administration.give(person.person(), receiver.orElseThrow(), wishes);
        if (replies.stream().anyMatch(Granting.Reply.Refused.class::isInstance)) {
            return frame.error(403, shell);
        }
        boolean done = replies.stream().anyMatch(Granting.Reply.Done.class::isInstance);
        Said said = done ? Said.GIVEN : Said.ALREADY;
        return FrontController.seeOther(AccessPage.of(at) + "?sagt=" + said.name());
    }

    private List<Wish> wishes(OrgNumber unit, Entered entered, Days.Entered day) {
        List<Wish> wishes = new ArrayList<>();
        for (Categories.Named named : categories.all()) {
            Category category = named.category();
            if (entered.categories().contains(category.code())) {
                wishes.add(new Wish(unit, Power.READ, Optional.of(category), day.end()));
            }
        }
        for (Power power : Power.values()) {
            if (power != Power.READ && entered.powers().contains(power.name())) {
                wishes.add(new Wish(unit, power, Optional.empty(), day.end()));
            }
        }
        return wishes;
    }

    private UnitAccessPage page(
            Unit unit, LoggedIn person, Shell shell, Said said, Entered entered, Fault fault) {
        var now = clock.instant();
        OrgNumber at = unit.number();
        Words.Names names = words.categories(shell.language());
        Map<Category, Readiness.Cell> cells = cells(at);
        Map<Category, List<UnitAccessPage.Holder>> openers = new LinkedHashMap<>();
        categories.all().forEach(c -> openers.put(c.category(), new ArrayList<>()));
        holders.canOpen(at, Optional.empty(), now)
                .forEach(h ->
                        openers.computeIfAbsent(h.category().orElseThrow(), _ -> new ArrayList<>())
                                .add(holder(h, at, person.person())));
        List<UnitAccessPage.Openers> shown = new ArrayList<>();
        openers.forEach((category, list) ->
                shown.add(
                        new UnitAccessPage.Openers(
                                category.code(),
                                names.of(category),
                                Optional.ofNullable(cells.get(category))
                                        .map(Readiness.Cell::waiting)
                                        .orElse(0L),
                                list)));
        List<Power> givable =
                Arrays.stream(Power.values())
                        .filter(p -> p != Power.READ)
                        .filter(p ->
                                administration.toGive(p, person.person(), at)
                                        instanceof Clearance.Cleared)
                        .toList();
        return new UnitAccessPage(
                shell,
                new Party(unit.name(), at),
                unit.kind(),
                shown,
                holders
                        .others(
                                at,
                                List.of(
                                        Power.ADMINISTER,
                                        Power.MANAGE_ACCESS,
                                        Power.SEND,
                                        Power.OVERSEE),
                                now)
                        .stream()
                        .map(h -> holder(h, at, person.person()))
                        .toList(),
                new UnitAccessPage.Form(
                        fault != Fault.NONE,
                        administered.people(person.person()),
                        entered.person(),
                        Set.copyOf(entered.categories()),
                        givable,
                        Days.first(now),
                        fault),
                said);
    }

    private Map<Category, Readiness.Cell> cells(OrgNumber unit) {
        List<Readiness.Row> rows =
                readiness
                        .page(
                                new Readiness.Question(
                                        List.of(unit), unit.value(), false, Optional.empty()),
                                clock.instant(),
                                1)
                        .rows();
        return rows.isEmpty() ? Map.of() : rows.getFirst().cells();
    }

    private UnitAccessPage.Holder holder(Holders.Holder holder, OrgNumber at, PersonId viewer) {
        boolean mayEnd =
                administration.toGive(holder.power(), viewer, holder.from())
                        instanceof Clearance.Cleared;
        return new UnitAccessPage.Holder(
                holder.grant(),
                Words.person(holder.person(), holder.name()),
                holder.power(),
                Optional.of(new Party(holder.fromName(), holder.from()))
                        .filter(p -> !p.number().equals(at)),
                holder.until(),
                mayEnd);
    }
}
