package no.segl.core.print;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Reason;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.SampleRules;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Letters;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Sending.Response;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintOrder.Route;
import org.junit.jupiter.api.Test;

/** Paper for letters whose plan, or whose sender, has come to that. */
class FallbackTest {

    private static final PrintJobId JOB = new PrintJobId(new UUID(7, 7));
    private static final PrintOrder ORDER = new PrintOrder(JOB, ID, Route.PRINTER);
    private static final PrintJob HANDED_OVER =
            new HandedOver(ORDER, SENT, 1, SENT, Optional.empty(), Optional.empty());

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
                .as("paper is not allowed: a person must know, and is told")
                .containsExactly(LetterLookedAt.class, CaseRaised.class, NoticeOrdered.class);
        assertThat(
                        types(
                                AVAILABLE,
                                List.of(nobody),
                                Optional.of(Route.BY_HAND),
                                Optional.empty(),
                                true))
                .containsExactly(
                        LetterLookedAt.class,
                        CaseRaised.class,
                        NoticeOrdered.class,
                        PrintOrdered.class);
        assertThat(types(LOOKED_AT, List.of(nobody), printer, Optional.empty(), true))
                .containsExactly(LetterLookedAt.class);
    }

    /** A plan need not begin at once; what is wanted on paper does. */
    @Test
    void whoWantedPaperAtOnceDoesNotWaitForThePlan() {
        Letter accepted = Folding.after(Letters.ACCEPTED, notReady(Response.PAPER), SENT, LOOK);
        Letter available = Folding.after(accepted, new LetterAvailable(ID), SENT, LOOK);
        NextLook first = Deadlines.nextLook(available, SampleRules.ONE).orElseThrow();
        assertThat(first.at()).as("its plan begins after a week").isEqualTo(SENT);
        assertThat(first.reason()).isEqualTo(Reason.NO_READER);
        Letter after = Folding.after(available, looked(first.reason()), LATER, LOOK);
        assertThat(Deadlines.nextLook(after, SampleRules.ONE).orElseThrow().at())
                .isEqualTo(LATER.plus(Duration.ofDays(1)));
        Letter sent = Folding.after(Letters.ACCEPTED, notReady(Response.SEND), SENT, LOOK);
        assertThat(Folding.after(sent, new LetterAvailable(ID), SENT, LOOK)).isEqualTo(AVAILABLE);
    }

    private static LetterFact notReady(Response response) {
        return new LetterFact.RecipientNotReady(ID, "NO_HOLDER", "NOBODY_HAS_ACCESS", response);
    }

    private static LetterFact looked(Reason reason) {
        return new LetterLookedAt(ID, reason.name(), 1, 0, 0, false);
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
        Letter wanted =
                letter instanceof Letter.Available a
                        ? new Letter.Available(
                                a.envelope(),
                                a.acceptedAt(),
                                a.availableAt(),
                                a.looks(),
                                a.lastLook(),
                                a.chase().forPaper(atOnce))
                        : letter;
        Decision<Fact, Looking.Reply> decided =
                Fallback.after(
                        new Decision<>(RIGHT, look, Looking.Reply.DONE),
                        wanted,
                        new Fallback.Surroundings() {
                            @Override
                            public Set<Raised> cases() {
                                return Set.of();
                            }

                            @Override
                            public Rules rules() {
                                return SampleRules.ONE;
                            }

                            @Override
                            public Instant now() {
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
}
