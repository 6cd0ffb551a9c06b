package no.segl.proof.running;

import static no.segl.proof.running.ExportWorld.archivist;
import static no.segl.proof.running.ExportWorld.id;
import static no.segl.proof.running.ExportWorld.person;
import static no.segl.proof.running.ExportWorld.runs;
import static no.segl.proof.running.ExportWorld.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import no.segl.app.export.Form;
import no.segl.app.office.Exports;
import no.segl.app.store.ExportRows.Export;
import no.segl.app.store.ExportRows.State;
import no.segl.app.store.Ledger;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Vault;
import no.segl.app.work.ExportRuns;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.proof.demo.Visit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of letters leave as files: at once, or made while whoever asked waits. */
class ExportsTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final int MANY = Exports.AT_ONCE + 1;

    @TempDir private Path folder = Path.of("");

    @Test
    void aShortListComesAtOnceInEachFormAndTheLedgerSaysSo() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                Visit visit = Visit.logIn(segl.home, archivist(segl).subject())) {
            long letters = sent(segl);
            byte[] csv = file(visit, "/sendt/liste.csv");
            assertThat(new String(csv, StandardCharsets.UTF_8).lines().count())
                    .isEqualTo(letters + 1);
            assertThat(rows(file(visit, "/sendt/liste.xlsx"))).isEqualTo(letters + 1);
            try (var pdf = Loader.loadPDF(file(visit, "/sendt/liste.pdf?sporsmal=barnevern"))) {
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Sendt", "Barnevern", "Fjordvik barnevernsteneste")
                        .doesNotContain("??");
            }
            try (var pdf = Loader.loadPDF(file(visit, "/oversikt/mote.pdf"))) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Sendt, ikke åpnet", "Vestfjord politidistrikt");
            }
            assertThat(exported(segl))
                    .extracting(e -> e.values().get("list") + " " + e.values().get("form"))
                    .as("a list is, and figures are not")
                    .containsExactly("sent csv", "sent xlsx", "sent pdf");
            assertThat(exported(segl))
                    .allSatisfy(e -> {
                        assertThat(e.actorId()).isEqualTo(id(segl, archivist(segl)).toString());
                        assertThat(e.right().code()).isEqualTo("grant");
                    });
        }
    }

    @Test
    void aLongOneIsAskedForWatchedAndFetchedByWhoeverAskedAlone() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                Visit visit = Visit.logIn(segl.home, archivist(segl).subject())) {
            many(segl);
            assertThat(visit.get("/sendt/liste.pdf").body())
                    .contains("For mange brev til en PDF", "2\u00a0000");
            HttpResponse<String> page = visit.get("/sendt/liste.xlsx");
            assertThat(page.uri().getPath()).isEqualTo("/eksporter/ny");
            assertThat(page.body()).contains("Listen er lang", "Lag filen: Excel (XLSX)");
            PersonId person = id(segl, archivist(segl));
            assertThat(segl.server.part(Exports.class).of(person)).as("by asking only").isEmpty();

            assertThat(
                            segl.server
                                    .part(Exports.class)
                                    .ask(person, Side.SENDER, Form.XLSX, Language.NB, ""))
                    .isEqualTo(Exports.Asked.TAKEN);
            Export made = made(segl, person);
            assertThat(made.written()).isEqualTo(sent(segl));
            assertThat(visit.get("/eksporter").body()).contains("Ferdig", "Last ned");
            assertThat(exported(segl)).as("nothing has left yet").isEmpty();
            sealed(segl, made);

            String path = "/eksporter/" + made.wish().id() + "/fil";
            assertThat(rows(file(visit, path))).isEqualTo(sent(segl) + 1);
            assertThat(exported(segl)).hasSize(1);
            try (Visit other = Visit.logIn(segl.home, person(segl, "Stødig Furu").subject())) {
                assertThat(other.get(path).statusCode()).isEqualTo(404);
                assertThat(other.get("/eksporter").body()).contains("Ingen eksporter");
            }

            segl.server
                    .part(JdbcClient.class)
                    .sql(
                            "UPDATE access_grant SET valid_until = now(), ended_at = now() WHERE person = ?")
                    .param(person.value())
                    .update();
            assertThat(visit.get("/eksporter").body()).contains("Ikke lenger tilgang");
            assertThat(visit.get(path).statusCode()).isEqualTo(404);

            ExportRuns later = runs(segl, days(4), segl.server.part(KeyWrapper.class));
            assertThat(later.sweep()).isEqualTo(1);
            assertThat(stored(segl, made)).isZero();
        }
    }

    private static InstantSource days(int days) {
        return () -> RunningSegl.CLOCK.instant().plus(Duration.ofDays(days));
    }

    /** Makes it, if the node has not done so by itself. */
    private static Export made(RunningSegl segl, PersonId person) {
        ExportRuns runs = runs(segl, RunningSegl.CLOCK, segl.server.part(KeyWrapper.class));
        Exports exports = segl.server.part(Exports.class);
        do {
            runs.run();
        } while (exports.of(person).getFirst().export().state().isUnderWay());
        Export made = exports.of(person).getFirst().export();
        assertThat(made.state()).isEqualTo(State.READY);
        return made;
    }

    /** That nobody can read it where it lies: a workbook begins as every ZIP. */
    private static void sealed(RunningSegl segl, Export made) throws IOException {
        Vault vault = segl.server.part(Vault.class);
        try (Stream<Vault.Stored> all = vault.list()) {
            var name =
                    all.map(Vault.Stored::name)
                            .filter(n -> n.folder().equals(Folder.of(made.wish().id())))
                            .findFirst()
                            .orElseThrow();
            ByteBuffer begin = ByteBuffer.allocate(64);
            try (var channel = vault.open(name)) {
                channel.read(begin);
            }
            assertThat(new String(begin.array(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("PK\u0003\u0004");
        }
    }

    private static byte[] file(Visit visit, String path) throws Exception {
        HttpResponse<InputStream> answer = visit.fetch(path);
        try (InputStream body = answer.body()) {
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment");
            return body.readAllBytes();
        }
    }

    private static long rows(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                var rows = book.getFirstSheet().openStream()) {
            return rows.count();
        }
    }

    private static long sent(RunningSegl segl) {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT count(*) FROM letter WHERE sender = ?")
                .param(POLICE.value())
                .query(Long.class)
                .single();
    }

    /** More than are sent to a browser that waits. */
    private static void many(RunningSegl segl) {
        segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO letter (id, dispatch, sender, recipient, category, language,
                               state, accepted_at, available_at, opened_at, opened_by, rules,
                               destroy_at)
                        SELECT gen_random_uuid(), d.id, d.sender, '310451223', 'GENERAL', 'nb',
                               'OPENED', now(), now(), now(), (SELECT min(id::text)::uuid FROM person),
                               1, now() + interval '2 years'
                          FROM generate_series(1, ?) g,
                               (SELECT id, sender FROM dispatch WHERE sender = ? LIMIT 1) d
                        """)
                .param(MANY)
                .param(POLICE.value())
                .update();
    }

    private static List<Entry> exported(RunningSegl segl) {
        try (var entries = segl.server.part(Ledger.class).entries(POLICE)) {
            return entries.filter(e -> e.type().equals("LettersExported")).toList();
        }
    }
}
