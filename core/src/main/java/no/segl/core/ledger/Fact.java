package no.segl.core.ledger;

import java.util.SortedMap;

/**
 * Something that happened, in the past tense. Holds ids and plain values only: never content, a
 * title, or a person's name or number (law: personvernforordningen-5).
 */
public interface Fact {

    /** What happened, such as {@code LetterOpened}: the name of the fact. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** What it happened to, such as {@code letter:0198…} or {@code unit:310451223}. */
    String subject();

    /** The plain values that belong to it. */
    SortedMap<String, String> values();
}
