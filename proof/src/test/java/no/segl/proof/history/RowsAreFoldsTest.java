package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.Fetching;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.store.Changes;
import no.segl.app.store.DueWork;
import no.segl.app.vault.Vault;
import no.segl.app.work.Retention;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** After whatever was done to them, letters' rows say just what their facts fold to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RowsAreFoldsTest {

    private static final long SEED = Long.getLong("segl.seed", 20_261_124);
    private static final int STEPS = 200;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String POLICE = "vestfjord-politi-sak";
    private static final String MUNICIPALITY = "fjordvik-kommune-sak";
    private static final byte[] PDF = "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> RECIPIENTS =
            List.of("310451223", "310451231", "313915603", "313915611");
    private static final List<String> CATEGORIES =
            List.of("CHILD_WELFARE", "UPBRINGING_EDUCATION", "HEALTH_SOCIAL_WELFARE");
    private static final List<String> EVERYTHING =
            List.of(
                    ("LetterAccepted LetterAvailable LetterOpened LetterRead DocumentRead"
                                    + " OpeningRefused LetterLookedAt LetterWithdrawn LetterAssigned"
                                    + " AssignmentEnded LetterHandled HandlingReopened"
                                    + " ContentDestroyed NoticeOrdered CaseRaised CaseClosed")
                            .split(" "));
    private static final List<String> REASONS =
            List.of("WRONG_RECIPIENT", "WRONG_CONTENT", "SENT_TWICE", "NOT_NEEDED", "NONE_OF_IT");

    private final RandomGenerator random = new SplittableRandom(SEED);
    private final List<LetterId> letters = new ArrayList<>();
    private final List<PersonId> persons = new ArrayList<>();
    private final Map<LetterId, DocumentId> documents = new HashMap<>();
    private Duration later = Duration.ZERO;
    private RunningSegl segl;
    private PossibleBreaches breaches;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        Registrar registrar = segl.server.part(Registrar.class);
        String issuer = segl.issuer.loginIssuer().toString();
        for (var person : segl.world.persons()) {
            persons.add(registrar.enter(issuer, person.subject(), person.name()));
        }
        breaches = new PossibleBreaches(segl);
        // Two who may read nearly everything, so that letters are read again and by others.
        for (String unit : RECIPIENTS.subList(0, 3)) {
            for (String category : CATEGORIES) {
                for (PersonId person : persons.subList(0, 2)) {
                    registrar.give(
                            person,
                            new OrgNumber(unit),
                            Power.READ,
                            Optional.of(new Category(category)));
                }
            }
        }
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @Test
    void rowsAreFoldsAfterWhateverWasDone() throws Exception {
        for (int step = 0; step < STEPS; step++) {
            act(step);
        }
        careOnce();
        Set<String> seen = rows().check();
        assertThat(seen).as("seed %s goes everywhere", SEED).containsAll(EVERYTHING);
    }

    /** Two open and one takes back, at the same moment: one of them is first. */
    @Test
    void rowsAreFoldsWhenManyActAtOnce() throws Exception {
        List<LetterId> contended = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                LetterId letter = send("race-" + i, POLICE, "312780402", List.of("310451223"), "");
                contended.add(letter);
                List<Callable<Boolean>> acts = new ArrayList<>();
                for (PersonId person : persons) {
                    acts.add(() ->
                            office().open(letter, person, Level.HIGH) instanceof Opening.Open);
                }
                acts.add(() -> withdraw(letter, "SENT_TWICE") == 200);
                for (var done : many.invokeAll(acts)) {
                    done.get();
                }
            }
        }
        rows().check();
        for (LetterId letter : contended) {
            assertThat(rows().history(letter).stream().map(w -> w.fact().type()))
                    .filteredOn(Set.of("LetterOpened", "LetterWithdrawn")::contains)
                    .as("one of them was first")
                    .hasSize(1);
        }
    }

    private void act(int step) throws Exception {
        later = later.plus(Duration.ofHours(random.nextInt(20)));
        int what = letters.isEmpty() ? 0 : random.nextInt(28);
        switch (what) {
            case 0, 1, 2, 3 -> send(step);
            case 4, 5 -> withdraw(any(letters), any(REASONS));
            case 6, 7, 8, 9, 10 -> open(any(letters), any(persons));
            case 11, 12 -> office().look(any(letters), any(persons), Level.HIGH);
            case 13, 14, 15 -> fetch(any(letters), any(persons));
            case 16, 17, 18 -> looks();
            case 19, 20, 21, 22, 23, 24, 25, 26 ->
                    care(any(letters), any(persons.subList(0, 3)), any(persons.subList(0, 3)));
            default -> retention(random.nextInt(400));
        }
    }

    private void send(int step) throws Exception {
        List<String> recipients = new ArrayList<>(RECIPIENTS);
        while (recipients.size() > 1 + random.nextInt(RECIPIENTS.size())) {
            recipients.remove(random.nextInt(recipients.size()));
        }
        String key = "step-" + step;
        LetterId letter = send(key, POLICE, "312780402", recipients, "");
        if (random.nextInt(3) == 0) {
            segl.send(segl.token(POLICE), key, json("312780402", List.of("x"), ""), PDF);
        }
        if (random.nextInt(3) == 0 && recipients.getFirst().equals("310451223")) {
            String reply = ", \"replyTo\": \"" + letter + "\"";
            send(key + "-reply", MUNICIPALITY, "310451223", List.of("312780402"), reply);
        }
    }

    /** Sends, and remembers the letters; the first is given back. */
    private LetterId send(
            String key, String client, String sender, List<String> recipients, String more)
            throws Exception {
        var answer = segl.send(segl.token(client), key, json(sender, recipients, more), PDF);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        List<LetterId> sent = new ArrayList<>();
        for (JsonNode letter : JSON.readTree(answer.body()).path("letters")) {
            LetterId id = LetterId.parse(letter.path("id").asString("")).orElseThrow();
            String document = letter.path("documents").path(0).path("id").asString("");
            documents.put(id, DocumentId.parse(document).orElseThrow());
            sent.add(id);
        }
        letters.addAll(sent);
        return sent.getFirst();
    }

    private String json(String sender, List<String> recipients, String more) {
        return JSON.createObjectNode()
                .put("sender", sender)
                .put("category", any(CATEGORIES))
                .put("title", "Brev")
                .put("language", any(List.of("nb", "nn", "en")))
                .set("recipients", JSON.valueToTree(recipients))
                .toString()
                .replaceFirst("}$", more + "}");
    }

    private int withdraw(LetterId letter, String reason) throws Exception {
        return segl.post(
                        "/api/v1/letters/" + letter + "/withdrawal",
                        segl.token(POLICE),
                        "unused",
                        "application/json",
                        ("{\"reason\":\"" + reason + "\"}").getBytes(StandardCharsets.US_ASCII))
                .statusCode();
    }

    private void open(LetterId letter, PersonId person) throws Exception {
        boolean opened = office().open(letter, person, Level.HIGH) instanceof Opening.Open;
        if (opened && random.nextBoolean()) {
            fetch(letter, person);
        }
    }

    private void fetch(LetterId letter, PersonId person) throws Exception {
        DocumentId document = java.util.Objects.requireNonNull(documents.get(letter));
        if (office().fetch(letter, document, person, Level.HIGH) instanceof Fetching.Granted it) {
            it.channel().close();
        }
    }

    /** Gives a letter to somebody or marks it as handled, and may take that back. */
    private void care(LetterId letter, PersonId by, PersonId to) {
        CaseDesk desk = segl.desk(this::now);
        boolean assigns = random.nextBoolean();
        var done = assigns ? desk.assign(letter, by, to) : desk.handle(letter, by);
        assertThat(done).isPresent();
        if (random.nextBoolean()) {
            assertThat(assigns ? desk.release(letter, by) : desk.reopen(letter, by)).isPresent();
        }
    }

    /** All that care is, once, at a letter that is open: the dice rarely say all four in order. */
    private void careOnce() throws Exception {
        LetterId letter = send("cared-for", POLICE, "312780402", List.of("310451223"), "");
        PersonId reader = persons.getFirst();
        CaseDesk desk = segl.desk(this::now);
        open(letter, reader);
        assertThat(desk.assign(letter, reader, reader)).isPresent();
        assertThat(desk.release(letter, reader)).isPresent();
        assertThat(desk.handle(letter, reader)).isPresent();
        assertThat(desk.reopen(letter, reader)).isPresent();
    }

    private void looks() {
        segl.looks(this::now).run();
        breaches.goOn(now());
    }

    private void retention(int days) {
        new Retention(
                        segl.server.part(DueWork.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Vault.class),
                        () -> now().plus(Duration.ofDays(days)))
                .run();
    }

    private FoldedRows rows() {
        return new FoldedRows(segl, SEED, now());
    }

    /** The post office, as on a day to come. */
    private PostOffice office() {
        return segl.office(this::now);
    }

    private Instant now() {
        return RunningSegl.CLOCK.instant().plus(later);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
