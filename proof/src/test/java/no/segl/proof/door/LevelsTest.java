package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.Levels;
import no.segl.app.office.Fetching;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Inbox;
import no.segl.app.store.Ledger;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Persons;
import no.segl.core.access.Level;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No content without a login at the level that content needs, and the way to such a login. */
@TestInstance(Lifecycle.PER_CLASS)
class LevelsTest {

    private static final String HIGH = "idporten-loa-high";
    private static final String SUBSTANTIAL = "idporten-loa-substantial";
    private static final String LOW = "idporten-loa-low";

    private RunningSegl segl;
    private Person person;
    private PersonId id;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        person = segl.world.persons().getFirst();
        id =
                segl.server
                        .part(Persons.class)
                        .find(segl.issuer.loginIssuer().toString(), person.subject())
                        .orElseThrow();
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @Test
    void aLetterIsOpenedOnlyAfterALoginAtAHigherLevelWhichLeadsBackToIt() throws Exception {
        LetterId letter = unopened().getFirst();
        try (Visit visit = Visit.ofStranger(segl.home)) {
            HttpResponse<String> inbox = logIn(visit, SUBSTANTIAL);
            assertThat(inbox.uri().getPath()).isEqualTo("/innboks");
            HttpResponse<String> outside = visit.get("/brev/" + letter);
            assertThat(outside.body())
                    .as("a title is content")
                    .doesNotContain(
                            segl.server
                                    .part(LetterContents.class)
                                    .find(letter)
                                    .orElseThrow()
                                    .title());
            String token = Visit.token(outside).orElseThrow();

            assertThat(visit.submit(token, "/brev/" + letter + "/del").statusCode())
                    .as("nor can it be shared")
                    .isEqualTo(403);
            HttpResponse<String> choice = visit.submit(token, "/brev/" + letter + "/apne");
            assertThat(choice.uri().getQuery()).contains("acr_values=" + HIGH, "max_age=36000");
            assertThat(facts(letter)).doesNotContain("LetterOpened", "OpeningRefused");

            HttpResponse<String> stays = visit.choose(choice, person.subject(), SUBSTANTIAL);
            assertThat(stays.uri().getPath()).as("logged in as before").isEqualTo("/innboks");
            assertThat(stays.body()).contains("Du er fortsatt logget inn som før.");
            assertThat(facts(letter)).doesNotContain("LetterOpened", "OpeningRefused");

            HttpResponse<String> again =
                    visit.submit(
                            Visit.token(visit.get("/brev/" + letter)).orElseThrow(),
                            "/brev/" + letter + "/apne");
            HttpResponse<String> back = visit.choose(again, person.subject(), HIGH);
            assertThat(back.uri().getPath()).isEqualTo("/brev/" + letter);
            assertThat(back.statusCode()).isEqualTo(200);
            assertThat(facts(letter)).as("not opened by itself").doesNotContain("LetterOpened");

            String fresh = Visit.token(back).orElseThrow();
            HttpResponse<String> opened = visit.submit(fresh, "/brev/" + letter + "/apne");
            assertThat(opened.uri().getPath()).isEqualTo("/brev/" + letter);
            assertThat(facts(letter)).contains("LetterOpened");
        }
    }

    @Test
    void nothingOfAnOpenedLetterIsShownAtTheLowerLevel() throws Exception {
        LetterId letter = unopened().getLast();
        PostOffice office = segl.server.part(PostOffice.class);
        assertThat(office.open(letter, id, Level.SUBSTANTIAL))
                .isInstanceOf(Opening.LevelTooLow.class);
        assertThat(office.open(letter, id, Level.HIGH)).isInstanceOf(Opening.Open.class);
        LetterContents.Inside inside =
                segl.server.part(LetterContents.class).find(letter).orElseThrow();
        DocumentId document = inside.documents().getFirst().id();

        for (Level level : List.of(Level.SUBSTANTIAL, Level.LOW)) {
            assertThat(office.look(letter, id, level)).isInstanceOf(Opening.LevelTooLow.class);
            assertThat(office.fetch(letter, document, id, level))
                    .isEqualTo(new Fetching.LevelTooLow(letter, document));
        }
        String path = "/brev/" + letter + "/dokument/" + document;
        try (Visit low = Visit.ofStranger(segl.home);
                Visit high = Visit.ofStranger(segl.home)) {
            assertThat(logIn(low, SUBSTANTIAL).body()).doesNotContain(inside.title());
            assertThat(logIn(high, HIGH).body()).contains(inside.title());
            HttpResponse<String> choice = low.get(path);
            assertThat(choice.uri().getQuery()).contains("acr_values=" + HIGH);
            HttpResponse<String> there = low.choose(choice, person.subject(), HIGH);
            assertThat(there.uri().getPath()).as("back to the document").isEqualTo(path);
            assertThat(there.statusCode()).isEqualTo(200);
            assertThat(high.get(path).statusCode()).isEqualTo(200);
            assertThat(high.get("/brev/" + letter).body()).contains(inside.title());
        }
    }

    @Test
    void nothingIsDoneToALetterAtTheLowerLevel() throws Exception {
        LetterId letter = sent();
        segl.server.part(PostOffice.class).open(letter, id, Level.HIGH);
        String page = "/brev/" + letter;
        String list = "/innboks/valgte?vis=alle&kategori=CHILD_WELFARE&brev=" + letter;
        for (String act :
                List.of(
                        page + "/tildel?person=" + id,
                        page + "/handtert",
                        page + "/gjenoppta",
                        page + "/feil-mottaker",
                        page + "/del/" + id + "/avslutt",
                        list + "&gjor=handtert",
                        list + "&gjor=tildel&person=" + id)) {
            try (Visit visit = Visit.ofStranger(segl.home)) {
                String token = Visit.token(logIn(visit, SUBSTANTIAL)).orElseThrow();
                List<String> before = facts(letter);

                HttpResponse<String> told = visit.submit(token, act);

                assertThat(told.statusCode()).as(act).isEqualTo(403);
                assertThat(told.body()).as(act).contains("Ingenting ble gjort");
                assertThat(facts(letter)).as(act).isEqualTo(before);
            }
        }
        try (Visit visit = Visit.ofStranger(segl.home)) {
            String token = Visit.token(logIn(visit, HIGH)).orElseThrow();
            visit.submit(token, list + "&gjor=handtert");
            assertThat(facts(letter)).contains("LetterHandled");
        }
    }

    @Test
    void whoeverDidSomethingAtTheLowerLevelIsToldAndComesBackToTheirPage() throws Exception {
        String page = "/innboks?vis=alle&kategori=CHILD_WELFARE";
        try (Visit visit = Visit.ofStranger(segl.home)) {
            HttpResponse<String> inbox = logIn(visit, SUBSTANTIAL);
            assertThat(inbox.body())
                    .as("before they write anything")
                    .contains("Du er logget inn på et lavere nivå");
            String token = Visit.token(inbox).orElseThrow();
            String there = "href=\"/niva" + page.replace("&", "&amp;") + "\"";
            assertThat(told(visit, token, segl.home.resolve(page).toString())).contains(there);
            assertThat(told(visit, token, "https://elsewhere.example" + page))
                    .doesNotContain("elsewhere.example")
                    .contains("href=\"/niva/innboks\"");

            HttpResponse<String> choice = visit.get("/niva" + page);
            assertThat(choice.uri().getQuery()).contains("acr_values=" + HIGH);
            HttpResponse<String> back = visit.choose(choice, person.subject(), HIGH);
            assertThat(back.uri().getPath() + "?" + back.uri().getQuery()).isEqualTo(page);
            assertThat(back.body()).doesNotContain("Du er logget inn på et lavere nivå");
        }
    }

    private String told(Visit visit, String token, String from) throws Exception {
        HttpRequest act =
                HttpRequest.newBuilder(segl.home.resolve("/tilganger/gi"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Referer", from)
                        .POST(BodyPublishers.ofString("_csrf=" + token))
                        .build();
        HttpResponse<byte[]> told = visit.ask(act);
        assertThat(told.statusCode()).isEqualTo(403);
        return new String(told.body(), UTF_8);
    }

    /** What they are called is for their own organisation, and so is who they are. */
    @Test
    void whoIsOfAnotherOrganisationIsToldWhomToAskAndNobodysName() throws Exception {
        LetterId letter = sent();
        Person stranger =
                segl.world.persons().stream()
                        .filter(p -> p.name().equals("Våken Ugle"))
                        .findFirst()
                        .orElseThrow();
        try (Visit visit = Visit.logIn(segl.home, stranger.subject())) {
            HttpResponse<String> refused = visit.get("/brev/" + letter);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("Fjordvik barnevern")
                    .doesNotContain("Stødig Furu", "Trygg Gran");
        }
    }

    @Test
    void proofsAreHandedOutAtTheHigherLevel() throws Exception {
        LetterId letter = sent();
        try (Visit visit = Visit.ofStranger(segl.home)) {
            logIn(visit, SUBSTANTIAL);
            for (String side : List.of("/brev/", "/sendt/")) {
                assertThat(visit.get(side + letter + "/bevis").uri().getQuery())
                        .as(side)
                        .contains("acr_values=" + HIGH);
            }
        }
    }

    @Test
    void aLoginBelowTheLevelOfTheOverviewIsNone() throws Exception {
        try (Visit visit = Visit.ofStranger(segl.home)) {
            HttpResponse<String> end = logIn(visit, LOW);

            assertThat(end.body()).contains("Innloggingen ble ikke fullført");
            assertThat(visit.get("/innboks").uri().getPath()).isNotEqualTo("/innboks");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "idporten-loa-high, HIGH",
        "idporten-loa-substantial, SUBSTANTIAL",
        "idporten-loa-low, LOW",
        "high, LOW",
        "IDPORTEN-LOA-HIGH, LOW",
        ", LOW"
    })
    void whatIsNotKnownIsTheLowest(String acr, Level level) {
        assertThat(Levels.IDPORTEN.of(acr)).isEqualTo(level);
    }

    private HttpResponse<String> logIn(Visit visit, String level) throws Exception {
        return visit.choose(visit.get("/innboks"), person.subject(), level);
    }

    private LetterId sent() throws Exception {
        HttpResponse<String> answer =
                segl.send(
                        segl.token("vestfjord-politi-sak"),
                        "levels",
                        """
                        {"sender": "312780402", "recipients": ["310451223"],
                         "category": "CHILD_WELFARE", "title": "Brev i sak"}
                        """,
                        "%PDF-1.7 et brev".getBytes(UTF_8));
        JsonNode first = new JsonMapper().readTree(answer.body()).at("/letters/0/id");
        return LetterId.parse(first.asString("")).orElseThrow();
    }

    private List<LetterId> unopened() {
        Inbox.Question question = Inbox.Question.all(id, RunningSegl.CLOCK.instant());
        return segl.server.part(Inbox.class).page(question, Optional.empty(), 50).rows().stream()
                .filter(row -> row.openedAt().isEmpty())
                .map(Inbox.Row::id)
                .toList();
    }

    private List<String> facts(LetterId letter) {
        return segl.server.part(Ledger.class).of(letter, 0, 100).stream()
                .map(entry -> entry.type())
                .toList();
    }
}
