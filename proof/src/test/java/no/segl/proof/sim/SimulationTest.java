package no.segl.proof.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The promise, over a thousand histories in which everything goes wrong; and that the simulation
 * bites. What a failure prints is what {@code ./segl sim --seed N --histories 1} prints.
 */
class SimulationTest {

    private static final int HISTORIES = 1_000;
    private static final int HISTORIES_OF_A_MUTANT = 150;
    private static final int SHORTENING = 400;

    @Test
    void noPromiseIsBrokenInAThousandHistories() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            History history = Drawing.brief(seed);
            Optional<Broken> broken = Shortening.broken(history, new Rulings());
            if (broken.isPresent()) {
                History shortest =
                        new Shortening(Rulings::new, SHORTENING)
                                .of(history, broken.get().promise());
                assertThat(broken.get().getMessage())
                        .as(String.join("\n", shortest.lines()))
                        .isEmpty();
            }
        }
    }

    @Test
    void everyBrokenRuleIsCaught() {
        List<String> survivors =
                Stream.of(Mutant.values())
                        .filter(mutant -> caught(mutant).isEmpty())
                        .map(mutant -> mutant + ": " + mutant.what())
                        .toList();

        assertThat(survivors).as("broken rules that no promise noticed").isEmpty();
    }

    private static Optional<Broken> caught(Mutant mutant) {
        return LongStream.rangeClosed(1, HISTORIES_OF_A_MUTANT)
                .mapToObj(seed -> Shortening.broken(Drawing.brief(seed), mutant.rulings()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Test
    void oneSeedReplaysOneHistory() {
        History history = Drawing.brief(42);
        Run first = new Run(history, new Rulings());
        Run second = new Run(Drawing.brief(42), new Rulings());

        assertThat(first.go()).isEqualTo(second.go());
        assertThat(first.letters()).isEqualTo(second.letters());
        assertThat(first.heads()).isNotEmpty().isEqualTo(second.heads());
    }

    /** A simulation in which nobody opens, prints or fails would break no promise either. */
    @Test
    void theHistoriesGoEverywhere() {
        Set<String> ends = new TreeSet<>();
        TreeMap<String, Integer> facts = new TreeMap<>();
        for (long seed = 1; seed <= 60; seed++) {
            Run run = new Run(Drawing.brief(seed), new Rulings());
            run.go();
            ends.addAll(run.letters().keySet());
            run.facts().forEach((type, many) -> facts.merge(type, many, Integer::sum));
        }

        assertThat(ends).contains("Available", "Opened", "Posted", "Settled", "Withdrawn");
        assertThat(facts)
                .containsKeys(
                        "AccessEnded",
                        "CaseAssigned",
                        "CaseClosed",
                        "CaseOverdue",
                        "CaseRaised",
                        "CaseReturned",
                        "CaseSnoozed",
                        "ContentDestroyed",
                        "LetterRead",
                        "NoticeFailed",
                        "NoticeSent",
                        "OpeningRefused",
                        "PaperPrinted",
                        "PrintHandoverFailed",
                        "PrintNotPossible",
                        "PrintStopMissed",
                        "PrintStopped",
                        "PrintTaken",
                        "RecipientNotReady");
    }

    @Test
    void aFailingHistoryIsShortened() {
        Mutant mutant = Mutant.CASE_WITHOUT_DUE;
        History history = Drawing.brief(1);
        Broken broken = Shortening.broken(history, mutant.rulings()).orElseThrow();

        History shortest =
                new Shortening(mutant::rulings, SHORTENING).of(history, broken.promise());

        assertThat(shortest.happenings()).hasSize(1);
        assertThat(shortest.lines().getLast()).contains("Send[key=S");
        assertThat(Shortening.broken(shortest, mutant.rulings()).orElseThrow().promise())
                .isEqualTo(broken.promise());
    }
}
