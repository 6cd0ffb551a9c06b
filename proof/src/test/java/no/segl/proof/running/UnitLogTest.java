package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.office.LogBook;
import no.segl.app.office.Sources;
import no.segl.app.store.Ledger;
import no.segl.app.store.Log;
import no.segl.app.store.Rounds;
import no.segl.app.store.Troubles;
import no.segl.core.evidence.Topic;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import no.segl.proof.demo.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of a unit, what the archive gets of it, and the sources, of a running Segl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class UnitLogTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");

    private RunningSegl segl;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    private <T> T part(Class<T> kind) {
        return segl.server.part(kind);
    }

    private static Instant now() {
        return RunningSegl.CLOCK.instant();
    }

    @Test
    void theLogIsTheLedgerPartByPart() {
        Log log = part(Log.class);
        List<Entry> whole = part(Ledger.class).entries(POLICE).toList().reversed();
        Set<Long> seen = new HashSet<>();
        Optional<Long> before = Optional.empty();
        do {
            Log.Part found = log.part(asked(Set.of(), before), 7);
            found.entries().forEach(e -> assertThat(seen.add(e.number())).isTrue());
            before = found.next();
        } while (before.isPresent());
        assertThat(seen).hasSize(whole.size());

        for (Topic topic : Topic.values()) {
            assertThat(log.part(asked(topic.types(), Optional.empty()), 10_000).entries())
                    .extracting(Entry::number)
                    .containsExactlyElementsOf(
                            whole.stream()
                                    .filter(e -> topic.types().contains(e.type()))
                                    .map(Entry::number)
                                    .toList());
        }
        Instant middle = whole.get(whole.size() / 2).at();
        Log.Asked since =
                new Log.Asked(
                        POLICE,
                        true,
                        true,
                        Set.of(),
                        Optional.empty(),
                        Optional.of(middle),
                        Optional.of(middle.plusSeconds(1)),
                        Optional.empty());
        assertThat(log.part(since, 10_000).entries())
                .extracting(Entry::number)
                .containsExactlyElementsOf(
                        whole.stream()
                                .filter(e -> !e.at().isBefore(middle))
                                .filter(e -> e.at().isBefore(middle.plusSeconds(1)))
                                .map(Entry::number)
                                .toList());
    }

    private static Log.Asked asked(Set<String> types, Optional<Long> before) {
        return new Log.Asked(
                POLICE,
                true,
                types.isEmpty(),
                types,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before);
    }

    @Test
    void nobodyOfTheOtherEndIsNamedInTheLog() {
        List<LogBook.Told> told =
                part(LogBook.class).part(asked(Set.of(), Optional.empty()), 10_000).entries();
        assertThat(told).isNotEmpty();
        assertThat(told)
                .filteredOn(
                        t -> Topic.of(t.entry().type()).filter(Topic.OPENING::equals).isPresent())
                .filteredOn(t -> t.entry().actorKind().equals("person"))
                .allSatisfy(t -> assertThat(t.actor()).isEmpty());
        assertThat(told).allMatch(LogBook.Told::isSound);
    }

    @Test
    void whatDoesNotFitItsSignatureIsSaid() {
        LogBook book = part(LogBook.class);
        assertThat(book.vouched(POLICE).state()).isNotEqualTo(LogBook.State.BROKEN);
        assertThat(book.vouched(new OrgNumber("310451266")).state()).isEqualTo(LogBook.State.EMPTY);
    }

    @Test
    void whatIsNotConnectedIsNeverFine() {
        Map<Sources.Name, Sources.Source> all =
                part(Sources.class).all().stream()
                        .collect(Collectors.toMap(Sources.Source::name, s -> s));
        assertThat(all.get(Sources.Name.ALTINN))
                .extracting(Sources.Source::state)
                .isEqualTo(Sources.State.OFF);
        part(Rounds.class).ended("look", now());
        assertThat(state(Sources.Name.LOOKS)).isEqualTo(Sources.State.FINE);
        part(Troubles.class).isThere(Troubles.Name.REGISTER, now());
        assertThat(state(Sources.Name.REGISTER)).isIn(Sources.State.OFF, Sources.State.TROUBLE);
        part(Troubles.class).isOver(Troubles.Name.REGISTER);
    }

    private Sources.State state(Sources.Name name) {
        return part(Sources.class).all().stream()
                .filter(s -> s.name() == name)
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void theArchiveGetsTheFieldsAndNoTitle() throws Exception {
        String id =
                part(JdbcClient.class)
                        .sql("SELECT id::text FROM letter WHERE sender = ? ORDER BY id LIMIT 1")
                        .param(POLICE.value())
                        .query(String.class)
                        .single();
        try (var archivist = Visit.logIn(segl.home, archivist())) {
            String xml = archivist.get("/sendt/" + id + "/journalpost.xml").body();
            assertThat(xml)
                    .contains("<systemID>" + id, "<journalposttype>Utgående dokument<")
                    .contains("<korrespondanseparttype>Mottaker<", "<organisasjonsID>")
                    .contains("<tittel>Taushetsbelagt brev: ")
                    .endsWith("</journalposter>");
            String json = archivist.get("/sendt/" + id + "/journalpost.json").body();
            assertThat(json).contains("\"systemID\":\"" + id + "\"", "\"journalstatus\"");
            String all = archivist.get("/sendt/journalposter.json").body();
            assertThat(all.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
            assertThat(all).contains(id).endsWith("]}");
        }
    }

    private String archivist() {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals("Våken Ugle"))
                .findFirst()
                .orElseThrow()
                .subject();
    }
}
