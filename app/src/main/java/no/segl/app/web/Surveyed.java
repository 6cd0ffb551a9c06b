package no.segl.app.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.store.Persons;
import no.segl.app.store.Surveys;
import no.segl.app.store.Units;
import no.segl.app.web.page.CheckPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.SurveyPage;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Side;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Survey;
import org.springframework.stereotype.Component;

/**
 * Whose readiness somebody sees: that of units whose letters they follow, or to which they give
 * access.
 */
@Component
final class Surveyed {

    private final Overseen overseen;
    private final Administration administration;
    private final Units units;
    private final Persons persons;

    Surveyed(Overseen overseen, Administration administration, Units units, Persons persons) {
        this.overseen = overseen;
        this.administration = administration;
        this.units = units;
        this.persons = persons;
    }

    /**
     * What somebody sees.
     *
     * @param roots the topmost units; none if they see nothing
     * @param reach where they give access
     */
    record Scope(List<OrgNumber> roots, Reach reach) {}

    Scope of(PersonId person) {
        Reach reach = administration.reach(person);
        Set<OrgNumber> all = new LinkedHashSet<>(overseen.roots(person, Side.RECIPIENT));
        all.addAll(reach.roots());
        return new Scope(units.topmost(all), reach);
    }

    /** Whether {@code unit} is among them. */
    boolean includes(Scope scope, OrgNumber unit) {
        return units.find(unit).isPresent()
                && scope.roots().stream().anyMatch(units.lineage(unit)::isWithin);
    }

    static List<SurveyPage.Cell> cells(Survey.Place place, Words.Names names) {
        return place.cells().stream()
                .map(c ->
                        new SurveyPage.Cell(
                                names.of(c.readiness().category()),
                                c.readiness().verdict().name(),
                                c.readiness().ground().name(),
                                c.readiness().asOf(),
                                c.holders(),
                                c.waiting()))
                .toList();
    }

    static SurveyPage.Reached reached(OrgNumber unit, Map<OrgNumber, Surveys.Reach> found) {
        Surveys.Reach reach = found.getOrDefault(unit, Surveys.Reach.NOWHERE);
        return new SurveyPage.Reached(
                reach.own(),
                reach.refused(),
                reach.refusedAt(),
                reach.nearest()
                        .filter(n -> !n.unit().equals(unit))
                        .map(n -> new Party(n.name(), n.unit())),
                reach.nearest().isPresent(),
                reach.verifiedAt());
    }

    /** Answers with who gave them, by the name that they have there. */
    List<CheckPage.Row> checks(Collection<Checklist.Status> statuses, Scope scope) {
        List<PersonId> who = new ArrayList<>();
        statuses.forEach(s -> s.given().ifPresent(g -> who.add(g.by())));
        Map<PersonId, String> names =
                who.isEmpty() ? Map.of() : persons.names(Set.copyOf(who), scope.roots());
        Map<OrgNumber, String> units =
                this.units.names(
                        statuses.stream()
                                .flatMap(s -> s.given().stream())
                                .map(g -> g.unit())
                                .toList());
        return statuses.stream()
                .map(s ->
                        new CheckPage.Row(
                                s.check(),
                                new Party(s.place().name(), s.place().unit()),
                                s.state(),
                                s.given().map(g -> given(g, s.place().unit(), names, units)),
                                scope.reach().includes(s.place().unit())))
                .toList();
    }

    private static CheckPage.Given given(
            Checklist.Given given,
            OrgNumber at,
            Map<PersonId, String> names,
            Map<OrgNumber, String> units) {
        return new CheckPage.Given(
                given.answer().name(),
                Words.person(given.by(), names.getOrDefault(given.by(), "")),
                given.at(),
                given.until(),
                Optional.of(given.unit())
                        .filter(u -> !u.equals(at))
                        .map(u -> new Party(units.getOrDefault(u, u.grouped()), u)));
    }
}
