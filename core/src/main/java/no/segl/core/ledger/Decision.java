package no.segl.core.ledger;

import java.util.List;

/**
 * What was decided: the facts to write down, in order, and the reply. Deciding writes nothing; the
 * facts hold once they are committed together with the state they lead to.
 *
 * @param right by what right the actor did it; {@link Right#NONE} for a refused attempt
 * @param facts may be empty, when nothing happened
 * @param reply what to answer once the facts are committed
 */
public record Decision<F extends Fact, R>(Right right, List<F> facts, R reply) {

    public Decision {
        facts = List.copyOf(facts);
    }

    /** Nothing happened. */
    public static <F extends Fact, R> Decision<F, R> nothing(R reply) {
        return new Decision<>(Right.NONE, List.of(), reply);
    }
}
