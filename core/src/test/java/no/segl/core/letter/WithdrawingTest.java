package no.segl.core.letter;

import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact.LetterWithdrawn;
import no.segl.core.letter.Withdrawing.Reason;
import no.segl.core.letter.Withdrawing.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Taking a letter back, in every state. */
class WithdrawingTest {

    private static Decision<LetterFact, Reply> decide(Letter letter) {
        return Withdrawing.decide(letter, Reason.SENT_TWICE, CLEARED);
    }

    @ParameterizedTest
    @EnumSource
    void anUnopenedLetterIsTakenBackWithItsReason(Reason reason) {
        for (Letter letter : List.of(Letters.ACCEPTED, Letters.AVAILABLE, Letters.LOOKED_AT)) {
            Decision<LetterFact, Reply> decision = Withdrawing.decide(letter, reason, CLEARED);
            assertThat(decision)
                    .isEqualTo(
                            new Decision<LetterFact, Reply>(
                                    RIGHT,
                                    List.of(new LetterWithdrawn(ID, reason)),
                                    new Reply.Withdrawn()));
            assertThat(decision.facts().getFirst().values()).containsEntry("reason", reason.name());
        }
    }

    @Test
    void nothingIsWrittenWhenItIsTooLateOrTooEarly() {
        assertThat(decide(Letters.OPENED)).isEqualTo(Decision.nothing(new Reply.AlreadyOpened()));
        assertThat(decide(Letters.WITHDRAWN))
                .isEqualTo(Decision.nothing(new Reply.AlreadyWithdrawn()));
        for (Letter other : List.of(Letters.POSTED, Letters.SETTLED)) {
            assertThat(decide(other)).isEqualTo(Decision.nothing(new Reply.AlreadyClosed()));
        }
        assertThat(decide(Letters.DRAFT)).isEqualTo(Decision.nothing(new Reply.NotYet()));
    }

    @ParameterizedTest
    @MethodSource("no.segl.core.letter.Letters#all")
    void whoMayNotIsRefusedWhateverStateItIsIn(Letter letter) {
        assertThat(Withdrawing.decide(letter, Reason.NOT_NEEDED, DENIED))
                .isEqualTo(Decision.nothing(new Reply.Refused(DENIED)));
    }
}
