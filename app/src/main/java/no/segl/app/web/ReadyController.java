package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.PostOffice;
import no.segl.app.office.ReadyDesk;
import no.segl.app.store.Categories;
import no.segl.app.store.Grants;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.ReadyPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Releasing;
import no.segl.core.letter.Sending;
import no.segl.core.letter.SendingPolicy;
import no.segl.core.readiness.Readiness;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether recipients can open what would be sent to them, for those who send and follow it. */
@Controller
final class ReadyController {

    private static final String HERE = "/kan-de-apne";
    private static final Set<Power> OF_SENDERS =
            Set.of(Power.SEND, Power.OVERSEE, Power.ADMINISTER);

    /** Nine digits, in one piece or grouped as people write them. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])[0-9]{3}[ \u00a0.]?[0-9]{3}[ \u00a0.]?[0-9]{3}(?![0-9])");

    private static final int LONGEST_FAULT = 60;
    private static final int FAULTS_SHOWN = 20;

    private final Frame frame;
    private final Words words;
    private final ReadyDesk desk;
    private final PostOffice office;
    private final Categories categories;
    private final Grants grants;
    private final Units units;
    private final InstantSource clock;

    ReadyController(
            Frame frame,
            Words words,
            ReadyDesk desk,
            PostOffice office,
            Categories categories,
            Grants grants,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.desk = desk;
        this.office = office;
        this.categories = categories;
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    /** What was asked, and what came of it. */
    private record Asked(
            String text,
            String category,
            List<String> faults,
            String fault,
            List<ReadyPage.Row> rows) {
        static final Asked NOTHING = new Asked("", "", List.of(), "", List.of());
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> form(
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return page(
                200, frame.shell(request, Section.SENT), person, Asked.NOTHING, sagt.isPresent());
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> ask(
            @RequestParam Optional<String> mottakere,
            @RequestParam Optional<String> kategori,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SENT, HERE);
        String text = mottakere.orElse("");
        Optional<Category> category = kategori.flatMap(categories::find);
        List<String> faults = new ArrayList<>();
        Set<OrgNumber> numbers = numbers(text, faults);
        String fault =
                category.isEmpty()
                        ? "CATEGORY"
                        : numbers.size() > ReadyDesk.MOST
                                ? "TOO_MANY"
                                : numbers.isEmpty() && faults.isEmpty() ? "NOBODY" : "";
        List<ReadyPage.Row> rows =
                fault.isEmpty() && !numbers.isEmpty() && !ofSender(person).isEmpty()
                        ? rows(numbers, category.orElseThrow())
                        : List.of();
        return page(
                fault.isEmpty() ? 200 : 422,
                shell,
                person,
                new Asked(text, kategori.orElse(""), faults, fault, rows),
                false);
    }

    /** The numbers of {@code text}, and the lines that should have held one. */
    private static Set<OrgNumber> numbers(String text, List<String> faults) {
        Set<OrgNumber> numbers = new LinkedHashSet<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    List<String> found =
                            NUMBER.matcher(line).results().map(MatchResult::group).toList();
                    if (found.isEmpty()) {
                        faults.add(line);
                    }
                    for (String number : found) {
                        OrgNumber.parse(number.replaceAll("[^0-9]", ""))
                                .ifPresentOrElse(numbers::add, () -> faults.add(number));
                    }
                });
        faults.replaceAll(f -> f.length() > LONGEST_FAULT ? f.substring(0, LONGEST_FAULT) : f);
        return numbers;
    }

    private List<ReadyPage.Row> rows(Set<OrgNumber> numbers, Category category) {
        Map<OrgNumber, String> names = units.names(numbers);
        return desk.ready(numbers, category).stream()
                .sorted(Comparator.comparing(Readiness::isReady))
                .map(r ->
                        new ReadyPage.Row(
                                Optional.ofNullable(names.get(r.unit())),
                                r.unit(),
                                r.verdict().name(),
                                r.ground().name(),
                                r.asOf()))
                .toList();
    }

    @PostMapping(HERE + "/valg")
    ResponseEntity<byte[]> choose(
            @RequestParam Optional<String> enhet,
            @RequestParam Optional<String> valg,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<OrgNumber> unit = enhet.flatMap(OrgNumber::parse);
        Optional<Sending.Response> response =
                Stream.of(Sending.Response.values())
                        .filter(r -> valg.filter(r.name()::equals).isPresent())
                        .findFirst();
        boolean kept =
                unit.isPresent()
                        && response.isPresent()
                        && !(desk.decide(unit.get(), response.get(), person.person())
                                instanceof SendingPolicy.Reply.Refused);
        return kept
                ? FrontController.seeOther(HERE + "?sagt=ja")
                : frame.error(404, frame.shell(request, Section.SENT, HERE));
    }

    /** Lets a letter go that was held back because nobody could open it. */
    @PostMapping("/sendt/{id}/slipp")
    ResponseEntity<byte[]> release(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Optional<Releasing.Reply> reply =
                LetterId.parse(id)
                        .flatMap(letter ->
                                office.release(
                                        letter,
                                        person.actor(),
                                        sender -> office.to(Power.SEND, person.person(), sender)));
        return reply.isEmpty() || reply.get() instanceof Releasing.Reply.Refused
                ? frame.error(404, frame.shell(request, Section.SENT, "/sendt"))
                : FrontController.seeOther("/sendt/" + id);
    }

    private ResponseEntity<byte[]> page(
            int status, Shell shell, LoggedIn person, Asked asked, boolean done) {
        List<Grant> held = ofSender(person);
        if (held.isEmpty()) {
            return frame.error(404, shell);
        }
        return frame.answer(
                status,
                new ReadyPage(
                        shell,
                        asked.text(),
                        words.choices(shell.language()),
                        asked.category(),
                        asked.faults().subList(0, Math.min(FAULTS_SHOWN, asked.faults().size())),
                        asked.fault(),
                        asked.rows(),
                        policies(held),
                        done));
    }

    private List<ReadyPage.Policy> policies(List<Grant> held) {
        Set<OrgNumber> numbers = new LinkedHashSet<>();
        held.forEach(g -> numbers.add(g.unit()));
        Map<OrgNumber, String> names = units.names(numbers);
        return numbers.stream()
                .map(number ->
                        new ReadyPage.Policy(
                                new Party(names.getOrDefault(number, number.grouped()), number),
                                desk.policy(number).name(),
                                held.stream()
                                        .anyMatch(g ->
                                                g.unit().equals(number)
                                                        && g.power() == Power.ADMINISTER)))
                .sorted(Comparator.comparing(p -> p.unit().name()))
                .toList();
    }

    private List<Grant> ofSender(LoggedIn person) {
        Instant now = clock.instant();
        return grants.of(person.person()).stream()
                .filter(g -> OF_SENDERS.contains(g.power()) && g.holdsAt(now))
                .toList();
    }
}
