package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Ids;
import no.segl.app.office.Newcomers;
import no.segl.app.office.Registrar;
import no.segl.app.secret.HiddenNumber;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Holders;
import no.segl.app.store.Persons;
import no.segl.app.store.Persons.Meeting;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons and their national identity numbers: who is who, and where a number must never stand. */
@TestInstance(Lifecycle.PER_CLASS)
class PersonsTest {

    private static final String ISSUER = "https://login.example";
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber FIRM = new OrgNumber("313915611");
    private static final OrgNumber HOSPITAL = new OrgNumber("313915603");

    private RunningSegl segl;
    private Persons persons;
    private NumberKey key;
    private Registrar registrar;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        persons = segl.server.part(Persons.class);
        key = segl.server.part(NumberKey.class);
        registrar = segl.server.part(Registrar.class);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @Test
    void aLoginWithANumberIsFoundAgainByItAndTheNumberStandsNowhere() throws Exception {
        Person person = segl.world.persons().getFirst();
        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            assertThat(visit.get("/innboks").body()).doesNotContain(person.number().digits());
        }
        PersonId id =
                persons.find(segl.issuer.loginIssuer().toString(), person.subject()).orElseThrow();
        HiddenNumber hidden = persons.number(id).orElseThrow();
        assertThat(hidden).isEqualTo(key.hide(person.number()));
        assertThat(key.show(hidden)).contains(person.number());
        assertThat(placesOf(person.number().digits())).isEmpty();
        // The search finds what is there.
        assertThat(placesOf(person.subject())).containsExactly("person.subject");
    }

    @Test
    void accessGivenToANumberIsThereAtTheFirstLogin() throws Exception {
        Person person = segl.world.persons().getLast();
        // As if the person had never been entered by the login's own name for them.
        jdbc().sql("UPDATE person SET subject = 'somebody else' WHERE subject = ?")
                .param(person.subject())
                .update();
        PersonId entered = registrar.enter(key.hide(person.number()), "Ny Rev");
        registrar.give(
                entered, SCHOOL, Power.READ, Optional.of(new Category("UPBRINGING_EDUCATION")));

        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            assertThat(visit.get("/innboks").body()).contains("Fjordvik barneskule");
        }
        assertThat(persons.find(segl.issuer.loginIssuer().toString(), person.subject()))
                .contains(entered);
        assertThat(registrar.enter(key.hide(person.number()), "Ny Rev")).isEqualTo(entered);
    }

    @Test
    void aNumberComesBeforeASubject() {
        PersonId byNumber = registrar.enter(hidden("01819010001"), "Ein");
        PersonId bySubject = registrar.enter(ISSUER, "has a row already", "To");

        assertThat(meet("has a row already", "01819010001")).isEqualTo(new Meeting.Met(byNumber));
        // The two rows are left as they were: nobody got what the other had.
        assertThat(persons.find(ISSUER, "has a row already")).contains(bySubject);
        assertThat(persons.number(bySubject)).isEmpty();
    }

    @Test
    void aSubjectWithoutANumberGetsTheNumberItComesWith() {
        PersonId bySubject = registrar.enter(ISSUER, "no number yet", "Tre");

        assertThat(meet("no number yet", "01819010028")).isEqualTo(new Meeting.Met(bySubject));
        // From then on it is known by the number, whatever it is called.
        assertThat(meet("another subject", "01819010028")).isEqualTo(new Meeting.Met(bySubject));
    }

    @Test
    void aSubjectThatComesWithAnotherNumberIsNotLetInAsWhoItWas() {
        assertThat(meet("changes number", "21859950059")).isInstanceOf(Meeting.Met.class);
        PersonId before = persons.find(ISSUER, "changes number").orElseThrow();

        assertThat(meet("changes number", "21859950067"))
                .isEqualTo(new Meeting.OtherNumber(before));
        assertThat(persons.number(before).flatMap(key::show)).contains(number("21859950059"));
    }

    /**
     * Or whoever has a number could learn whose it is, from any organisation that has entered it.
     */
    @Test
    void aNumberTellsNobodyElseWhoItIs() {
        Newcomers newcomers = segl.server.part(Newcomers.class);
        PersonId here = registrar.enter(ISSUER, "administers the firm", "Våken Måke");
        PersonId there = registrar.enter(ISSUER, "administers the hospital", "Våken Rev");
        registrar.give(here, FIRM, Power.ADMINISTER, Optional.empty());
        registrar.give(there, HOSPITAL, Power.ADMINISTER, Optional.empty());

        PersonId person = entered(newcomers.enter(here, hidden("01819010192"), "Lur Rev", FIRM));

        assertThat(entered(newcomers.enter(there, hidden("01819010192"), "Sein Ugle", HOSPITAL)))
                .isEqualTo(person);
        assertThat(called(person, FIRM)).isEqualTo("Lur Rev");
        assertThat(called(person, HOSPITAL)).isEqualTo("Sein Ugle");
        assertThat(called(person, SCHOOL)).as("where nobody has entered them").isEmpty();
        Holders holders = segl.server.part(Holders.class);
        Instant now = RunningSegl.CLOCK.instant();
        assertThat(holders.people(List.of(FIRM), "", now, 10))
                .extracting(Holders.Known::name)
                .contains("Lur Rev")
                .doesNotContain("Sein Ugle");
        assertThat(holders.people(List.of(FIRM), "sein", now, 10)).isEmpty();

        // Entered again, they are called what they were called last.
        newcomers.enter(here, hidden("01819010192"), "Lur Reven", FIRM);
        assertThat(called(person, FIRM)).isEqualTo("Lur Reven");
    }

    private String called(PersonId person, OrgNumber unit) {
        return persons.names(Set.of(person), Set.of(unit)).getOrDefault(person, "");
    }

    private static PersonId entered(Newcomers.Entering entering) {
        return switch (entering) {
            case Newcomers.Entering.Known(PersonId person) -> person;
            case Newcomers.Entering.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    @Test
    void aMissingKeyOrAnotherOneIsRefusedAtStart(@TempDir Path folder) throws Exception {
        Settings settings =
                Demo.settings(
                        segl.issuer, folder.resolve("data"), URI.create("http://localhost:0"));
        Server.start(settings, RunningSegl.CLOCK).close();
        Path file = folder.resolve("data/keys/person-number.key");
        byte[] good = Files.readAllBytes(file);

        Files.delete(file);
        refused(settings, "is missing");

        byte[] damaged = good.clone();
        damaged[0] = (byte) (damaged[0] == 'a' ? 'b' : 'a');
        Files.write(file, damaged);
        Files.setPosixFilePermissions(
                file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        refused(settings, "is damaged");

        Files.copy(
                segl.data.resolve("keys/person-number.key"),
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        refused(settings, "is not the one");
        assertThat(new String(good, StandardCharsets.US_ASCII)).matches("[0-9a-f]{72}\n");
    }

    private static void refused(Settings settings, String why) {
        assertThatThrownBy(() -> Server.start(settings, RunningSegl.CLOCK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("person-number.key");
    }

    private Meeting meet(String subject, String digits) {
        return persons.meet(
                segl.server.part(Ids.class).person(),
                new Persons.Login(ISSUER, subject, ""),
                hidden(digits));
    }

    private HiddenNumber hidden(String digits) {
        return key.hide(number(digits));
    }

    private static NationalIdentityNumber number(String digits) {
        return NationalIdentityNumber.parse(digits).orElseThrow();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }

    private record Place(String table, String column) {}

    /** Every column of every table in which {@code text} stands, in the clear. */
    private List<String> placesOf(String text) {
        List<Place> all =
                jdbc().sql(
                                """
                                SELECT table_name, column_name FROM information_schema.columns
                                 WHERE table_schema = 'public'
                                 ORDER BY table_name, column_name
                                """)
                        .query((rs, _) ->
                                new Place(rs.getString("table_name"), rs.getString("column_name")))
                        .list();
        assertThat(all).hasSizeGreaterThan(50);
        return all.stream()
                .filter(place -> holds(place, text))
                .map(place -> place.table() + "." + place.column())
                .toList();
    }

    private boolean holds(Place place, String text) {
        return jdbc().sql(
                                """
                                SELECT count(*) FROM "%1$s"
                                 WHERE strpos("%2$s"::text, ?) > 0
                                    OR strpos("%2$s"::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0
                                """
                                        .formatted(place.table(), place.column()))
                        .params(text, text)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
