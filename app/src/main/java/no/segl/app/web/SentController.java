package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Grants;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.store.SentLetters.Row;
import no.segl.app.store.SentLetters.Status;
import no.segl.app.store.Units;
import no.segl.app.web.page.ErrorPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.Refusal;
import no.segl.app.web.page.SentLetterPage;
import no.segl.app.web.page.SentLetterPage.Step;
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
    private static final int REFUSALS = 20;

    private final Frame frame;
    private final Words words;
    private final PostOffice office;
    private final SentLetters sent;
    private final LetterContents contents;
    private final Grants grants;
    private final Units units;
    private final InstantSource clock;

    SentController(
            Frame frame,
            Words words,
            PostOffice office,
            SentLetters sent,
            LetterContents contents,
            Grants grants,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.office = office;
        this.sent = sent;
        this.contents = contents;
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
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return show(id, person, frame.shell(request, Section.SENT), 200, false);
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
            return show(id, person, shell, 422, true);
        }
        Optional<Withdrawing.Reply> reply =
                LetterId.parse(id)
                        .flatMap(letter ->
                                office.withdraw(
                                        letter,
                                        reason.get(),
                                        person.actor(),
                                        sender -> office.to(Power.SEND, person.person(), sender)));
        boolean withdrawn =
                reply.filter(r ->
                                r instanceof Withdrawing.Reply.Withdrawn
                                        || r instanceof Withdrawing.Reply.AlreadyWithdrawn)
                        .isPresent();
        return withdrawn
                ? FrontController.seeOther("/sendt/" + id)
                : show(id, person, shell, 409, false);
    }

    private ResponseEntity<byte[]> show(
            String id, LoggedIn person, Shell shell, int status, boolean reasonMissing) {
        Optional<Row> row =
                LetterId.parse(id)
                        .flatMap(sent::find)
                        .filter(r -> overseen(person.person()).contains(r.sender()));
        if (row.isEmpty()) {
            return frame.answer(404, new ErrorPage(shell, 404, Optional.empty()));
        }
        return frame.answer(status, page(row.get(), person, shell, reasonMissing));
    }

    private SentLetterPage page(Row row, LoggedIn person, Shell shell, boolean reasonMissing) {
        Texts texts = shell.texts();
        List<Entry> entries = words.entries(row.id());
        List<Document> documents = contents.documents(row.id());
        List<Refusal> refusals = words.refusals(entries, texts, false);
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
                refusals.stream().limit(REFUSALS).toList(),
                refusals.size(),
                entries.stream().map(SentController::entry).toList(),
                Optional.empty(),
                maySend && row.status() == Status.AVAILABLE
                        ? Optional.of(new Withdrawal(reasonMissing))
                        : Optional.empty());
    }

    private static List<Step> steps(Row row) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Step.Kind.ACCEPTED, row.acceptedAt(), Optional.empty()));
        row.availableAt()
                .ifPresent(at -> steps.add(new Step(Step.Kind.AVAILABLE, at, Optional.empty())));
        row.openedAt().ifPresent(at -> steps.add(new Step(Step.Kind.OPENED, at, Optional.empty())));
        row.closedAt()
                .ifPresent(at -> steps.add(new Step(Step.Kind.WITHDRAWN, at, Optional.empty())));
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
                        .filter(g -> g.power() != Power.READ && g.holdsAt(now))
                        .map(g -> g.unit())
                        .collect(Collectors.toSet()));
    }
}
