package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.CaseDesk;
import no.segl.app.web.page.InboxPage;
import no.segl.app.web.page.InboxPage.Act;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Handling.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Several letters at once. Each is decided on its own and has its own entry in the ledger; one that
 * is refused stops none of the others. To open is never among what can be done here.
 */
@Controller
final class BulkController {

    /** How many letters are taken at a time. */
    private static final int MOST = 200;

    private final Frame frame;
    private final InboxPages pages;
    private final CaseDesk desk;

    BulkController(Frame frame, InboxPages pages, CaseDesk desk) {
        this.frame = frame;
        this.pages = pages;
        this.desk = desk;
    }

    @PostMapping("/innboks/valgte")
    ResponseEntity<byte[]> act(
            @RequestParam(name = "brev") Optional<List<String>> chosen,
            @RequestParam(name = "gjor") Optional<String> what,
            @RequestParam(name = "person") Optional<String> to,
            @RequestParam Optional<String> vis,
            @RequestParam Optional<String> enhet,
            @RequestParam Optional<String> kategori,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.INBOX, "/innboks");
        List<LetterId> letters =
                chosen.orElseGet(List::of).stream()
                        .flatMap(c -> LetterId.parse(c).stream())
                        .distinct()
                        .toList();
        boolean handle = what.filter("handtert"::equals).isPresent();
        InboxPage.Outcome outcome =
                letters.isEmpty()
                        ? nothing(Act.NOTHING_CHOSEN)
                        : outcome(handle, letters, to.flatMap(PersonId::parse), shell, person);
        return frame.answer(
                outcome.act() == Act.NOTHING_CHOSEN || outcome.act() == Act.NOBODY_CHOSEN
                        ? 422
                        : 200,
                pages.page(
                        shell,
                        person,
                        new InboxPages.Asked(vis, enhet, kategori),
                        Optional.empty(),
                        Optional.of(outcome)));
    }

    private static InboxPage.Outcome nothing(Act act) {
        return new InboxPage.Outcome(act, 0, List.of());
    }

    private InboxPage.Outcome outcome(
            boolean handle,
            List<LetterId> letters,
            Optional<PersonId> receiver,
            Shell shell,
            LoggedIn person) {
        if (handle) {
            return outcome(Act.HANDLE, letters, Optional.empty(), shell, person);
        }
        return receiver.isPresent()
                ? outcome(Act.ASSIGN, letters, receiver, shell, person)
                : nothing(Act.NOBODY_CHOSEN);
    }

    private InboxPage.Outcome outcome(
            Act act,
            List<LetterId> letters,
            Optional<PersonId> receiver,
            Shell shell,
            LoggedIn person) {
        // By their names before the act, which may take them out of this view.
        Map<LetterId, String> names = pages.named(letters, shell, person);
        Map<LetterId, String> left = new LinkedHashMap<>();
        long done = 0;
        for (int i = 0; i < letters.size(); i++) {
            LetterId letter = letters.get(i);
            String why = i < MOST ? why(one(letter, receiver, person)) : "TOO_MANY";
            if (why.isEmpty()) {
                done++;
            } else {
                left.put(letter, why);
            }
        }
        List<InboxPage.Left> shown = new ArrayList<>();
        left.forEach((letter, why) -> {
            String unknown = shell.texts().get("bulk.unknown");
            shown.add(
                    new InboxPage.Left(
                            Optional.of(letter).filter(names::containsKey),
                            names.getOrDefault(letter, unknown),
                            names.containsKey(letter) ? why : "NOT_THERE"));
        });
        return new InboxPage.Outcome(act, done, shown);
    }

    private Optional<Reply> one(LetterId letter, Optional<PersonId> receiver, LoggedIn person) {
        return receiver.isPresent()
                ? desk.assign(letter, person.person(), receiver.get())
                : desk.handle(letter, person.person());
    }

    /** Why it was left as it was, a code; empty if it is as was asked for. */
    private static String why(Optional<Reply> reply) {
        return switch (reply.orElseGet(Reply.NotThere::new)) {
            case Reply.Done _, Reply.Already _ -> "";
            case Reply.NotOpened _ -> "NOT_OPENED";
            case Reply.SealedUnread _ -> "SEALED_UNREAD";
            case Reply.CannotRead _ -> "CANNOT_READ";
            case Reply.Refused _ -> "REFUSED";
            case Reply.NotThere _ -> "NOT_THERE";
        };
    }
}
