package no.segl.core.ledger;

import java.time.Instant;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;

/**
 * How far a chain has come: all that must be known to append to it.
 *
 * @param chain whose chain it is
 * @param number the last entry's number; 0 if there is none
 * @param hash the last entry's hash; {@link Digest#ZERO} if there is none
 */
public record ChainHead(OrgNumber chain, long number, Digest hash) {

    /**
     * @throws IllegalArgumentException if the number is negative or beyond {@link
     *     Entry#MAX_NUMBER}, or only one of number and hash says that the chain is empty
     */
    public ChainHead {
        if (number < 0 || number > Entry.MAX_NUMBER || (number == 0) != hash.equals(Digest.ZERO)) {
            throw new IllegalArgumentException("not the head of a chain");
        }
    }

    /** The head of a chain without entries. */
    public static ChainHead start(OrgNumber chain) {
        return new ChainHead(chain, 0, Digest.ZERO);
    }

    /** Whether {@code entry}, as it stands, is the one after this head. */
    public boolean isFollowedBy(Entry entry) {
        return entry.chain().equals(chain)
                && entry.number() == number + 1
                && entry.previous().equals(hash)
                && entry.isSound();
    }

    /**
     * The chain's next entry; {@link Entry#head()} is the head after it. Nothing is changed here.
     *
     * @param fact what happened
     * @param actor who did it
     * @param right by what right
     * @param at when; what is finer than a microsecond is cut off. It may lie before the last
     *     entry's time: the number is the order, since clocks of several machines differ
     * @throws IllegalArgumentException as {@link Entry}
     */
    public Entry append(Fact fact, Actor actor, Right right, Instant at) {
        return Entry.seal(this, fact, actor, right, at);
    }
}
