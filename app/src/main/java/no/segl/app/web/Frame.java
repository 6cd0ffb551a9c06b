package no.segl.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.segl.app.api.AcceptLanguage;
import no.segl.app.command.Version;
import no.segl.app.login.Levels;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Grants;
import no.segl.app.store.Requests;
import no.segl.app.store.Units;
import no.segl.app.web.page.Assets;
import no.segl.app.web.page.ErrorPage;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Page;
import no.segl.app.web.page.Pages;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.app.web.page.Visitor;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** What stands around every page: who is there, in which language, and the form token. */
@Component
final class Frame {

    /** The cookie that keeps the chosen language. */
    static final String LANGUAGE_COOKIE = "sprak";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Assets assets;
    private final Pages pages;
    private final Grants grants;
    private final Units units;
    private final Requests requests;
    private final Words words;
    private final Levels levels;
    private final InstantSource clock;

    Frame(
            Assets assets,
            Pages pages,
            Grants grants,
            Units units,
            Requests requests,
            Words words,
            Levels levels,
            InstantSource clock) {
        this.assets = assets;
        this.pages = pages;
        this.grants = grants;
        this.units = units;
        this.requests = requests;
        this.words = words;
        this.levels = levels;
        this.clock = clock;
    }

    /** The frame of a page. */
    Shell shell(HttpServletRequest request, Section section) {
        return shell(request, section, path(request));
    }

    /**
     * The frame of a page that answers a form.
     *
     * @param back the page to come back to when the language is switched
     */
    Shell shell(HttpServletRequest request, Section section, String back) {
        Language language = language(request);
        Optional<LoggedIn> person = loggedIn();
        return new Shell(
                language,
                assets,
                section,
                back,
                person.map(p -> visitor(p, language)),
                // To ask for a token is to make a session, which strangers get none of.
                person.flatMap(_ -> csrf(request)),
                clock.instant(),
                Version.text());
    }

    /** The page as an answer. */
    ResponseEntity<byte[]> answer(int status, Page page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", page.shell().language().tag())
                .body(pages.html(page));
    }

    /** The page that says that something went wrong, which nobody needs to report. */
    ResponseEntity<byte[]> error(int status, Shell shell) {
        return answer(status, new ErrorPage(shell, status, Optional.empty(), Optional.empty()));
    }

    /** Whoever is logged in. */
    static Optional<LoggedIn> loggedIn() {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof LoggedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    private Visitor visitor(LoggedIn person, Language language) {
        Map<OrgNumber, List<Grant>> byUnit = new LinkedHashMap<>();
        grants.of(person.person()).stream()
                .filter(g -> g.holdsAt(clock.instant()))
                .forEach(g -> byUnit.computeIfAbsent(g.unit(), _ -> new ArrayList<>()).add(g));
        Words.Names names = words.categories(language);
        Map<OrgNumber, String> units = this.units.names(byUnit.keySet());
        List<Visitor.Unit> shown = new ArrayList<>();
        byUnit.forEach((number, held) -> {
            Set<String> categories = new LinkedHashSet<>();
            held.stream()
                    .flatMap(g -> g.category().stream())
                    .forEach(c -> categories.add(names.of(c)));
            boolean sends =
                    held.stream()
                            .anyMatch(g -> g.power() == Power.SEND || g.power() == Power.OVERSEE);
            if (categories.isEmpty() && !sends) {
                return;
            }
            boolean oversees = held.stream().anyMatch(g -> g.power() == Power.OVERSEE);
            Party party = new Party(units.getOrDefault(number, number.grouped()), number);
            shown.add(new Visitor.Unit(party, List.copyOf(categories), sends, oversees));
        });
        Set<OrgNumber> given = where(byUnit, Power::isOverAccess);
        Set<OrgNumber> administered = where(byUnit, Power.ADMINISTER::equals);
        boolean prints =
                byUnit.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(g -> g.power() == Power.SEND);
        return new Visitor(
                Words.person(person.person(), person.displayName()).name(),
                shown,
                !given.isEmpty(),
                prints,
                given.isEmpty()
                        ? 0
                        : requests.waitingFor(
                                person.person(), given, administered, clock.instant()),
                !person.level().reaches(levels.content()));
    }

    /** The units at which such a power is held. */
    private static Set<OrgNumber> where(
            Map<OrgNumber, List<Grant>> byUnit, Predicate<Power> power) {
        return byUnit.entrySet().stream()
                .filter(e -> e.getValue().stream().map(Grant::power).anyMatch(power))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A unit by name and number. */
    Party party(OrgNumber number) {
        return new Party(units.find(number).map(u -> u.name()).orElse(number.grouped()), number);
    }

    private static Optional<Shell.Csrf> csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(new Shell.Csrf(token.getParameterName(), token.getToken()))
                : Optional.empty();
    }

    /** What was asked for, with its query. */
    static String path(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The language chosen with the switch, or else the browser's, or else Bokmål. */
    static Language language(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                    return Language.of(cookie.getValue()).orElse(Language.NB);
                }
            }
        }
        return Language.of(AcceptLanguage.of(request, no.segl.core.letter.Language.NB).code())
                .orElse(Language.NB);
    }
}
