package no.segl.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Right;
import no.segl.core.readiness.Check.Answer;
import no.segl.core.readiness.Checklist.Given;
import no.segl.core.readiness.Checklist.State;
import no.segl.core.readiness.Checklist.Status;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final OrgNumber MAIN = new OrgNumber("310451207");
    private static final OrgNumber SECTION = new OrgNumber("310451215");
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final PersonId WHO = new PersonId(new UUID(7, 1));

    private final Map<OrgNumber, Map<Check, Given>> given = new HashMap<>();

    private void answered(OrgNumber unit, Check check, Answer answer, int daysAgo, int days) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        given.computeIfAbsent(unit, _ -> new HashMap<>())
                .put(check, new Given(unit, answer, WHO, at, at.plus(Duration.ofDays(days))));
    }

    private Checklist list() {
        return new Checklist(
                List.of(
                        new Checklist.Place(MAIN, "Fjordvik"),
                        new Checklist.Place(SECTION, "Oppvekst"),
                        new Checklist.Place(SCHOOL, "Skule")),
                Map.of(SECTION, MAIN, SCHOOL, SECTION),
                given,
                NOW);
    }

    private List<State> states(Check check) {
        return list().of(check).stream().map(Status::state).toList();
    }

    @Test
    void whatWasNeverAnsweredIsDue() {
        assertThat(states(Check.ALTINN_HOLDERS))
                .containsExactly(State.NEVER, State.NEVER, State.NEVER);
        assertThat(states(Check.SVARUT_PAPER)).as("at the main unit").containsExactly(State.NEVER);
        assertThat(State.NEVER.isDue()).isTrue();
    }

    @Test
    void anAnswerIsNoneWhenItsTimeIsUp() {
        answered(MAIN, Check.ALTINN_HOLDERS, Answer.AS_IT_SHOULD, 89, 90);
        answered(SECTION, Check.ALTINN_HOLDERS, Answer.AS_IT_SHOULD, 90, 90);
        answered(SCHOOL, Check.ALTINN_HOLDERS, Answer.NOT_AS_IT_SHOULD, 1, 90);
        assertThat(states(Check.ALTINN_HOLDERS))
                .containsExactly(State.HOLDS, State.EXPIRED, State.WRONG);
    }

    @Test
    void thatAUnitAboveDoesNotUseItHoldsBeneath() {
        answered(MAIN, Check.ALTINN_HOLDERS, Answer.NOT_USED, 1, 90);
        answered(SECTION, Check.ALTINN_HOLDERS, Answer.AS_IT_SHOULD, 400, 90);
        assertThat(states(Check.ALTINN_HOLDERS))
                .containsExactly(State.NOT_USED, State.NOT_USED, State.NOT_USED);
        answered(SCHOOL, Check.ALTINN_HOLDERS, Answer.NOT_AS_IT_SHOULD, 1, 90);
        assertThat(states(Check.ALTINN_HOLDERS)).as("its own answer counts").endsWith(State.WRONG);
        answered(MAIN, Check.ALTINN_HOLDERS, Answer.NOT_USED, 91, 90);
        assertThat(states(Check.ALTINN_HOLDERS))
                .containsExactly(State.EXPIRED, State.EXPIRED, State.WRONG);
        answered(MAIN, Check.ALTINN_ADDRESS, Answer.AS_IT_SHOULD, 1, 90);
        assertThat(states(Check.ALTINN_ADDRESS))
                .as("that all is well at one unit says nothing of another")
                .containsExactly(State.HOLDS, State.NEVER, State.NEVER);
    }

    @Test
    void whatIsDueIsCountedForTheTopOfTheTree() {
        answered(SECTION, Check.ALTINN_HOLDERS, Answer.AS_IT_SHOULD, 100, 90);
        List<Checklist.Due> due = list().due(List.of(MAIN));
        assertThat(due).hasSize(2);
        assertThat(due.getFirst().of()).isEqualTo(State.EXPIRED);
        assertThat(due.getFirst().newest()).hasValue(NOW.minus(Duration.ofDays(10)));
        assertThat(due.getLast().of()).isEqualTo(State.NEVER);
        assertThat(due.getLast().checks()).isEqualTo(3 + 2 + 3);
        assertThat(list().due(List.of(SECTION)))
                .allSatisfy(d -> assertThat(d.place().unit()).isEqualTo(SECTION));
    }

    @Test
    void onlyWhoGivesAccessAnswersAndOnlyWhereItIsAsked() {
        var right = new Right("grant", "x");
        var cleared = new Clearance.Cleared(right);
        var denied = new Clearance.Denied(Clearance.Ground.NO_GRANT, SCHOOL);
        var atSchool = new CheckAnswered(SCHOOL, Check.ALTINN_HOLDERS, Answer.AS_IT_SHOULD, NOW);
        var paper = new CheckAnswered(SCHOOL, Check.SVARUT_PAPER, Answer.AS_IT_SHOULD, NOW);
        assertThat(CheckAnswered.decide(atSchool, false, cleared).facts())
                .containsExactly(atSchool);
        assertThat(CheckAnswered.decide(atSchool, false, denied).facts()).isEmpty();
        assertThat(CheckAnswered.decide(paper, false, cleared).reply())
                .isEqualTo(new CheckAnswered.Reply.NotHere());
        assertThat(CheckAnswered.decide(paper, true, cleared).facts()).containsExactly(paper);
        assertThat(Optional.of(atSchool.values()))
                .hasValueSatisfying(v -> assertThat(v).containsKeys("check", "answer", "until"));
    }
}
