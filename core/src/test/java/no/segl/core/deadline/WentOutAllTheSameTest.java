package no.segl.core.deadline;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;

/** A letter is closed while a message of it is on its way: the message went out, and is proven. */
class WentOutAllTheSameTest {

    private static final UUID NOTICE = new UUID(1, 1);
    private static final Notice.To TO = new Notice.To.Person(READER);
    private static final Notice.Channel MAIL = Notice.Channel.EMAIL;

    private static List<LetterFact> sent(Letter letter, State state) {
        return Notifying.sent(
                        letter, NOTICE, state, Notice.Kind.ARRIVED, TO, MAIL, Set.of(), List.of())
                .facts();
    }

    @Test
    void whatWasNotNeededAnyMoreIsWrittenWhenItWentOut() {
        NoticeSent fact = new NoticeSent(ID, NOTICE, Notice.Kind.ARRIVED, TO, MAIL);
        for (Letter letter : List.of(OPENED, WITHDRAWN)) {
            assertThat(sent(letter, State.DROPPED)).containsExactly(fact);
            assertThat(Folding.after(letter, fact, LATER, LOOK)).isEqualTo(letter);
        }
        assertThat(sent(AVAILABLE, State.ORDERED)).containsExactly(fact);
    }

    @Test
    void whatIsKnownIsNotWrittenAgain() {
        for (State state : List.of(State.SENT, State.DELIVERED, State.FAILED)) {
            assertThat(sent(OPENED, state)).isEmpty();
        }
    }
}
