package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.office.Administration;
import no.segl.app.office.Newcomers;
import no.segl.app.office.Registrar;
import no.segl.app.secret.HiddenNumber;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Persons;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who has left an organisation is not offered there, nor their number shown, until they are back.
 */
class LeaverNotOfferedTest {

    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber HOSPITAL = new OrgNumber("313915603");
    private static final String DIGITS = "01819010001";
    private static final String NAME = "Kvikk Lerke";

    @TempDir private Path folder = Path.of("");

    @Test
    void untilTheyAreEnteredAnew() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            Person director = person(segl, "Stødig Furu");
            Person elsewhere = person(segl, "Våken Ugle");
            registrar.give(id(segl, elsewhere), HOSPITAL, Power.ADMINISTER, Optional.empty());
            PersonId leaver = enter(segl, director, SCHOOL);
            assertThat(enter(segl, elsewhere, HOSPITAL)).isEqualTo(leaver);
            registrar.give(leaver, SCHOOL, Power.READ, Optional.of(new Category("GENERAL")));
            String path = "/tilganger/person/" + leaver;

            try (Visit visit = Visit.logIn(segl.home, director.subject());
                    Visit other = Visit.logIn(segl.home, elsewhere.subject())) {
                assertThat(offers(visit, SCHOOL, leaver)).isTrue();
                HttpResponse<String> before = visit.get(path);
                assertThat(before.body()).contains("Vis fødselsnummer");
                String token = Visit.token(before).orElseThrow();

                assertThat(visit.submit(token, path + "/avslutt").body())
                        .contains(NAME, "Har sluttet her")
                        .doesNotContain("Vis fødselsnummer");

                assertThat(offers(visit, SCHOOL, leaver)).isFalse();
                assertThat(visit.submit(token, path + "/nummer").body())
                        .contains(NAME)
                        .doesNotContain(DIGITS);
                String give = "/tilganger/gi?enhet=" + SCHOOL + "&kategori=GENERAL&person=";
                assertThat(visit.submit(token, give + leaver).statusCode()).isEqualTo(422);
                assertThat(visit.get("/tilganger/personer").body())
                        .as("found, to see what was theirs")
                        .contains(NAME);

                assertThat(offers(other, HOSPITAL, leaver)).as("there they have not left").isTrue();
                String theirs = Visit.token(other.get(path)).orElseThrow();
                assertThat(other.submit(theirs, path + "/nummer").body()).contains(DIGITS);

                enter(segl, director, SCHOOL);
                assertThat(offers(visit, SCHOOL, leaver)).as("they are back").isTrue();
                assertThat(visit.submit(token, path + "/nummer").body()).contains(DIGITS);
                assertThat(visit.submit(token, give + leaver).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoHasLeftIsNotToldWhoAdministersThere() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person director = person(segl, "Stødig Furu");
            Person leaver = person(segl, "Rolig Måke");
            try (Visit visit = Visit.logIn(segl.home, leaver.subject())) {
                String letter = letterOf(visit);
                segl.server.part(Administration.class).endAll(id(segl, director), id(segl, leaver));

                assertThat(visit.get("/innboks").body()).doesNotContain(director.name());
                HttpResponse<String> refused = visit.get(letter);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body())
                        .contains("Hovedadministrator eller tilgangsstyrer")
                        .doesNotContain(director.name());
            }
        }
    }

    private static String letterOf(Visit visit) throws Exception {
        Matcher link =
                Pattern.compile("href=\"(/brev/[0-9a-f-]{36})\"")
                        .matcher(visit.get("/innboks").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Whether they can be chosen on the unit's page, and also if an address asks for them. */
    private static boolean offers(Visit visit, OrgNumber unit, PersonId person) throws Exception {
        String page = "/tilganger/enhet/" + unit;
        String option = "value=\"" + person + "\"";
        boolean offered = visit.get(page).body().contains(option);
        assertThat(visit.get(page + "?person=" + person).body().contains(option))
                .isEqualTo(offered);
        return offered;
    }

    private static PersonId enter(RunningSegl segl, Person by, OrgNumber unit) {
        HiddenNumber number =
                segl.server
                        .part(NumberKey.class)
                        .hide(NationalIdentityNumber.parse(DIGITS).orElseThrow());
        return segl.server.part(Newcomers.class).enter(id(segl, by), number, NAME, unit)
                        instanceof Newcomers.Entering.Known(var person)
                ? person
                : fail();
    }

    private static PersonId fail() {
        throw new AssertionError("they may not enter anybody");
    }

    private static Person person(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PersonId id(RunningSegl segl, Person person) {
        return segl.server
                .part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), person.subject())
                .orElseThrow();
    }
}
