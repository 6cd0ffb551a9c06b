package no.segl.app.web.page;

import static no.segl.app.web.page.AccessPages.KARI;
import static no.segl.app.web.page.AccessPages.MARTE;
import static no.segl.app.web.page.AccessPages.ODD;
import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.segl.app.web.page.PersonAccessPage.Alone;
import no.segl.core.access.Power;

/** One person's access: as it stands, when it is to end, and what that broke. */
final class PersonAccessSamples {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private PersonAccessSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("person-access", l -> person(l, KARI, false, false));
        all.put("person-access-leaving", l -> person(l, ODD, true, false));
        all.put("person-access-ended", l -> person(l, KARI, false, true));
        all.put("person-access-many", PersonAccessSamples::amongMany);
    }

    private static Page person(Language l, Person person, boolean leaving, boolean ended) {
        List<PersonAccessPage.Held> held =
                List.of(
                        held(3, BARNEVERN, Power.READ, Optional.of(category(l, 0)), 12),
                        held(4, SKOLE, Power.SEND, Optional.empty(), 0));
        return new PersonAccessPage(
                World.inside(l, Shell.Section.ACCESS),
                person,
                !ended,
                ended ? List.of() : held,
                ended ? new Newest<>(List.of(), 0) : new Newest<>(List.of(shared(l)), 240),
                ended ? NOBODY : alone(l, leaving ? 4311 : 2),
                ended ? alone(l, 2) : NOBODY,
                terms(leaving, ended),
                leaving,
                ended,
                ended ? List.of(1, 3, 2) : List.of(),
                new PersonAccessPage.Identity(
                        !leaving, Optional.of("00000000000").filter(_ -> ended)),
                List.of(MARTE, ODD),
                leaving
                        ? new Term("", "2019-01-01", "2019-01-01", TODAY, true, true, true)
                        : Term.empty(TODAY));
    }

    private static PersonAccessPage.Terms terms(boolean leaving, boolean ended) {
        List<PersonAccessPage.Place> now =
                List.of(new PersonAccessPage.Place(ODD, ago(3, 0), ago(-9, 0), false, 2, 1));
        List<PersonAccessPage.Place> ahead =
                List.of(new PersonAccessPage.Place(MARTE, ago(-9, 0), ago(-20, 0), true, 1, 0));
        return new PersonAccessPage.Terms(
                leaving ? List.of() : ahead, ended ? List.of() : now, ended ? now : List.of());
    }

    /** Where there are more people than one list shows. */
    private static Page amongMany(Language l) {
        PersonAccessPage page = (PersonAccessPage) person(l, KARI, false, false);
        return new PersonAccessPage(
                page.shell(),
                page.person(),
                page.there(),
                page.held(),
                page.shared(),
                page.alone(),
                page.left(),
                page.terms(),
                false,
                false,
                List.of(),
                new PersonAccessPage.Identity(false, Optional.empty()),
                Collections.nCopies(Person.MOST + 1, MARTE),
                page.deputy());
    }

    private static final Alone NOBODY = new Alone(List.of(), 0);

    private static Alone alone(Language l, long total) {
        return new Alone(
                List.of(
                        new PersonAccessPage.Cell(SKOLE, category(l, 0), 3),
                        new PersonAccessPage.Cell(LONG, category(l, 1), 0)),
                total);
    }

    private static PersonAccessPage.Shared shared(Language l) {
        return new PersonAccessPage.Shared(
                new UUID(6, 1),
                World.letter(4),
                LONG,
                category(l, 0),
                true,
                false,
                ago(3, 0),
                Optional.of(ago(-9, 0)),
                Optional.of(ODD));
    }

    private static PersonAccessPage.Held held(
            int id, Party unit, Power power, Optional<String> category, long beneath) {
        return new PersonAccessPage.Held(
                new UUID(3, id),
                unit,
                power,
                category,
                beneath,
                ago(412, 3),
                Optional.empty(),
                power != Power.READ,
                Optional.of(ODD).filter(_ -> power == Power.READ),
                true);
    }
}
