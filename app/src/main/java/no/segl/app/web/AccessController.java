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
import no.segl.app.office.Newcomers;
import no.segl.app.office.Reach;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Categories;
import no.segl.app.store.Holders;
import no.segl.app.store.Readiness;
import no.segl.app.web.page.AccessPage;
import no.segl.app.web.page.AttentionPanel;
import no.segl.app.web.page.GiveForm;
import no.segl.app.web.page.GiveForm.Fault;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.UnitAccessPage;
import no.segl.app.web.page.UnitAccessPage.Newcomer;
import no.segl.app.web.page.UnitAccessPage.Said;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
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

    /** A municipality with all its units is one page; only what is larger is divided. */
    private static final int PAGE = 300;

    private final Frame frame;
    private final NothingAdministered unadministered;
    private final Words words;
    private final Administered administered;
    private final GiveForms giving;
    private final Administration administration;
    private final Readiness readiness;
    private final AttentionPanels attention;
    private final Holders holders;
    private final SharedPanels shared;
    private final AccessRecord accessRecord;
    private final Categories categories;
    private final Newcomers newcomers;
    private final NumberKey numbers;
    private final InstantSource clock;

    AccessController(
            Frame frame,
            NothingAdministered unadministered,
            Words words,
            Administered administered,
            GiveForms giving,
            Administration administration,
            Readiness readiness,
            AttentionPanels attention,
            Holders holders,
            SharedPanels shared,
            AccessRecord accessRecord,
            Categories categories,
            Newcomers newcomers,
            NumberKey numbers,
            InstantSource clock) {
        this.frame = frame;
        this.unadministered = unadministered;
        this.words = words;
        this.administered = administered;
        this.giving = giving;
        this.administration = administration;
        this.readiness = readiness;
        this.attention = attention;
        this.holders = holders;
        this.shared = shared;
        this.accessRecord = accessRecord;
        this.categories = categories;
        this.newcomers = newcomers;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping("/tilganger")
    ResponseEntity<byte[]> matrix(
            @RequestParam Optional<String> sok,
            @RequestParam Optional<String> hull,
            @RequestParam Optional<String> etter,
            @RequestParam Optional<List<String>> enhet,
            @RequestParam Optional<String> gitt,
            @RequestParam Optional<String> nummer,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        if (Search.isPersonsNumber(sok)) {
            return FrontController.seeOther("/tilganger?nummer");
        }
        Shell shell = frame.shell(request, Section.ACCESS);
        Reach reach = administration.reach(person.person());
        List<OrgNumber> roots = reach.roots();
        if (roots.isEmpty()) {
            return unadministered.page(shell, person.person());
        }
        var now = clock.instant();
        String text = Search.text(sok);
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
                        administered.due(reach),
                        after.isPresent(),
                        page.next().map(OrgNumber::value),
                        administered.units(reach, enhet.orElse(List.of())),
                        gitt.isPresent(),
                        nummer.isPresent(),
                        text.isEmpty() && after.isEmpty()
                                ? attention.of(reach, shell)
                                : AttentionPanel.NOTHING));
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
            @RequestParam(name = "person") Optional<String> chosen,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/enhet/" + number);
        Said said =
                Arrays.stream(Said.values())
                        .filter(s -> sagt.filter(s.name()::equals).isPresent())
                        .findFirst()
                        .orElse(Said.NOTHING);
        Reach reach = administration.reach(person.person());
        return administered
                .unit(reach, number)
                .map(unit ->
                        frame.answer(
                                200,
                                page(
                                        unit,
                                        reach,
                                        shell,
                                        said,
                                        chosen.orElse(""),
                                        Newcomer.NOTHING,
                                        new Older(etter))))
                .orElseGet(() -> frame.error(404, shell));
    }

    private UnitAccessPage page(
            Unit unit,
            Reach reach,
            Shell shell,
            Said said,
            String chosen,
            Newcomer newcomer,
            Older older) {
        var now = clock.instant();
        OrgNumber at = unit.number();
        Words.Names names = words.categories(shell.language());
        Map<Category, Long> waiting = readiness.waiting(at);
        Map<Category, List<UnitAccessPage.Holder>> openers = new LinkedHashMap<>();
        categories.all().forEach(c -> openers.put(c.category(), new ArrayList<>()));
        holders.canOpen(at, Optional.empty(), now)
                .forEach(h ->
                        openers.computeIfAbsent(h.category().orElseThrow(), _ -> new ArrayList<>())
                                .add(holder(h, at, reach)));
        List<UnitAccessPage.Openers> shown = new ArrayList<>();
        openers.forEach((category, list) ->
                shown.add(
                        new UnitAccessPage.Openers(
                                category.code(),
                                names.of(category),
                                waiting.getOrDefault(category, 0L),
                                list)));
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
                        .map(h -> holder(h, at, reach))
                        .toList(),
                shared.of(List.of(at), shell, AccessPage.of(at)),
                accessRecord.of(at, shell, older),
                giving.form(
                        List.of(at),
                        reach,
                        shell,
                        new GiveForm.Entered(chosen, Set.of(), Set.of(), ""),
                        Fault.NONE),
                newcomer,
                said);
    }

    /** Makes somebody known who is not in the list, and comes back with them chosen. */
    @PostMapping("/tilganger/enhet/{number}/person")
    ResponseEntity<byte[]> newcomer(
            @PathVariable String number,
            @RequestParam(name = "nummer") Optional<String> entered,
            @RequestParam(name = "navn") Optional<String> called,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.ACCESS, "/tilganger/enhet/" + number);
        Reach reach = administration.reach(person.person());
        Optional<Unit> unit = administered.unit(reach, number);
        if (unit.isEmpty()) {
            return frame.error(404, shell);
        }
        Optional<NationalIdentityNumber> known =
                entered.map(t -> t.replace(" ", "")).flatMap(NationalIdentityNumber::parse);
        // What looks like a number is no name, and is not repeated.
        String name =
                Optional.of(Search.text(called))
                        .filter(n -> !NationalIdentityNumber.looksToBeIn(n))
                        .orElse("");
        if (known.isEmpty() || name.isEmpty()) {
            Newcomer faulty = new Newcomer(name, known.isEmpty(), name.isEmpty());
            return frame.answer(
                    422, page(unit.get(), reach, shell, Said.NOTHING, "", faulty, Older.NONE));
        }
        return switch (newcomers.enter(
                person.person(), numbers.hide(known.get()), name, unit.get().number())) {
            case Newcomers.Entering.Known(var met) ->
                    FrontController.seeOther(
                            AccessPage.of(unit.get().number()) + "?sagt=KNOWN&person=" + met);
            case Newcomers.Entering.Refused _ -> frame.error(403, shell);
        };
    }

    private static UnitAccessPage.Holder holder(Holders.Holder holder, OrgNumber at, Reach reach) {
        return new UnitAccessPage.Holder(
                holder.grant(),
                Words.person(holder.person(), holder.name()),
                holder.power(),
                Optional.of(new Party(holder.fromName(), holder.from()))
                        .filter(p -> !p.number().equals(at)),
                holder.until(),
                holder.keyRole(),
                holder.deputyFor(),
                reach.mayGive(holder.power(), holder.from()));
    }
}
