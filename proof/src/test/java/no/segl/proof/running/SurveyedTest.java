package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.office.CheckDesk;
import no.segl.app.office.Registrar;
import no.segl.app.store.Attention;
import no.segl.app.store.Categories;
import no.segl.app.store.Checks;
import no.segl.app.store.Contacts;
import no.segl.app.store.Ledger;
import no.segl.app.store.Readiness;
import no.segl.app.store.Recipients;
import no.segl.app.store.Surveys;
import no.segl.app.store.Units;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.CheckAnswered;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Survey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Readiness of a whole tree and guided checks of a running Segl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SurveyedTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");

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
    void theTreeIsAnsweredForAsASenderIsUnitByUnit() {
        Instant at = now();
        Survey survey = part(Surveys.class).of(List.of(MUNICIPALITY), at);
        Set<OrgNumber> units = part(Units.class).within(Set.of(MUNICIPALITY));
        assertThat(survey.places()).extracting(Survey.Place::unit).hasSameElementsAs(units);
        for (Categories.Named category : part(Categories.class).all()) {
            Map<OrgNumber, no.segl.core.readiness.Readiness> said =
                    part(Recipients.class).ready(units, category.category(), at).stream()
                            .collect(Collectors.toMap(r -> r.unit(), r -> r));
            for (Survey.Place place : survey.about(Optional.of(category.category()), "").places()) {
                assertThat(place.cells()).hasSize(1);
                assertThat(place.cells().getFirst().readiness()).isEqualTo(said.get(place.unit()));
            }
        }
        Readiness.Summary summary = part(Readiness.class).summary(List.of(MUNICIPALITY), at);
        Survey.Figures figures = survey.figures();
        assertThat(figures.cells()).isEqualTo(summary.cells());
        assertThat(figures.stuck()).isEqualTo(summary.stuck());
        assertThat(figures.onlyOne()).isEqualTo(summary.onlyOne());
        assertThat(figures.gaps()).isGreaterThanOrEqualTo(summary.nobody());
    }

    @Test
    void aMessageThatCameVerifiesTheAddress() {
        Contacts contacts = part(Contacts.class);
        Notice.To.Unit school = new Notice.To.Unit(SCHOOL);
        UUID id = UUID.randomUUID();
        contacts.enter(
                new Contacts.Contact(
                        id,
                        school,
                        Notice.Channel.EMAIL,
                        "skule@example.com",
                        Language.NN,
                        Optional.empty()),
                now());
        assertThat(reach().own()).isEqualTo(1);
        assertThat(reach().nearest().map(Surveys.Nearest::unit)).hasValue(SCHOOL);
        assertThat(reach().verifiedAt()).isEmpty();
        contacts.delivered(id, now());
        assertThat(reach().verifiedAt()).isPresent();
        contacts.refused(id, now());
        assertThat(reach().refused()).isEqualTo(1);
        assertThat(reach().nearest().map(Surveys.Nearest::unit)).isNotEqualTo(Optional.of(SCHOOL));
        contacts.remove(id);
    }

    private Surveys.Reach reach() {
        return part(Surveys.class)
                .reach(List.of(SCHOOL))
                .getOrDefault(SCHOOL, Surveys.Reach.NOWHERE);
    }

    @Test
    void anAnswerStaysInTheLedgerAndRunsOut() {
        CheckDesk desk = part(CheckDesk.class);
        PersonId person =
                part(Registrar.class).enter("https://login.example", "checks", "Prøve Sjekk");
        assertThat(desk.answer(person, List.of(SCHOOL), Check.ALTINN_HOLDERS, answer()).getFirst())
                .isInstanceOf(CheckAnswered.Reply.Refused.class);
        part(Registrar.class).give(person, MUNICIPALITY, Power.ADMINISTER, Optional.empty());
        assertThat(desk.due(List.of(MUNICIPALITY)))
                .extracting(c -> c.causes().getFirst())
                .containsExactly(Attention.Cause.CHECK_NEVER);

        assertThat(
                        desk.answer(
                                person,
                                List.of(SCHOOL, MUNICIPALITY),
                                Check.ALTINN_HOLDERS,
                                answer()))
                .allMatch(CheckAnswered.Reply.Done.class::isInstance);
        assertThat(state(now(), SCHOOL)).isEqualTo(Checklist.State.HOLDS);
        assertThat(state(now().plus(Duration.ofDays(89)), SCHOOL)).isEqualTo(Checklist.State.HOLDS);
        assertThat(state(now().plus(Duration.ofDays(91)), SCHOOL))
                .isEqualTo(Checklist.State.EXPIRED);
        List<Entry> entries =
                part(Ledger.class).newest(SCHOOL, List.of("CheckAnswered"), Long.MAX_VALUE, 5);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().values())
                .containsEntry("answer", "AS_IT_SHOULD")
                .containsEntry("check", "ALTINN_HOLDERS");
        assertThat(part(Checks.class).history(SCHOOL, Check.ALTINN_HOLDERS, 5))
                .as("answers are added, and stay")
                .hasSize(1);
    }

    private static Check.Answer answer() {
        return Check.Answer.AS_IT_SHOULD;
    }

    private Checklist.State state(Instant at, OrgNumber unit) {
        return part(Checks.class).of(List.of(MUNICIPALITY), at).of(Check.ALTINN_HOLDERS).stream()
                .filter(s -> s.place().unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
