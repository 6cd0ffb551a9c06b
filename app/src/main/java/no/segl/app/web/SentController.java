package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.LetterLife;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Holders;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.store.SentLetters.Row;
import no.segl.app.store.SentLetters.Status;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.SentLetterPage;
import no.segl.app.web.page.SentLetterPage.Step;
import no.segl.app.web.page.SentLetterPage.Trouble;
import no.segl.app.web.page.SentLetterPage.Withdrawal;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.evidence.Event;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;
import no.segl.core.letter.Side;
import no.segl.core.letter.Withdrawing;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A letter that one oversees, and how it fares. */
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
    private final LetterLife life;
    private final Holders holders;
    private final Overseen overseen;
    private final InstantSource clock;

    SentController(
            Frame frame,
            Words words,
            LetterLists lists,
            PostOffice office,
            SentLetters sent,
            LetterContents contents,
            LetterLife life,
            Holders holders,
            Overseen overseen,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.lists = lists;
        this.office = office;
        this.sent = sent;
        this.contents = contents;
        this.life = life;
        this.holders = holders;
        this.overseen = overseen;
        this.clock = clock;
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

    @GetMapping("/inngaende/{id}")
    ResponseEntity<byte[]> received(
            @PathVariable String id,
            @RequestParam Optional<String> etter,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        long after = etter.filter(NUMBER.asMatchPredicate()).map(Long::parseLong).orElse(0L);
        Shell shell = frame.shell(request, Section.RECEIVED);
        return LetterId.parse(id)
                .flatMap(sent::find)
                .filter(r -> r.availableAt().isPresent())
                .filter(r -> overseen.by(person.person(), Side.RECIPIENT).contains(r.recipient()))
                .map(r ->
                        frame.answer(
                                200,
                                page(
                                        r,
                                        Side.RECIPIENT,
                                        Optional.empty(),
                                        shell,
                                        after,
                                        Trouble.NONE)))
                .orElseGet(() -> frame.error(404, shell));
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
                        .filter(r ->
                                overseen.by(person.person(), Side.SENDER).contains(r.sender()));
        return row.map(r ->
                        frame.answer(
                                status,
                                page(r, Side.SENDER, Optional.of(person), shell, after, trouble)))
                .orElseGet(() -> frame.error(404, shell));
    }

    /**
     * The page of a letter.
     *
     * @param sender who looks, if that is at the sender's end: they may be able to withdraw it
     */
    private SentLetterPage page(
            Row row,
            Side own,
            Optional<LoggedIn> sender,
            Shell shell,
            long after,
            Trouble trouble) {
        Texts texts = shell.texts();
        LetterLife.Page told = life.page(row.id(), own, after, PAGE);
        List<Document> documents = contents.documents(row.id());
        boolean maySend =
                sender.filter(p ->
                                office.to(Power.SEND, p.person(), row.sender())
                                        instanceof Clearance.Cleared)
                        .isPresent();
        return new SentLetterPage(
                shell,
                own,
                own == Side.RECIPIENT && row.status() == Status.AVAILABLE
                        ? Optional.of(readers(row))
                        : Optional.empty(),
                new SentLetterPage.SentLetter(
                        row.id(),
                        new Party(row.senderName(), row.sender()),
                        new Party(row.recipientName(), row.recipient()),
                        words.categories(shell.language()).of(row.category()),
                        row.language(),
                        documents.size()),
                own == Side.SENDER
                        ? new References(row.sendersReference(), row.caseNumber(), Optional.empty())
                        : References.NONE,
                documents.stream().mapToLong(Document::size).sum(),
                Words.status(row.status()),
                steps(row),
                row.nextLook().map(l -> Words.look(l, texts)),
                lists.refusals(row.id(), texts, Optional.empty(), Older.NONE),
                told.events().stream().flatMap(e -> entry(e).stream()).toList(),
                after > 0,
                told.next().map(n -> Long.toString(n)),
                maySend && row.status() == Status.ACCEPTED,
                maySend && (row.status() == Status.AVAILABLE || row.status() == Status.ACCEPTED)
                        ? Optional.of(new Withdrawal(trouble == Trouble.REASON_MISSING))
                        : Optional.empty(),
                trouble);
    }

    /** How many can open it as things stand. */
    private long readers(Row row) {
        return holders
                .canOpen(row.recipient(), Optional.of(row.category()), clock.instant())
                .stream()
                .map(Holders.Holder::person)
                .distinct()
                .count();
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

    private static Optional<SentLetterPage.Entry> entry(Event event) {
        return event.told()
                .map(told ->
                        new SentLetterPage.Entry(
                                event.number(),
                                told.at(),
                                told.type(),
                                told.actorKind(),
                                told.actorId(),
                                told.right(),
                                event.hash()));
    }
}
