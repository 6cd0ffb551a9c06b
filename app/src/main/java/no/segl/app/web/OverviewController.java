package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Breaches;
import no.segl.app.store.Cases;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Readiness;
import no.segl.app.store.Rounds;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.app.web.page.ControlsPage;
import no.segl.app.web.page.OverviewPage;
import no.segl.app.web.page.OverviewPage.Fresh;
import no.segl.app.web.page.OverviewPage.Ready;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.deadline.Breach;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How it stands with every letter of the units that somebody oversees, in figures. */
@Controller
final class OverviewController {

    /** The same as the alarm outside has. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final Frame frame;
    private final Overseen overseen;
    private final OverviewEnds ends;
    private final Readiness readiness;
    private final Cases cases;
    private final ControlRuns runs;
    private final Breaches breaches;
    private final RuleTable rules;
    private final Rounds rounds;
    private final Units units;
    private final InstantSource clock;

    OverviewController(
            Frame frame,
            Overseen overseen,
            OverviewEnds ends,
            Readiness readiness,
            Cases cases,
            ControlRuns runs,
            Breaches breaches,
            RuleTable rules,
            Rounds rounds,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.overseen = overseen;
        this.ends = ends;
        this.readiness = readiness;
        this.cases = cases;
        this.runs = runs;
        this.breaches = breaches;
        this.rules = rules;
        this.rounds = rounds;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/oversikt")
    ResponseEntity<byte[]> overview(
            @AuthenticationPrincipal LoggedIn person, HttpServletRequest request) {
        Shell shell = frame.shell(request, Section.OVERVIEW);
        Instant now = clock.instant();
        Map<Side, Set<OrgNumber>> own = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Set<OrgNumber> units = overseen.by(person.person(), side);
            if (!units.isEmpty()) {
                own.put(side, units);
            }
        }
        if (own.isEmpty()) {
            return frame.answer(
                    200,
                    new OverviewPage(
                            shell,
                            List.of(),
                            new Ready(0, 0, 0),
                            new OverviewPage.Cases(0, 0),
                            OverviewPage.Routine.NONE,
                            new Fresh(Optional.empty(), false, Optional.empty())));
        }
        return frame.answer(
                200,
                new OverviewPage(
                        shell,
                        own.entrySet().stream()
                                .map(e -> ends.of(e.getKey(), e.getValue(), now, shell))
                                .toList(),
                        ready(own.getOrDefault(Side.RECIPIENT, Set.of()), now),
                        cases(person.person(), now),
                        routine(person.person(), own.getOrDefault(Side.RECIPIENT, Set.of()), now),
                        fresh(now)));
    }

    private Ready ready(Set<OrgNumber> own, Instant now) {
        if (own.isEmpty()) {
            return new Ready(0, 0, 0);
        }
        Readiness.Summary summary = readiness.summary(units.topmost(own), now);
        return new Ready(summary.cells(), summary.nobody(), summary.stuck());
    }

    private OverviewPage.Cases cases(PersonId person, Instant now) {
        Cases.Count count =
                cases.count(
                        new Cases.Question(
                                overseen.answering(person, Side.RECIPIENT),
                                overseen.answering(person, Side.SENDER),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        now);
        return new OverviewPage.Cases(count.open(), count.late());
    }

    private OverviewPage.Routine routine(PersonId person, Set<OrgNumber> own, Instant now) {
        ControlRuns.Score score = runs.score(own, now.minus(ControlsController.LATELY), now);
        Breaches.Count count =
                breaches.count(
                        overseen.answering(person, Side.RECIPIENT),
                        overseen.answering(person, Side.SENDER),
                        Breach.raisedBefore(rules.newest(), now));
        return new OverviewPage.Routine(
                new ControlsPage.Score(score.due(), score.onTime(), score.missed()),
                !own.isEmpty(),
                count.open(),
                count.late());
    }

    private Fresh fresh(Instant now) {
        Optional<Instant> looked = rounds.last("look", now);
        return new Fresh(
                looked,
                looked.filter(at -> at.isBefore(now.minus(LATE))).isPresent(),
                rounds.last("register", now));
    }
}
