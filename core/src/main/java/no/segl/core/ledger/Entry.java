package no.segl.core.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;

/**
 * One entry of the ledger. An entry can be held whatever its hash says, since one that was tampered
 * with must be shown too: {@link #isSound()} tells.
 *
 * @param chain the sending organisation, or the unit's organisation for facts about access
 * @param number its place in the chain, from 1, without gaps
 * @param at when it happened, exact to the microsecond (finer parts are cut off)
 * @param actorKind {@link Actor#kind()}
 * @param actorId {@link Actor#id()}
 * @param right by what right it was done
 * @param subject {@link Fact#subject()}
 * @param type {@link Fact#type()}
 * @param values {@link Fact#values()}
 * @param previous the hash of the entry before it, {@link Digest#ZERO} for the first
 * @param hash SHA-256 over all the above
 */
public record Entry(
        OrgNumber chain,
        long number,
        Instant at,
        String actorKind,
        String actorId,
        Right right,
        String subject,
        String type,
        SortedMap<String, String> values,
        Digest previous,
        Digest hash)
        implements Item {

    /** The highest number: the largest that every JSON reader keeps exactly (2^53 - 1). */
    public static final long MAX_NUMBER = (1L << 53) - 1;

    /** How long all texts of an entry may be together, in UTF-8 bytes. */
    public static final int MAX_BYTES = 65_536;

    /**
     * @throws IllegalArgumentException if the number is outside 1 to {@link #MAX_NUMBER}, a text is
     *     not well-formed Unicode or holds U+0000, a value's name is not 1 to 64 characters of
     *     {@code A-Z a-z 0-9 . - _}, or all texts together are longer than {@link #MAX_BYTES}; the
     *     message never repeats the input
     */
    public Entry {
        requireNumber(number);
        at = LedgerTime.exact(at);
        values = Collections.unmodifiableSortedMap(inOrder(values));
        long bytes = Texts.utf8Length(actorKind);
        bytes += Texts.utf8Length(actorId);
        bytes += Texts.utf8Length(right.code());
        bytes += Texts.utf8Length(right.ground());
        bytes += Texts.utf8Length(subject);
        bytes += Texts.utf8Length(type);
        for (Map.Entry<String, String> value : values.entrySet()) {
            bytes += Texts.keyLength(value.getKey());
            bytes += Texts.utf8Length(value.getValue());
        }
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("an entry's texts are too long");
        }
    }

    static void requireNumber(long number) {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("not the number of an entry");
        }
    }

    /** A copy in the order of the names' characters, whatever order the given map keeps. */
    private static SortedMap<String, String> inOrder(SortedMap<String, String> values) {
        SortedMap<String, String> copy = new TreeMap<>();
        copy.putAll(values);
        return copy;
    }

    /** The entry at the given place, with its hash worked out. */
    static Entry seal(ChainHead before, Fact fact, Actor actor, Right right, Instant at) {
        Instant exact = LedgerTime.exact(at);
        SortedMap<String, String> values =
                fact.values().comparator() == null ? fact.values() : inOrder(fact.values());
        long number = before.number() + 1;
        Digest hash =
                Encoding.hashOfEntry(
                        before.chain(),
                        number,
                        exact,
                        actor.kind(),
                        actor.id(),
                        right,
                        fact.subject(),
                        fact.type(),
                        values,
                        before.hash());
        return new Entry(
                before.chain(),
                number,
                exact,
                actor.kind(),
                actor.id(),
                right,
                fact.subject(),
                fact.type(),
                values,
                before.hash(),
                hash);
    }

    /** The hash that its content has, whatever {@link #hash} says. */
    public Digest computedHash() {
        return Encoding.hashOfEntry(
                chain, number, at, actorKind, actorId, right, subject, type, values, previous);
    }

    /** Whether its hash is that of its content. */
    public boolean isSound() {
        return computedHash().equals(hash);
    }

    /** The chain's head once this entry stands in it. */
    public ChainHead head() {
        return new ChainHead(chain, number, hash);
    }
}
