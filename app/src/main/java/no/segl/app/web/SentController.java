package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Grants;
import no.segl.app.store.Ledger;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.store.SentLetters.Row;
import no.segl.app.store.SentLetters.Status;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.SentLetterPage;
import no.segl.app.web.page.SentLetterPage.Step;
import no.segl.app.web.page.SentLetterPage.Trouble;
import no.segl.app.web.page.SentLetterPage.Withdrawal;
import no.segl.app.web.page.SentPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Document;
import no.segl.core.letter.Withdrawing;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has been sent, and how it fares. */
@Controller
final class SentController {

    private static final int PAGE = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Frame frame;
    private final Words words;
    private final LetterLists lists;
    private final PostOffice office;
    private final SentLetters sent;
    private final LetterContents contents;
    private final Ledger ledger;
    private final Grants grants;
    private final Units units;
    private final InstantSource clock;

    SentController(
            Frame frame,
            Words words,
            LetterLists lists,
            PostOffice office,
            SentLetters sent,
            LetterContents contents,
            Ledger ledger,
            Grants grants,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.lists = lists;
        this.office = office;
        this.sent = sent;
        this.contents = contents;
        this.ledger = ledger;
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/sendt")
    ResponseEntity<byte[]> list(
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SENT);
        SentPage.Filter filter = SentPage.Filter.of(vis.orElse(""));
        Set<OrgNumber> overseen = overseen(person.person());
        Words.Names categories = words.categories(shell.language());
        Optional<LetterId> after = etter.flatMap(LetterId::parse);
        SentLetters.Page page =
                sent.page(
                        new SentLetters.Question(
                                overseen,
                                filter == SentPage.Filter.UNOPENED,
                                Optional.empty(),
                                Optional.empty(),
                                after),
                        PAGE);
        return frame.answer(
                200,
                new SentPage(
                        shell,
                        filter,
                        page.rows().stream().map(r -> row(r, categories, shell)).toList(),
                        sent.unopened(overseen),
                        after.isPresent(),
                        page.next().map(LetterId::toString),
                        !overseen.isEmpty(),
                        List.of()));
    }

    private static SentPage.Row row(Row row, Words.Names categories, Shell shell) {
        return new SentPage.Row(
                row.id(),
                new Party(row.senderName(), row.sender()),
                new Party(row.recipientName(), row.recipient()),
                categories.of(row.category()),
                new References(row.sendersReference(), row.caseNumber(), Optional.empty()),
                Words.status(row.status()),
                row.acceptedAt(),
                row.nextLook().map(l -> Words.look(l, shell.texts())));
    }

    @GetMapping("/sendt/{id}")
    ResponseEntity<byte[]> letter(
            @PathVariable String id,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        long after = etter.filter(NUMBER.asMatchPredicate()).map(Long::parseLong).orElse(0L);
        return show(id, person, frame.shell(request, Section.SENT), 200, after, Trouble.NONE);
    }

    @PostMapping("/sendt/{id}/trekk-tilbake")
    ResponseEntity<byte[]> withdraw(
            @PathVariable String id,
            @RequestParam Optional<String> grunn,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SENT, "/sendt/" + id);
        Optional<Withdrawing.Reason> reason =
                grunn.flatMap(g ->
                        Arrays.stream(Withdrawal.Reason.values())
                                .filter(r -> r.parameter().equals(g))
                                .map(r -> Withdrawing.Reason.valueOf(r.name()))
                                .findFirst());
        if (reason.isEmpty()) {
            return show(id, person, shell, 422, 0, Trouble.REASON_MISSING);
        }
        Optional<Withdrawing.Reply> reply =
                LetterId.parse(id)
                        .flatMap(letter ->
                                office.withdraw(
                                        letter,
                                        reason.get(),
                                        person.actor(),
                                        sender -> office.to(Power.SEND, person.person(), sender)));
        Trouble trouble =
                switch (reply.orElse(null)) {
                    case Withdrawing.Reply.Withdrawn _, Withdrawing.Reply.AlreadyWithdrawn _ ->
                            Trouble.NONE;
                    case Withdrawing.Reply.AlreadyOpened _ -> Trouble.ALREADY_OPENED;
                    case Withdrawing.Reply.AlreadyClosed _ -> Trouble.ALREADY_CLOSED;
                    case Withdrawing.Reply.NotYet _ -> Trouble.NOT_YET;
                    case Withdrawing.Reply.Refused _ -> Trouble.NOT_ALLOWED;
                    case null -> Trouble.NOT_ALLOWED;
                };
        return trouble == Trouble.NONE
                ? FrontController.seeOther("/sendt/" + id)
                : show(id, person, shell, 409, 0, trouble);
    }

    private ResponseEntity<byte[]> show(
            String id, LoggedIn person, Shell shell, int status, long after, Trouble trouble) {
        Optional<Row> row =
                LetterId.parse(id)
                        .flatMap(sent::find)
                        .filter(r -> overseen(person.person()).contains(r.sender()));
        return row.map(r -> frame.answer(status, page(r, person, shell, after, trouble)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private SentLetterPage page(
            Row row, LoggedIn person, Shell shell, long after, Trouble trouble) {
        Texts texts = shell.texts();
        List<Entry> entries = ledger.of(row.id(), after, PAGE + 1);
        List<Entry> shown = entries.subList(0, Math.min(PAGE, entries.size()));
        List<Document> documents = contents.documents(row.id());
        boolean maySend =
                office.to(Power.SEND, person.person(), row.sender()) instanceof Clearance.Cleared;
        return new SentLetterPage(
                shell,
                new SentLetterPage.SentLetter(
                        row.id(),
                        new Party(row.senderName(), row.sender()),
                        new Party(row.recipientName(), row.recipient()),
                        words.categories(shell.language()).of(row.category()),
                        row.language(),
                        documents.size()),
                new References(row.sendersReference(), row.caseNumber(), Optional.empty()),
                documents.stream().mapToLong(Document::size).sum(),
                Words.status(row.status()),
                steps(row),
                row.nextLook().map(l -> Words.look(l, texts)),
                lists.refusals(row.id(), texts, Optional.empty(), Older.NONE),
                shown.stream().map(SentController::entry).toList(),
                after > 0,
                entries.size() > PAGE
                        ? Optional.of(Long.toString(shown.getLast().number()))
                        : Optional.empty(),
                maySend && row.status() == Status.ACCEPTED,
                maySend && (row.status() == Status.AVAILABLE || row.status() == Status.ACCEPTED)
                        ? Optional.of(new Withdrawal(trouble == Trouble.REASON_MISSING))
                        : Optional.empty(),
                trouble);
    }

    private static List<Step> steps(Row row) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Step.Kind.ACCEPTED, row.acceptedAt(), Optional.empty()));
        row.availableAt()
                .ifPresent(at -> steps.add(new Step(Step.Kind.AVAILABLE, at, Optional.empty())));
        row.openedAt().ifPresent(at -> steps.add(new Step(Step.Kind.OPENED, at, Optional.empty())));
        row.closedAt()
                .ifPresent(at ->
                        steps.add(
                                new Step(
                                        Step.Kind.valueOf(row.status().name()),
                                        at,
                                        Optional.empty())));
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private static SentLetterPage.Entry entry(Entry e) {
        return new SentLetterPage.Entry(
                e.number(),
                e.at(),
                e.type(),
                Actor.of(e.actorKind(), e.actorId()),
                e.right(),
                e.hash());
    }

    /** The units whose letters the person may see the status of. */
    private Set<OrgNumber> overseen(PersonId person) {
        var now = clock.instant();
        return units.within(
                grants.of(person).stream()
                        .filter(g ->
                                (g.power() == Power.SEND || g.power() == Power.OVERSEE)
                                        && g.holdsAt(now))
                        .map(g -> g.unit())
                        .collect(Collectors.toSet()));
    }
}
