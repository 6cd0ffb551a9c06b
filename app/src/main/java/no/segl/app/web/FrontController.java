package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemTexts;
import no.segl.app.gate.Door;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.web.page.AccessibilityPage;
import no.segl.app.web.page.FrontPage;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.LoggedOutPage;
import no.segl.app.web.page.ProblemIndexPage;
import no.segl.app.web.page.ProblemPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that are open to everybody. */
@Controller
final class FrontController {

    private static final URI HOME = URI.create("/");

    private final Frame frame;
    private final ProblemTexts problems;
    private final KeyRoleLogin keyRoles;

    FrontController(Frame frame, ProblemTexts problems, KeyRoleLogin keyRoles) {
        this.frame = frame;
        this.problems = problems;
        this.keyRoles = keyRoles;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> front(
            @RequestParam Optional<String> innlogging, HttpServletRequest request) {
        if (Frame.loggedIn().isPresent()) {
            // Somebody may have logged in already, and have tried to do so at a higher level.
            return seeOther(innlogging.isPresent() ? "/innboks?innlogging=feilet" : "/innboks");
        }
        return frame.answer(
                200,
                new FrontPage(
                        frame.shell(request, Section.NONE),
                        innlogging.isPresent(),
                        keyRoles.wanted().isPresent()));
    }

    /** Asked for by browsers beside whatever is not a page of ours, such as a PDF. */
    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon(HttpServletRequest request) {
        return seeOther(frame.shell(request, Section.NONE).assets().url("segl.svg"));
    }

    @GetMapping("/logg-inn")
    ResponseEntity<byte[]> logIn() {
        return seeOther("/oauth2/authorization/login");
    }

    @GetMapping("/utlogget")
    ResponseEntity<byte[]> loggedOut(HttpServletRequest request) {
        return frame.answer(200, new LoggedOutPage(frame.shell(request, Section.NONE)));
    }

    @GetMapping("/tilgjengelighet")
    ResponseEntity<byte[]> accessibility(HttpServletRequest request) {
        return frame.answer(
                200, new AccessibilityPage(frame.shell(request, Section.NONE), Optional.empty()));
    }

    /** Needs no token of a form: to choose a language for somebody else harms nobody. */
    @PostMapping("/sprak")
    ResponseEntity<byte[]> language(
            @RequestParam("sprak") Optional<String> tag,
            @RequestParam("tilbake") Optional<String> back,
            HttpServletRequest request) {
        Language language = tag.flatMap(Language::of).orElse(Language.NB);
        ResponseCookie cookie =
                ResponseCookie.from(Frame.LANGUAGE_COOKIE, language.tag())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Set-Cookie", cookie.toString())
                .location(back.flatMap(FrontController::ours).orElse(HOME))
                .build();
    }

    /** Where the gate lets nobody through whose login is at too low a level for the page. */
    @GetMapping(Door.HIGHER + "/{*page}")
    ResponseEntity<byte[]> atHigherLevel(@PathVariable String page, HttpServletRequest request) {
        URI there = ours(Frame.path(request).substring(Door.HIGHER.length())).orElse(HOME);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(there).build();
    }

    /** An address of this site; whatever else somebody put in the form is not followed. */
    private static Optional<URI> ours(String back) {
        if (!back.startsWith("/") || back.startsWith("//")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(back));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/problem")
    ResponseEntity<byte[]> problems(HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.NONE);
        var language = core(shell.language());
        return frame.answer(
                200,
                new ProblemIndexPage(
                        shell,
                        Arrays.stream(Problem.values())
                                .map(p ->
                                        new ProblemIndexPage.Problem(
                                                p.code(), p.status(), problems.title(p, language)))
                                .toList()));
    }

    @GetMapping("/problem/{code}")
    ResponseEntity<byte[]> problem(@PathVariable String code, HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.NONE);
        var language = core(shell.language());
        return Problem.find(code)
                .map(p ->
                        frame.answer(
                                200,
                                new ProblemPage(
                                        shell,
                                        p.code(),
                                        p.status(),
                                        problems.title(p, language),
                                        problems.what(p, language),
                                        problems.who(p, language),
                                        problems.how(p, language))))
                .orElseGet(() -> frame.error(404, shell));
    }

    private static no.segl.core.letter.Language core(Language language) {
        return no.segl.core.letter.Language.parse(language.tag()).orElseThrow();
    }

    static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
