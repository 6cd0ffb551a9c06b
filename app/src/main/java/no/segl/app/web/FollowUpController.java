package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Cases;
import no.segl.app.store.DueCursor;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.app.web.page.CasePage;
import no.segl.app.web.page.CasesFilter;
import no.segl.app.web.page.CasesPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.deadline.Breach;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases that somebody answers for, as a list and one by one. */
@Controller
final class FollowUpController {

    private static final int PAGE = 50;
    private static final int MOST_GROUPS = 200;

    private final Frame frame;
    private final Words words;
    private final CasePages pages;
    private final Cases cases;
    private final Overseen overseen;
    private final Units units;
    private final RuleTable rules;
    private final InstantSource clock;

    FollowUpController(
            Frame frame,
            Words words,
            CasePages pages,
            Cases cases,
            Overseen overseen,
            Units units,
            RuleTable rules,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.pages = pages;
        this.cases = cases;
        this.overseen = overseen;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the list is asked for; what is not well formed counts as nothing. */
    record Asked(
            Optional<String> vis,
            Optional<String> grunn,
            Optional<String> enhet,
            Optional<String> mottaker) {

        private CasesFilter.View view() {
            return CasesFilter.View.of(vis.orElse(""));
        }

        private Optional<Matter.Reason> reason() {
            return grunn.flatMap(g ->
                    Arrays.stream(Matter.Reason.values())
                            .filter(r -> r.name().equals(g))
                            .findFirst());
        }
    }

    @GetMapping("/oppfolging")
    ResponseEntity<byte[]> list(
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> grunn,
            @RequestParam Optional<String> enhet,
            @RequestParam Optional<String> mottaker,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.FOLLOW_UP);
        Asked asked = new Asked(vis, grunn, enhet, mottaker);
        return frame.answer(
                200, page(shell, person.person(), asked, etter.flatMap(DueCursor::parse)));
    }

    private CasesPage page(Shell shell, PersonId person, Asked asked, Optional<DueCursor> after) {
        Instant now = clock.instant();
        Set<OrgNumber> recipients = overseen.answering(person, Side.RECIPIENT);
        Set<OrgNumber> senders = overseen.answering(person, Side.SENDER);
        Cases.Question question =
                new Cases.Question(
                        recipients,
                        senders,
                        asked.reason(),
                        asked.enhet().flatMap(OrgNumber::parse),
                        asked.mottaker().flatMap(OrgNumber::parse),
                        asked.view() == CasesFilter.View.MINE
                                ? Optional.of(person)
                                : Optional.empty());
        CasesFilter filter =
                new CasesFilter(
                        asked.view(),
                        question.reason(),
                        question.unit().map(OrgNumber::value).orElse(""),
                        question.recipient().map(OrgNumber::value).orElse(""),
                        places(recipients, senders));
        boolean grouped = asked.view() == CasesFilter.View.RECIPIENTS;
        Cases.Page page =
                grouped
                        ? new Cases.Page(List.of(), Optional.empty())
                        : cases.page(question, after, PAGE);
        Cases.Count count = cases.count(question, now);
        Words.Names categories = words.categories(shell.language());
        return new CasesPage(
                shell,
                filter,
                page.rows().stream().map(r -> row(r, person, categories, now)).toList(),
                grouped ? groups(question) : List.of(),
                count.open(),
                count.late(),
                after.isPresent(),
                page.next().map(DueCursor::toString),
                !recipients.isEmpty() || !senders.isEmpty());
    }

    private List<CasesPage.Group> groups(Cases.Question question) {
        return cases.groups(question, MOST_GROUPS).stream()
                .map(g ->
                        new CasesPage.Group(
                                new Party(g.name(), g.recipient()),
                                g.cases(),
                                g.letters(),
                                g.due()))
                .toList();
    }

    private CasesPage.Row row(Cases.Row row, PersonId person, Words.Names categories, Instant now) {
        boolean sender = row.matter().at() == Side.SENDER;
        return new CasesPage.Row(
                row.matter().id(),
                row.matter().reason(),
                row.matter().at(),
                new Party(row.unitName(), row.unit()),
                sender
                        ? new Party(row.recipientName(), row.recipient())
                        : new Party(row.senderName(), row.sender()),
                categories.of(row.category()),
                CasePages.status(row, now),
                row.matter().owner().map(o -> Words.person(o, row.ownerName().orElse("")).name()),
                row.matter().owner().filter(person::equals).isPresent(),
                row.matter().raised(),
                row.matter().due(),
                Optional.of(row.matter())
                        .filter(m -> m.reason().isBreach())
                        .map(m -> Breach.ends(m, rules.version(row.rules()))));
    }

    /** The units that can be chosen: those with open cases. */
    private List<Party> places(Set<OrgNumber> recipients, Set<OrgNumber> senders) {
        return units.names(cases.places(recipients, senders)).entrySet().stream()
                .map(e -> new Party(e.getValue(), e.getKey()))
                .sorted(Comparator.comparing(Party::name))
                .toList();
    }

    @GetMapping("/oppfolging/{id}")
    ResponseEntity<byte[]> matter(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.FOLLOW_UP);
        return pages.answer(
                200, id, person, shell, CasePages.Came.asked(), CasePage.Entered.NOTHING);
    }
}
