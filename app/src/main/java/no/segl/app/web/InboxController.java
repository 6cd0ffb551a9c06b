package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.PostOffice;
import no.segl.app.office.PostOffice.Opening;
import no.segl.app.store.Grants;
import no.segl.app.store.Inbox;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.web.page.AccessGiver;
import no.segl.app.web.page.ErrorPage;
import no.segl.app.web.page.InboxPage;
import no.segl.app.web.page.Letter;
import no.segl.app.web.page.LetterPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.RefusedPage;
import no.segl.app.web.page.ReplyForm;
import no.segl.app.web.page.SealedPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Document;
import no.segl.core.letter.Envelope;
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
    private final SentLetters sent;
    private final LetterContents contents;
    private final InstantSource clock;

    InboxController(
            Frame frame,
            Words words,
            PostOffice office,
            Inbox inbox,
            Grants grants,
            SentLetters sent,
            LetterContents contents,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.office = office;
        this.inbox = inbox;
        this.grants = grants;
        this.sent = sent;
        this.contents = contents;
        this.clock = clock;
    }

    @GetMapping("/innboks")
    ResponseEntity<byte[]> inbox(
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX);
        List<Grant> held = grants.of(person.person());
        var now = clock.instant();
        Optional<Inbox.Cursor> after = etter.flatMap(Inbox.Cursor::parse);
        Inbox.Page page = inbox.page(held, now, after, PAGE);
        Words.Names categories = words.categories(shell.language());
        Inbox.Summary summary = inbox.summary(held, now);
        boolean access = held.stream().anyMatch(g -> g.power() == Power.READ && g.holdsAt(now));
        return frame.answer(
                200,
                new InboxPage(
                        shell,
                        page.rows().stream().map(r -> row(r, categories)).toList(),
                        summary.unopened(),
                        summary.oldest(),
                        after.isPresent(),
                        page.next().map(Inbox.Cursor::toString),
                        access,
                        List.of()));
    }

    private static InboxPage.Row row(Inbox.Row row, Words.Names categories) {
        return new InboxPage.Row(
                row.id(),
                new Party(row.senderName(), row.sender()),
                new Party(row.recipientName(), row.recipient()),
                categories.of(row.category()),
                Optional.of(row.title()).filter(t -> !t.isEmpty()),
                row.language(),
                row.availableAt(),
                row.openedAt());
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
                        .map(letter -> office.look(letter, person.person()))
                        .orElseGet(Opening.NotThere::new);
        return answer(opening, shell, person, dok, sendt.isPresent(), Optional.empty());
    }

    @PostMapping("/brev/{id}/apne")
    ResponseEntity<byte[]> open(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        Opening opening =
                LetterId.parse(id)
                        .map(letter -> office.open(letter, person.person()))
                        .orElseGet(Opening.NotThere::new);
        return opening instanceof Opening.Open open
                ? FrontController.seeOther("/brev/" + open.envelope().id())
                : answer(opening, shell, person, Optional.empty(), false, Optional.empty());
    }

    /** The page of what came of asking for a letter. */
    ResponseEntity<byte[]> answer(
            Opening opening,
            Shell shell,
            LoggedIn person,
            Optional<String> shown,
            boolean justReplied,
            Optional<ReplyForm> form) {
        return switch (opening) {
            case Opening.Open open ->
                    frame.answer(
                            form.isPresent() ? 422 : 200,
                            letterPage(open, shell, person, shown, justReplied, form));
            case Opening.Closed(var envelope) ->
                    frame.answer(
                            200,
                            new SealedPage(
                                    shell,
                                    letter(envelope, shell, contents.find(envelope.id())),
                                    shell.texts().get("ledger.right.grant"),
                                    Optional.empty()));
            case Opening.Refused(var envelope, var why) ->
                    frame.answer(
                            403,
                            new RefusedPage(
                                    shell,
                                    reason(why.ground()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    clock.instant(),
                                    List.of(
                                            new AccessGiver(
                                                    frame.party(envelope.recipient()),
                                                    List.of()))));
            case Opening.Destroyed(var envelope) ->
                    frame.answer(
                            410,
                            new RefusedPage(
                                    shell,
                                    RefusedPage.Reason.DESTROYED,
                                    Optional.of(frame.party(envelope.recipient())),
                                    Optional.of(
                                            words.categories(shell.language())
                                                    .of(envelope.category())),
                                    clock.instant(),
                                    List.of()));
            case Opening.NotThere _ ->
                    frame.answer(404, new ErrorPage(shell, 404, Optional.empty()));
        };
    }

    private static RefusedPage.Reason reason(Ground ground) {
        return switch (ground) {
            case ENDED -> RefusedPage.Reason.GRANT_ENDED;
            case NOT_YET -> RefusedPage.Reason.GRANT_NOT_YET;
            case NO_GRANT, SCOPE_MISSING, OTHER_ORGANISATION -> RefusedPage.Reason.NO_GRANT;
        };
    }

    private LetterPage letterPage(
            Opening.Open open,
            Shell shell,
            LoggedIn person,
            Optional<String> shown,
            boolean justReplied,
            Optional<ReplyForm> form) {
        LetterContents.Inside inside = open.inside();
        LetterId id = open.envelope().id();
        List<Entry> entries = words.entries(id);
        List<LetterPage.Document> documents =
                inside.documents().stream().map(InboxController::document).toList();
        Optional<DocumentId> wanted = shown.flatMap(DocumentId::parse);
        Optional<DocumentId> first =
                documents.stream()
                        .filter(LetterPage.Document::showable)
                        .map(LetterPage.Document::id)
                        .filter(d -> wanted.isEmpty() || wanted.get().equals(d))
                        .findFirst();
        return new LetterPage(
                shell,
                letter(open.envelope(), shell, Optional.of(inside)),
                new References(inside.sendersReference(), inside.caseNumber(), inside.caseWorker()),
                documents,
                first,
                openings(entries, shell, person.person()),
                words.refusals(entries, shell.texts(), true),
                sent.answering(id).stream()
                        .map(r ->
                                new LetterPage.Reply(
                                        r.id(), r.acceptedAt(), Words.status(r.status())))
                        .toList(),
                justReplied,
                form);
    }

    private static LetterPage.Document document(Document d) {
        return new LetterPage.Document(d.id(), d.name(), d.type().value(), d.size(), d.sha256());
    }

    private List<LetterPage.Opening> openings(List<Entry> entries, Shell shell, PersonId self) {
        List<Entry> opened =
                entries.stream()
                        .filter(e ->
                                e.type().equals("LetterOpened") || e.type().equals("LetterRead"))
                        .toList();
        Map<PersonId, String> names = words.names(opened);
        return opened.stream()
                .map(e ->
                        new LetterPage.Opening(
                                e.at(),
                                Words.who(e, names, shell.texts()),
                                Words.right(e.right(), shell.texts()),
                                e.actorId().equals(self.toString())))
                .toList();
    }

    private Letter letter(Envelope envelope, Shell shell, Optional<LetterContents.Inside> inside) {
        return new Letter(
                envelope.id(),
                frame.party(envelope.sender()),
                frame.party(envelope.recipient()),
                words.categories(shell.language()).of(envelope.category()),
                inside.map(LetterContents.Inside::title),
                envelope.language().code(),
                inside.map(LetterContents.Inside::availableAt).orElseGet(clock::instant),
                inside.map(i -> i.documents().size()).orElse(0));
    }
}
