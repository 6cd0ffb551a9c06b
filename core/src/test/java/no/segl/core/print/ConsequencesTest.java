package no.segl.core.print;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.POSTED;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.SENT;
import static no.segl.core.letter.Letters.SETTLED;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.SampleRules;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PrintFailed;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintFact.PrintStopMissed;
import no.segl.core.print.PrintFact.PrintStopped;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt.FailureReason;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    private static final PrintJobId JOB = new PrintJobId(new UUID(7, 7));
    private static final PrintOrder ORDER = new PrintOrder(JOB, ID, Route.PRINTER);
    private static final PrintJob ORDERED = new Ordered(ORDER, SENT, 0);
    private static final PrintJob HANDED_OVER =
            new HandedOver(ORDER, SENT, 1, SENT, Optional.empty(), Optional.empty());

    @Test
    void whateverClosesALetterStopsItsPaper() {
        Map<Letter, StopGround> grounds =
                Map.of(
                        OPENED, StopGround.OPENED,
                        WITHDRAWN, StopGround.WITHDRAWN,
                        SETTLED, StopGround.SETTLED);
        grounds.forEach((letter, ground) ->
                assertThat(Consequences.ofClosing(letter, ORDERED, RIGHT))
                        .containsExactly(new PrintStopped(ID, JOB, ground)));
        assertThat(Consequences.ofClosing(POSTED, ORDERED, RIGHT)).isEmpty();
    }

    @Test
    void postedPaperClosesALetterThatIsNotClosed() {
        PrintFact posted = new PaperPosted(ID, JOB, SENT);
        assertThat(Consequences.ofPaper(AVAILABLE, posted, around(LATER)))
                .containsExactly(new LetterPosted(ID, JOB.value()));
        assertThat(Consequences.ofPaper(OPENED, posted, around(LATER))).isEmpty();
    }

    @Test
    void paperThatWentWrongIsACaseUnlessTheLetterHasBeenRead() {
        PrintFact failed = new PrintFailed(ID, JOB, FailureReason.RETURNED);
        for (Letter letter : List.of(AVAILABLE, POSTED, WITHDRAWN)) {
            assertThat(Consequences.ofPaper(letter, failed, around(LATER)))
                    .satisfiesExactly(
                            fact ->
                                    assertThat(((CaseRaised) fact).reason())
                                            .isEqualTo(Matter.Reason.PRINT_FAILED),
                            // Its sender alone can do something about it.
                            fact ->
                                    assertThat(((NoticeOrdered) fact).to())
                                            .isEqualTo(
                                                    new Notice.To.Unit(
                                                            letter.envelope().sender())));
        }
        assertThat(Consequences.ofPaper(OPENED, failed, around(LATER))).isEmpty();
        assertThat(Consequences.ofPaper(WITHDRAWN, new PrintStopMissed(ID, JOB), around(LATER)))
                .as("taken back, and on paper all the same")
                .hasSize(2);
    }

    @Test
    void silenceIsACaseOnce() {
        Instant late = SENT.plus(Duration.ofDays(6));
        assertThat(Consequences.ofSilence(AVAILABLE, HANDED_OVER, around(LATER)).facts()).isEmpty();
        assertThat(Consequences.ofSilence(AVAILABLE, HANDED_OVER, around(late)).facts()).hasSize(2);
        assertThat(Consequences.ofSilence(OPENED, HANDED_OVER, around(late)).facts()).isEmpty();
        Raised raised = new Raised(Matter.Reason.PRINT_NEEDED, Side.SENDER);
        assertThat(Consequences.ofSilence(AVAILABLE, HANDED_OVER, around(late, raised)).facts())
                .isEmpty();
    }

    @Test
    void aPrinterNeedsNoPersonAndByHandDoes() {
        assertThat(types(Optional.of(Route.PRINTER), Optional.empty()))
                .containsExactly(LetterLookedAt.class, PrintOrdered.class);
        assertThat(types(Optional.of(Route.BY_HAND), Optional.empty()))
                .containsExactly(LetterLookedAt.class, CaseRaised.class, PrintOrdered.class);
        assertThat(types(Optional.empty(), Optional.empty()))
                .containsExactly(LetterLookedAt.class, CaseRaised.class);
        assertThat(types(Optional.of(Route.PRINTER), Optional.of(HANDED_OVER)))
                .as("never twice")
                .containsExactly(LetterLookedAt.class, CaseRaised.class);
    }

    @Test
    void whoWantedPaperAtOnceGetsItAtTheFirstLookOrIsTold() {
        LetterFact nobody = new LetterLookedAt(ID, "NOTIFY", 1, 1, 0, false);
        Optional<Route> printer = Optional.of(Route.PRINTER);
        assertThat(types(AVAILABLE, List.of(nobody), printer, Optional.empty(), true))
                .containsExactly(LetterLookedAt.class, PrintOrdered.class);
        assertThat(types(AVAILABLE, List.of(nobody), printer, Optional.empty(), false))
                .containsExactly(LetterLookedAt.class);
        assertThat(types(AVAILABLE, List.of(nobody), Optional.empty(), Optional.empty(), true))
                .as("paper is not allowed: a person must know")
                .containsExactly(LetterLookedAt.class, CaseRaised.class);
        assertThat(
                        types(
                                AVAILABLE,
                                List.of(nobody),
                                Optional.of(Route.BY_HAND),
                                Optional.empty(),
                                true))
                .containsExactly(LetterLookedAt.class, CaseRaised.class, PrintOrdered.class);
        assertThat(types(LOOKED_AT, List.of(nobody), printer, Optional.empty(), true))
                .containsExactly(LetterLookedAt.class);
    }

    private static List<Class<?>> types(Optional<Route> route, Optional<PrintJob> last) {
        LetterFact looked = new LetterLookedAt(ID, "PRINT", 1, 5, 0, false);
        CaseRaised raised =
                new CaseRaised(ID, new UUID(8, 8), Matter.Reason.PRINT_NEEDED, Side.SENDER, LATER);
        return types(AVAILABLE, List.of(looked, raised), route, last, false);
    }

    private static List<Class<?>> types(
            Letter letter,
            List<LetterFact> look,
            Optional<Route> route,
            Optional<PrintJob> last,
            boolean atOnce) {
        Decision<Fact, Looking.Reply> decided =
                Fallback.after(
                        new Decision<>(RIGHT, look, Looking.Reply.DONE),
                        letter,
                        new Fallback.Surroundings() {
                            @Override
                            public boolean atOnce() {
                                return atOnce;
                            }

                            @Override
                            public Instant due() {
                                return LATER;
                            }

                            @Override
                            public Optional<Route> route() {
                                return route;
                            }

                            @Override
                            public List<PrintJob> jobs() {
                                return last.stream().toList();
                            }

                            @Override
                            public UUID id() {
                                return new UUID(9, 9);
                            }
                        });
        return decided.facts().stream().<Class<?>>map(Object::getClass).toList();
    }

    private static Consequences.Around around(Instant now, Raised... cases) {
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            rows.put(rule, new Row(Period.ofDays(5), Owner.SENDER, "testloven-7"));
        }
        return new Consequences.Around(
                Set.of(cases), () -> new UUID(9, 9), new Rules(1, rows, SampleRules.LIMITS), now);
    }
}
