package no.segl.core.print;

import no.segl.core.id.DocumentId;

/**
 * What was found when a document was looked at, before anything is printed.
 *
 * @param condition whether its pages can be drawn
 * @param pages how many it has; 0 where they cannot be counted
 */
public record Inspection(DocumentId document, Condition condition, int pages) {

    /** Whether paper can show all that the document holds. */
    public enum Condition {
        SOUND,
        /** Not a PDF by its media type. */
        NOT_PDF,
        /** It cannot be read without a password, or restricts what may be done with it. */
        ENCRYPTED,
        /** Signed: on paper the signature is worth nothing, so a person must decide. */
        SIGNED,
        /** Other files lie within it, which paper would leave out. */
        HOLDS_FILES,
        /** A form that a program draws, not pages. */
        DYNAMIC_FORM,
        /** It has layers that are not shown, which paper might show. */
        HIDDEN_LAYERS,
        /** It says that it is a PDF and is not, or is cut short. */
        DAMAGED,
        /** It unfolds to more than there is room for. */
        TOO_LARGE,
        /** What was accepted is not in the vault any more: missing, damaged, or something else. */
        LOST
    }

    /**
     * @throws IllegalArgumentException if {@code pages} is negative
     */
    public Inspection {
        if (pages < 0) {
            throw new IllegalArgumentException("pages are counted from 0");
        }
    }
}
