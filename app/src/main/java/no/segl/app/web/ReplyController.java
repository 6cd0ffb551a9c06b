package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.segl.app.api.ApiProblem;
import no.segl.app.api.Problem;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Ids;
import no.segl.app.office.Intake;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.ReadyDesk;
import no.segl.app.office.TookTooLong;
import no.segl.app.web.page.AccessGiver;
import no.segl.app.web.page.ReplyForm;
import no.segl.app.web.page.ReplyForm.Fault;
import no.segl.app.web.page.ReplyRefusedPage;
import no.segl.app.web.page.ReplyRefusedPage.Reason;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Checking;
import no.segl.core.letter.Content;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Replies to a letter, by those who may read it. */
@Controller
final class ReplyController {

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private final Frame frame;
    private final LetterPages letters;
    private final Givers givers;
    private final PostOffice office;
    private final ReadyDesk ready;
    private final Ids ids;
    private final InstantSource clock;

    ReplyController(
            Frame frame,
            LetterPages letters,
            Givers givers,
            PostOffice office,
            ReadyDesk ready,
            Ids ids,
            InstantSource clock) {
        this.frame = frame;
        this.letters = letters;
        this.givers = givers;
        this.office = office;
        this.ready = ready;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/brev/{id}/svar")
    ResponseEntity<byte[]> reply(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request)
            throws IOException {
        Shell shell = frame.shell(request, Section.INBOX, "/brev/" + id);
        Opening opening =
                LetterId.parse(id)
                        .map(letter -> office.look(letter, person.person(), person.level()))
                        .orElseGet(Opening.NotThere::new);
        if (opening instanceof Opening.Closed closed) {
            return refused(409, closed.envelope(), Reason.NOT_OPENED, person, shell);
        }
        if (!(opening instanceof Opening.Open open)) {
            return letters.answer(opening, shell, person, LetterPages.Asked.PLAINLY);
        }
        try (Intake intake = office.intake()) {
            return reply(open, ReplyBody.read(request, intake, clock), intake, person, shell);
        } catch (ApiProblem e) {
            return refused(
                    e.problem().status(), open.envelope(), reason(e.problem()), person, shell);
        } catch (TookTooLong e) {
            int status = Problem.TIMEOUT_UPLOAD.status();
            return refused(status, open.envelope(), Reason.TOO_SLOW, person, shell);
        }
    }

    private static Reason reason(Problem problem) {
        return switch (problem) {
            case NOT_ALLOWED -> Reason.OLD_FORM;
            case TIMEOUT_UPLOAD -> Reason.TOO_SLOW;
            case TOO_LARGE -> Reason.TOO_LARGE;
            default -> Reason.BROKEN;
        };
    }

    /** Why it was not sent, and what to do: to somebody who may see the letter. */
    private ResponseEntity<byte[]> refused(
            int status, Envelope letter, Reason reason, LoggedIn person, Shell shell) {
        List<AccessGiver> who =
                reason == Reason.NO_RIGHT
                        ? givers.at(letter.recipient(), person.person())
                        : List.of();
        return frame.answer(status, new ReplyRefusedPage(shell, letter.id(), reason, who));
    }

    private ResponseEntity<byte[]> reply(
            Opening.Open open, ReplyBody body, Intake intake, LoggedIn person, Shell shell)
            throws IOException {
        String key = body.field("nokkel");
        if (!KEY.matcher(key).matches()) {
            throw new ApiProblem(Problem.UNREADABLE_BODY);
        }
        List<Fault> faults = new ArrayList<>();
        Optional<Content> content = check(open, body, faults);
        faults.addAll(body.faults());
        if (!faults.isEmpty() || content.isEmpty()) {
            return letters.faulty(open, shell, person, body.again(key, faults));
        }
        LetterId original = open.envelope().id();
        Sending.Reply sent =
                office.send(
                        intake,
                        content.get(),
                        body.documents(),
                        ready.notReady(content.get(), Optional.of(whenNotReady(open.envelope()))),
                        "page:" + key,
                        person.actor(),
                        office.toReply(open.envelope(), person.person()));
        return switch (sent) {
            case Sending.Reply.Sent _, Sending.Reply.Repeat _ ->
                    FrontController.seeOther("/brev/" + original + "?sendt");
            case Sending.Reply.KeyReused _ -> {
                Fault fault = new Fault(ReplyForm.Kind.SENT_ALREADY, Optional.empty());
                String fresh = ids.uuid().toString();
                yield letters.faulty(open, shell, person, body.again(fresh, List.of(fault)));
            }
            case Sending.Reply.NotReady _ ->
                    throw new IllegalStateException("a reply does not ask");
            case Sending.Reply.Refused _ ->
                    refused(403, open.envelope(), Reason.NO_RIGHT, person, shell);
        };
    }

    /**
     * What the unit that answers has decided for all it sends. Who answers is not asked: where the
     * unit wants to be, it is sent, and those who can mend it are told.
     */
    private Sending.Response whenNotReady(Envelope original) {
        Sending.Response policy = ready.policy(original.recipient());
        return policy == Sending.Response.ASK ? Sending.Response.SEND : policy;
    }

    private static Optional<Content> check(Opening.Open open, ReplyBody body, List<Fault> faults) {
        Submission reply =
                Submission.reply(open.envelope(), body.field("tittel"), body.field("sprak"));
        // The original's units and category are in the database: they were checked when it came.
        return switch (Checking.check(reply, _ -> true, _ -> true)) {
            case Checking.Result.Faulty(var violations) -> {
                if (violations.stream().anyMatch(v -> !v.pointer().equals("/title"))) {
                    throw new ApiProblem(Problem.UNREADABLE_BODY);
                }
                faults.addAll(ReplyFaults.ofTitle(violations));
                yield Optional.empty();
            }
            case Checking.Result.Sound(var content) -> Optional.of(content);
        };
    }
}
