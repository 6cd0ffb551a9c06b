package no.segl.core.print;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.POSTED;
import static no.segl.core.letter.Letters.READER;
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
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.SampleRules;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PaperPrinted;
import no.segl.core.print.PrintFact.PrintFailed;
import no.segl.core.print.PrintFact.PrintStopMissed;
import no.segl.core.print.PrintFact.PrintStopped;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Stop;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt.FailureReason;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    private static final PrintJobId JOB = new PrintJobId(new UUID(7, 7));
    private static final PrintOrder ORDER = new PrintOrder(JOB, ID, Route.PRINTER);
    private static final PrintJob ORDERED = new Ordered(ORDER, SENT, 0);
    private static final Raised PAPER_FAILED = new Raised(Matter.Reason.PRINT_FAILED, Side.SENDER);
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

    /** However it is found: at the moment it is taken back, or by what the printer says later. */
    @Test
    void paperOfALetterThatWasTakenBackIsACase() {
        PrintJob printed = new PrintJob.Printed(ORDER, SENT);
        for (Letter letter : List.of(WITHDRAWN, SETTLED)) {
            List<PrintFact> missed = Consequences.ofClosing(letter, printed, RIGHT);
            assertThat(missed).containsExactly(new PrintStopMissed(ID, JOB));
            assertThat(PrintFolding.after(printed, missed.getFirst(), LATER, LOOK))
                    .isEqualTo(printed);
            for (PrintFact fact :
                    List.of(
                            missed.getFirst(),
                            new PaperPrinted(ID, JOB, SENT),
                            new PaperPosted(ID, JOB, SENT))) {
                assertThat(Consequences.ofPaper(letter, fact, around(LATER)))
                        .extracting(Object::getClass)
                        .containsExactly(CaseRaised.class, NoticeOrdered.class);
                assertThat(Consequences.ofPaper(letter, fact, around(LATER, PAPER_FAILED)))
                        .as("once")
                        .isEmpty();
            }
        }
        for (Letter letter : List.of(OPENED, POSTED)) {
            assertThat(Consequences.ofPaper(letter, new PaperPrinted(ID, JOB, SENT), around(LATER)))
                    .isEmpty();
        }
    }

    /** A recall that is never answered: the paper may go out, and nobody would know. */
    @Test
    void whetherItCouldBeStoppedMustBeHeardInTime() {
        Instant late = SENT.plus(Duration.ofDays(6));
        Optional<Stop> asked = Optional.of(new Stop(StopGround.WITHDRAWN, false));
        Optional<Stop> missed = Optional.of(new Stop(StopGround.WITHDRAWN, true));
        Optional<PersonId> person = Optional.of(READER);
        for (PrintJob open :
                List.of(
                        new HandedOver(ORDER, SENT, 1, SENT, Optional.empty(), asked),
                        new HandedOver(ORDER, SENT, 0, SENT, person, asked),
                        new HandingOver(ORDER, SENT, 1, SENT, asked))) {
            assertThat(Consequences.ofSilence(WITHDRAWN, open, around(LATER)).facts()).isEmpty();
            assertThat(Consequences.ofSilence(WITHDRAWN, open, around(late)).facts().getFirst())
                    .isInstanceOfSatisfying(
                            CaseRaised.class,
                            raised ->
                                    assertThat(raised.reason())
                                            .isEqualTo(Matter.Reason.PRINT_FAILED));
            assertThat(Consequences.ofSilence(WITHDRAWN, open, around(late, PAPER_FAILED)).facts())
                    .isEmpty();
            assertThat(Consequences.ofSilence(OPENED, open, around(late)).facts())
                    .as("read by somebody who may: the paper harms nobody")
                    .isEmpty();
        }
        PrintJob known = new HandedOver(ORDER, SENT, 1, SENT, Optional.empty(), missed);
        assertThat(Consequences.ofSilence(WITHDRAWN, known, around(late)).facts())
                .as("a case since it was missed")
                .isEmpty();
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

    private static Consequences.Around around(Instant now, Raised... cases) {
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            rows.put(rule, new Row(Period.ofDays(5), Owner.SENDER, "testloven-7"));
        }
        return new Consequences.Around(
                Set.of(cases), () -> new UUID(9, 9), new Rules(1, rows, SampleRules.LIMITS), now);
    }
}
