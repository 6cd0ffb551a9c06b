package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Watched;
import no.segl.app.web.page.LetterStatus;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.LettersPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.State;
import no.segl.core.readiness.Readiness;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has been sent, and what has come: the letters that a question is about. */
@Controller
final class LettersController {

    private static final int PAGE = 50;
    private static final int MOST_GROUPS = 200;

    private final Frame frame;
    private final Words words;
    private final Questions questions;
    private final Overseen overseen;
    private final Watched watched;
    private final InstantSource clock;

    LettersController(
            Frame frame,
            Words words,
            Questions questions,
            Overseen overseen,
            Watched watched,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.questions = questions;
        this.overseen = overseen;
        this.watched = watched;
        this.clock = clock;
    }

    @GetMapping("/sendt")
    ResponseEntity<byte[]> sent(
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return list(Side.SENDER, new Typed(sporsmal, vis, etter), person, request);
    }

    @GetMapping("/inngaende")
    ResponseEntity<byte[]> received(
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return list(Side.RECIPIENT, new Typed(sporsmal, vis, etter), person, request);
    }

    /** What stands in the address. */
    private record Typed(
            Optional<String> question, Optional<String> view, Optional<String> after) {}

    static String path(Side own) {
        return own == Side.SENDER ? "/sendt" : "/inngaende";
    }

    private ResponseEntity<byte[]> list(
            Side own, Typed typed, LoggedIn person, HttpServletRequest request) {
        Shell shell = frame.shell(request, own == Side.SENDER ? Section.SENT : Section.RECEIVED);
        Questions.Asked read =
                questions.read(
                        path(own),
                        own,
                        LettersFilter.View.of(typed.view().orElse("")),
                        typed.question().orElse(""),
                        shell.texts());
        Watched.Asked asked =
                new Watched.Asked(
                        own, overseen.by(person.person(), own), read.question(), clock.instant());
        if (read.isFaulty() || asked.units().isEmpty()) {
            return frame.answer(
                    read.isFaulty() ? 422 : 200,
                    new LettersPage(
                            shell,
                            own,
                            read.filter(),
                            List.of(),
                            List.of(),
                            new LettersPage.Count(0, false, Optional.empty()),
                            false,
                            Optional.empty(),
                            !asked.units().isEmpty()));
        }
        return frame.answer(
                200,
                page(shell, asked, read.filter(), typed.after().flatMap(Watched.Cursor::parse)));
    }

    private LettersPage page(
            Shell shell,
            Watched.Asked asked,
            LettersFilter filter,
            Optional<Watched.Cursor> after) {
        boolean grouped = filter.view() == LettersFilter.View.PARTIES;
        Watched.Page page =
                grouped
                        ? new Watched.Page(List.of(), Optional.empty())
                        : watched.page(asked, after, PAGE);
        Watched.Count count = watched.count(asked);
        Words.Names categories = words.categories(shell.language());
        Map<Watched.Place, Readiness> ready =
                watched.ready(
                        page.rows().stream().filter(r -> !r.state().isClosed()).toList(),
                        asked.at());
        return new LettersPage(
                shell,
                asked.own(),
                filter,
                page.rows().stream()
                        .map(r -> row(r, asked.own(), categories, ready, shell))
                        .toList(),
                grouped
                        ? watched.groups(asked, MOST_GROUPS).stream()
                                .map(g ->
                                        new LettersPage.Group(
                                                new Party(g.name(), g.party()),
                                                g.letters(),
                                                g.oldest(),
                                                to(asked, g.party(), shell)))
                                .toList()
                        : List.of(),
                new LettersPage.Count(count.letters(), count.more(), count.oldest()),
                after.isPresent(),
                page.next().map(Watched.Cursor::toString),
                true);
    }

    /** The way to the letters with one unit at the other end. */
    private String to(Watched.Asked asked, OrgNumber party, Shell shell) {
        return LettersFilter.letters(
                path(asked.own()), questions.write(asked.question().with(party), shell.texts()));
    }

    private static LettersPage.Row row(
            Watched.Row row,
            Side own,
            Words.Names categories,
            Map<Watched.Place, Readiness> ready,
            Shell shell) {
        Party sender = new Party(row.senderName(), row.sender());
        Party recipient = new Party(row.recipientName(), row.recipient());
        return new LettersPage.Row(
                row.id(),
                own == Side.SENDER ? sender : recipient,
                own == Side.SENDER ? recipient : sender,
                categories.of(row.category()),
                new References(row.reference(), row.caseNumber(), Optional.empty()),
                status(row.state()),
                row.since(),
                Optional.ofNullable(ready.get(new Watched.Place(row.recipient(), row.category())))
                        .filter(_ -> !row.state().isClosed())
                        .map(r -> r.verdict().name()),
                row.nextLook().map(l -> Words.look(l, shell.texts())));
    }

    private static LetterStatus status(State state) {
        return LetterStatus.valueOf(state.name());
    }
}
