package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Chaser;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Watched;
import no.segl.app.web.page.ChosenPage;
import no.segl.app.web.page.ChosenPage.Deed;
import no.segl.app.web.page.ChosenPage.Line;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Shell;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;
import no.segl.core.overview.State;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Several letters of a list at once. First it is said what will come of each, decided as it will be
 * decided and not written; then each is done on its own, with its own entry in the ledger, and what
 * came of it is told, whatever others have done meanwhile.
 */
@Controller
final class ChosenController {

    /** How many letters are taken at a time. */
    private static final int MOST = 200;

    private final Frame frame;
    private final Words words;
    private final Questions questions;
    private final Overseen overseen;
    private final SentLetters sent;
    private final Watched watched;
    private final Chaser chaser;
    private final InstantSource clock;

    ChosenController(
            Frame frame,
            Words words,
            Questions questions,
            Overseen overseen,
            SentLetters sent,
            Watched watched,
            Chaser chaser,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.questions = questions;
        this.overseen = overseen;
        this.sent = sent;
        this.watched = watched;
        this.chaser = chaser;
        this.clock = clock;
    }

    @PostMapping("/sendt/valgte")
    ResponseEntity<byte[]> askSent(
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return answer(Side.SENDER, false, form, person, request);
    }

    @PostMapping("/sendt/valgte/gjor")
    ResponseEntity<byte[]> doSent(
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return answer(Side.SENDER, true, form, person, request);
    }

    @PostMapping("/inngaende/valgte")
    ResponseEntity<byte[]> askReceived(
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return answer(Side.RECIPIENT, false, form, person, request);
    }

    @PostMapping("/inngaende/valgte/gjor")
    ResponseEntity<byte[]> doReceived(
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return answer(Side.RECIPIENT, true, form, person, request);
    }

    /**
     * What was asked for.
     *
     * @param done whether it is to be done now
     */
    private record Asked(
            Shell shell,
            Side own,
            boolean done,
            Deed deed,
            Optional<Settling.Reason> reason,
            LettersFilter filter,
            LoggedIn person) {}

    private ResponseEntity<byte[]> answer(
            Side own,
            boolean done,
            MultiValueMap<String, String> form,
            LoggedIn person,
            HttpServletRequest request) {
        String path = LettersController.path(own);
        LettersFilter.View view = LettersFilter.View.of(first(form, "vis"));
        Shell page = frame.shell(request, LettersController.section(own), path);
        Questions.Asked read =
                questions.read(path, own, view, first(form, "sporsmal"), page.texts());
        Shell shell = page.backTo(read.filter().here());
        Optional<Deed> deed =
                Arrays.stream(Deed.values())
                        .filter(d -> d.word().equals(first(form, "gjor")))
                        .findFirst();
        if (deed.isEmpty()) {
            return frame.error(404, shell);
        }
        Optional<Settling.Reason> reason =
                Arrays.stream(Settling.Reason.values())
                        .filter(r -> r.name().equals(first(form, "grunn")))
                        .findFirst();
        Asked asked = new Asked(shell, own, done, deed.get(), reason, read.filter(), person);
        Set<LetterId> letters = letters(form, own, read, person);
        if (letters.isEmpty()) {
            return frame.answer(422, page(asked, List.of(), Optional.of("NOTHING_CHOSEN")));
        }
        Optional<String> missing = done ? missing(asked, form) : Optional.empty();
        return frame.answer(
                missing.isPresent() ? 422 : 200,
                page(asked, lines(asked, letters, done && missing.isEmpty()), missing));
    }

    /** What is missing before letters are closed: how they came through, and that it is meant. */
    private static Optional<String> missing(Asked asked, MultiValueMap<String, String> form) {
        if (asked.deed() != Deed.SETTLE) {
            return Optional.empty();
        }
        if (asked.reason().isEmpty()) {
            return Optional.of("NO_REASON");
        }
        return first(form, "sikker").isEmpty() ? Optional.of("NOT_SURE") : Optional.empty();
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    /** Those that were chosen, one by one or with all that lie at a unit. */
    private Set<LetterId> letters(
            MultiValueMap<String, String> form, Side own, Questions.Asked read, LoggedIn person) {
        Set<LetterId> letters = new LinkedHashSet<>();
        form.getOrDefault("brev", List.of()).stream()
                .flatMap(id -> LetterId.parse(id).stream())
                .forEach(letters::add);
        for (String number : form.getOrDefault("part", List.of())) {
            Optional<OrgNumber> party = OrgNumber.parse(number);
            if (party.isPresent() && !read.isFaulty()) {
                watched.page(
                                new Watched.Asked(
                                        own,
                                        overseen.by(person.person(), own),
                                        read.question()
                                                .with(party.get())
                                                .in(Set.of(State.AVAILABLE)),
                                        clock.instant()),
                                Optional.empty(),
                                MOST + 1)
                        .rows()
                        .forEach(row -> letters.add(row.id()));
            }
        }
        return letters;
    }

    private List<Line> lines(Asked asked, Set<LetterId> letters, boolean act) {
        Set<OrgNumber> units = overseen.by(asked.person().person(), asked.own());
        Words.Names categories = words.categories(asked.shell().language());
        List<Line> lines = new ArrayList<>();
        for (LetterId letter : letters) {
            Optional<SentLetters.Row> row =
                    sent.find(letter).filter(r -> isSeen(r, asked.own(), units));
            lines.add(
                    row.map(r ->
                                    new Line(
                                            Optional.of(letter),
                                            there(r, asked.own()),
                                            categories.of(r.category()),
                                            Optional.of(r.availableAt().orElse(r.acceptedAt())),
                                            lines.size() < MOST
                                                    ? outcome(asked, letter, act)
                                                    : "TOO_MANY"))
                            .orElseGet(() ->
                                    new Line(
                                            Optional.empty(),
                                            asked.shell().texts().get("bulk.unknown"),
                                            "",
                                            Optional.empty(),
                                            "NOT_THERE")));
        }
        return lines;
    }

    private static boolean isSeen(SentLetters.Row row, Side own, Set<OrgNumber> units) {
        return own == Side.SENDER
                ? units.contains(row.sender())
                : units.contains(row.recipient()) && row.availableAt().isPresent();
    }

    /** Who is at the other end; of what has come, the unit where it lies. */
    private static String there(SentLetters.Row row, Side own) {
        return own == Side.SENDER ? row.recipientName() : row.senderName();
    }

    private String outcome(Asked asked, LetterId letter, boolean act) {
        Chaser.Deed deed =
                switch (asked.deed()) {
                    case REMIND -> new Chaser.Deed.Remind();
                    case PAPER -> new Chaser.Deed.ToPaper();
                    // Before it is said how they came through, any reason tells whether they can
                    // be.
                    case SETTLE ->
                            new Chaser.Deed.Settle(
                                    asked.reason().orElse(Settling.Reason.TOLD_IN_PERSON));
                };
        Optional<Chaser.Outcome> outcome =
                act
                        ? chaser.act(letter, asked.own(), deed, asked.person().person())
                        : chaser.rehearse(letter, asked.own(), deed, asked.person().person());
        return outcome.map(Chaser.Outcome::name).orElse("NOT_THERE");
    }

    private static ChosenPage page(Asked asked, List<Line> lines, Optional<String> trouble) {
        return new ChosenPage(
                asked.shell(),
                asked.own(),
                asked.deed(),
                asked.done() && trouble.isEmpty(),
                lines.stream().filter(ChosenController::isDone).toList(),
                lines.stream().filter(l -> !isDone(l)).toList(),
                asked.reason(),
                trouble,
                asked.filter().typed(),
                asked.filter().view().word(),
                asked.filter().here());
    }

    private static boolean isDone(Line line) {
        return Arrays.stream(Chaser.Outcome.values())
                .filter(o -> o.name().equals(line.outcome()))
                .anyMatch(Chaser.Outcome::isDone);
    }
}
