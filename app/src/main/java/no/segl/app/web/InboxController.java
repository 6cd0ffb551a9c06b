package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.login.Levels;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Grants;
import no.segl.app.store.Inbox;
import no.segl.app.web.page.Choice;
import no.segl.app.web.page.InboxPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox, and letters being opened and read. */
@Controller
final class InboxController {

    private static final int PAGE = 50;

    private final Frame frame;
    private final Words words;
    private final PostOffice office;
    private final Inbox inbox;
    private final Grants grants;
    private final LetterPages letters;
    private final Levels levels;
    private final InstantSource clock;

    InboxController(
            Frame frame,
            Words words,
            PostOffice office,
            Inbox inbox,
            Grants grants,
            LetterPages letters,
            Levels levels,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.office = office;
        this.inbox = inbox;
        this.grants = grants;
        this.letters = letters;
        this.levels = levels;
        this.clock = clock;
    }

    @GetMapping("/innboks")
    ResponseEntity<byte[]> inbox(
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> kategori,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX);
        var now = clock.instant();
        PersonId reader = person.person();
        Optional<Category> category = kategori.filter(Category::isWellFormed).map(Category::new);
        Inbox.Question question = new Inbox.Question(reader, now, category);
        Optional<Inbox.Cursor> after = etter.flatMap(Inbox.Cursor::parse);
        Inbox.Page page = inbox.page(question, after, PAGE);
        Words.Names categories = words.categories(shell.language());
        Inbox.Summary summary = inbox.summary(question);
        Set<Category> readable =
                grants.of(reader).stream()
                        .filter(g -> g.power() == Power.READ && g.holdsAt(now))
                        .flatMap(g -> g.category().stream())
                        .collect(Collectors.toSet());
        // A title is shown once the letter is open; it is content all the same.
        boolean content = person.level().reaches(levels.content());
        boolean access = !readable.isEmpty() || !page.rows().isEmpty() || category.isPresent();
        return frame.answer(
                200,
                new InboxPage(
                        shell,
                        page.rows().stream().map(r -> row(r, categories, content)).toList(),
                        summary.unopened(),
                        summary.oldest(),
                        after.isPresent(),
                        page.next().map(Inbox.Cursor::toString),
                        access,
                        List.of(),
                        readable.size() < 2
                                ? List.of()
                                : readable.stream()
                                        .map(c -> new Choice(c.code(), categories.of(c)))
                                        .sorted(Comparator.comparing(Choice::name))
                                        .toList(),
                        category.map(Category::code).orElse("")));
    }

    private static InboxPage.Row row(Inbox.Row row, Words.Names categories, boolean content) {
        return new InboxPage.Row(
                row.id(),
                new Party(row.senderName(), row.sender()),
                new Party(row.recipientName(), row.recipient()),
                categories.of(row.category()),
                Optional.of(row.title()).filter(t -> content && !t.isEmpty()),
                row.language(),
                row.availableAt(),
                row.openedAt(),
                row.shared());
    }

    @GetMapping("/brev/{id}")
    ResponseEntity<byte[]> letter(
            @PathVariable String id,
            @RequestParam Optional<String> dok,
            @RequestParam Optional<String> sendt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX);
        Opening opening =
                LetterId.parse(id)
                        .map(letter -> office.look(letter, person.person(), person.level()))
                        .orElseGet(Opening.NotThere::new);
        return letters.answer(opening, shell, person, dok, sendt.isPresent());
    }

    /** Where the gate lets nobody through whose login is at too low a level to read the letter. */
    @GetMapping("/niva/brev/{id}")
    ResponseEntity<byte[]> atHigherLevel(@PathVariable String id) {
        return FrontController.seeOther(
                LetterId.parse(id).map(letter -> "/brev/" + letter).orElse("/innboks"));
    }

    @PostMapping("/brev/{id}/apne")
    ResponseEntity<byte[]> open(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        Opening opening =
                LetterId.parse(id)
                        .map(letter -> office.open(letter, person.person(), person.level()))
                        .orElseGet(Opening.NotThere::new);
        return opening instanceof Opening.Open open
                ? FrontController.seeOther("/brev/" + open.envelope().id())
                : letters.answer(opening, shell, person, Optional.empty(), false);
    }
}
