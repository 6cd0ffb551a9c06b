package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.CallDesk;
import no.segl.app.web.page.CallPage.Entered;
import no.segl.app.web.page.CallPage.Said;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.deadline.Calling;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Matter;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to call about what has been sent and lies unopened, and what came of each call. */
@Controller
final class CallController {

    private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{36}):([0-9]{1,9})");
    private static final Pattern SAID = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})-([0-9]{1,4})");

    private final Frame frame;
    private final CallPages pages;
    private final CallDesk desk;
    private final InstantSource clock;

    CallController(Frame frame, CallPages pages, CallDesk desk, InstantSource clock) {
        this.frame = frame;
        this.pages = pages;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/sendt/ringeliste")
    ResponseEntity<byte[]> list(
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SENT);
        Questions.Asked read = pages.read(sporsmal, shell.texts());
        return frame.answer(read.isFaulty() ? 422 : 200, pages.list(shell, person, read));
    }

    @GetMapping("/sendt/ringeliste/{number}")
    ResponseEntity<byte[]> call(
            @PathVariable String number,
            @RequestParam Optional<String> sporsmal,
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.SENT);
        Optional<OrgNumber> party = OrgNumber.parse(number);
        return party.isEmpty()
                ? frame.error(404, shell)
                : show(
                        200,
                        new Asked(pages.read(sporsmal, shell.texts()), party.get(), person),
                        shell,
                        new Entered("", "", ""),
                        Optional.empty(),
                        sagt.flatMap(CallController::said));
    }

    /** What a call is about, and who asks. */
    private record Asked(Questions.Asked read, OrgNumber party, LoggedIn person) {

        /** The address of the call's page. */
        String here() {
            return read.filter().file("ringeliste/" + party.value());
        }
    }

    /** The call's page; where nothing lies there any more, it leads to all calls. */
    private ResponseEntity<byte[]> show(
            int status,
            Asked asked,
            Shell shell,
            Entered entered,
            Optional<String> trouble,
            Optional<Said> said) {
        return pages.one(shell, asked.person(), asked.read(), asked.party(), entered, trouble, said)
                .map(page -> frame.answer(status, page))
                .orElseGet(
                        () -> FrontController.seeOther(asked.read().filter().file("ringeliste")));
    }

    /** What was filled in of a call, as it was, and as it was understood. */
    private record Form(
            List<LetterId> letters,
            Map<UUID, Integer> seen,
            Entered entered,
            Optional<Matter.Wait> awaits,
            Optional<Instant> until) {

        Optional<String> missing() {
            if (letters.isEmpty()) {
                return Optional.of("NOTHING_CHOSEN");
            }
            if (awaits.isEmpty()) {
                return Optional.of("NO_REASON");
            }
            return until.isEmpty() ? Optional.of("BAD_TIME") : Optional.empty();
        }
    }

    /** Writes down what came of a call, of each letter that was chosen. */
    @PostMapping("/sendt/ringeliste/{number}")
    ResponseEntity<byte[]> note(
            @PathVariable String number,
            @RequestParam(name = "brev") Optional<List<String>> chosen,
            @RequestParam(name = "sak") Optional<List<String>> seen,
            @RequestParam Optional<String> tekst,
            @RequestParam Optional<String> venter,
            @RequestParam Optional<String> til,
            @RequestParam Optional<String> sporsmal,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        Shell asking = frame.shell(request, Section.SENT, "/sendt/ringeliste");
        Optional<OrgNumber> party = OrgNumber.parse(number);
        if (party.isEmpty()) {
            return frame.error(404, asking);
        }
        Asked asked = new Asked(pages.read(sporsmal, asking.texts()), party.get(), person);
        Form form =
                new Form(
                        chosen.orElseGet(List::of).stream()
                                .flatMap(c -> LetterId.parse(c).stream())
                                .distinct()
                                .toList(),
                        seen(seen.orElseGet(List::of)),
                        new Entered(tekst.orElse(""), venter.orElse(""), til.orElse("")),
                        Arrays.stream(Matter.Wait.values())
                                .filter(w -> w.name().equals(venter.orElse("")))
                                .findFirst(),
                        Days.read(til, clock.instant()).end());
        Map<Calling.Reply, Long> replies =
                form.missing().isPresent() ? Map.of() : replies(form, person);
        long noted = replies.getOrDefault(Calling.Reply.NOTED, 0L);
        long written = replies.getOrDefault(Calling.Reply.ONLY_WRITTEN, 0L);
        Optional<String> trouble =
                noted + written > 0
                        ? Optional.empty()
                        : form.missing()
                                .or(() -> replies.keySet().stream().findFirst().map(Enum::name));
        if (trouble.isPresent()) {
            return show(
                    422,
                    asked,
                    asking.backTo(asked.here()),
                    form.entered(),
                    trouble,
                    Optional.empty());
        }
        long left = form.letters().size() - noted - written;
        String here = asked.here();
        return FrontController.seeOther(
                here
                        + (here.contains("?") ? "&" : "?")
                        + "sagt="
                        + noted
                        + "-"
                        + written
                        + "-"
                        + left);
    }

    /** What came of it, letter by letter. */
    private Map<Calling.Reply, Long> replies(Form form, LoggedIn person) {
        Calling.Call call =
                new Calling.Call(
                        person.person(),
                        form.entered().text(),
                        form.awaits().orElseThrow(),
                        form.until().orElseThrow());
        Map<Calling.Reply, Long> replies = new EnumMap<>(Calling.Reply.class);
        form.letters().stream()
                .limit(CallPages.MOST_LETTERS)
                .map(letter -> desk.note(letter, call, form.seen()).orElse(Calling.Reply.REFUSED))
                .forEach(reply -> replies.merge(reply, 1L, Long::sum));
        return replies;
    }

    /** The version of each case that was shown. */
    private static Map<UUID, Integer> seen(List<String> cases) {
        Map<UUID, Integer> seen = new HashMap<>();
        for (String one : cases) {
            Matcher parts = SEEN.matcher(one);
            if (parts.matches()) {
                Uuids.parse(parts.group(1))
                        .ifPresent(id -> seen.put(id, Integer.parseInt(parts.group(2))));
            }
        }
        return seen;
    }

    private static Optional<Said> said(String text) {
        Matcher parts = SAID.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Said(
                                Long.parseLong(parts.group(1)),
                                Long.parseLong(parts.group(2)),
                                Long.parseLong(parts.group(3))))
                : Optional.empty();
    }
}
