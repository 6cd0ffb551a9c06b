package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A file of organisations, persons, access and addresses, entered in a new database. */
class LoadTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T08:15:30Z"));

    /** Made up, of the synthetic series. */
    private static final String NUMBER = "31879010074";

    private static final String ROSTER =
            """
            {"units": [
               {"number": "310451207", "name": "Fjordvik kommune", "kind": "MAIN_UNIT",
                "email": "post@fjordvik.example", "language": "nn"},
               {"number": "310451223", "name": "Barneverntenesta", "kind": "SUBUNIT",
                "parent": "310451207"}],
             "persons": [
               {"subject": "a", "name": "Rolig Måke", "number": "%s", "email": "%s"}],
             "grants": [
               {"subject": "a", "unit": "310451223", "power": "READ", "category": "CHILD_WELFARE"}]}
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void addressesAreEnteredAndWhatIsWrongIsSaidBeforeAnythingIs() throws Exception {
        StringWriter said = new StringWriter();
        assertThat(load(ROSTER.formatted(NUMBER, "hidden at example"), said)).isEqualTo(2);
        assertThat(said.toString())
                .contains("the email of a person is not an e-mail address")
                .doesNotContain("hidden", NUMBER);
        assertThat(load(ROSTER.formatted("31879010075", "make@fjordvik.example"), said))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains("not a national identity number")
                .doesNotContain("31879010075");

        said.getBuffer().setLength(0);
        assertThat(load(ROSTER.formatted(NUMBER, "make@fjordvik.example"), said)).isZero();
        assertThat(said.toString()).contains("2 units and 1 persons; 1 of 1 grants are new");
        said.getBuffer().setLength(0);
        assertThat(load(ROSTER.formatted(NUMBER, "make@fjordvik.example"), said)).isZero();
        assertThat(said.toString()).contains("0 of 1 grants are new");

        ended();
        said.getBuffer().setLength(0);
        assertThat(load(ROSTER.formatted(NUMBER, "make@fjordvik.example"), said)).isZero();
        assertThat(said.toString())
                .as("what somebody has ended is not given again")
                .contains("0 of 1 grants are new, 1 were ended since and are left");

        OpenStore.run(
                settings(),
                new CommandLine(new Load(CLOCK)),
                store -> {
                    Contacts contacts = new Contacts(store.jdbc());
                    OrgNumber beneath = new OrgNumber("310451223");
                    assertThat(contacts.reach(new Notice.To.Unit(beneath)))
                            .as("that of the nearest unit above")
                            .extracting(Contact::address, Contact::language)
                            .containsExactly(tuple("post@fjordvik.example", Language.NN));
                    List<PersonId> persons =
                            store.jdbc()
                                    .sql("SELECT id FROM person WHERE pseudonym IS NOT NULL")
                                    .query((rs, _) -> new PersonId(rs.getObject(1, UUID.class)))
                                    .list();
                    assertThat(persons).hasSize(1);
                    assertThat(contacts.own(new Notice.To.Person(persons.getFirst())))
                            .extracting(Contact::address)
                            .containsExactly("make@fjordvik.example");
                    return 0;
                });
    }

    /** The operator ends what the one person holds. */
    private void ended() {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        List<String> persons = new ArrayList<>();
        OpenStore.run(
                settings(),
                new CommandLine(new Load(CLOCK)),
                store -> {
                    persons.addAll(
                            store.jdbc()
                                    .sql("SELECT person FROM access_grant")
                                    .query((rs, _) -> rs.getObject(1, UUID.class).toString())
                                    .list());
                    return 0;
                });
        String data = folder.resolve("data").toString();
        CommandLine access = AccessCommands.of(CLOCK).setOut(out).setErr(out);
        assertThat(access.execute("--data", data, "end", "nobody")).isEqualTo(2);
        assertThat(said.toString()).contains("nobody is not a person's id");
        String person = persons.getFirst();
        assertThat(access.execute("--data", data, "end", person, "--unit", "310451207")).isZero();
        assertThat(said.toString()).contains("Ended 0 grants and 0 sessions");
        assertThat(access.execute("--data", data, "end", person)).isZero();
        assertThat(said.toString()).contains("Ended 1 grants and 0 sessions");
    }

    private int load(String roster, StringWriter said) throws IOException {
        Path file = Files.writeString(folder.resolve("roster.json"), roster);
        PrintWriter out = new PrintWriter(said, true);
        return Load.of(CLOCK)
                .setOut(out)
                .setErr(out)
                .execute("--data", folder.resolve("data").toString(), file.toString());
    }

    private Settings settings() {
        return ((SettingsReader.Result.Sound)
                        SettingsReader.read(Map.of("SEGL_DATA", folder.resolve("data").toString())))
                .settings();
    }
}
