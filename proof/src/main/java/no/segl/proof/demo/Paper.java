package no.segl.proof.demo;

import java.util.List;

/**
 * What stands on a letter of paper, apart from its date.
 *
 * @param language in which the printed words around the text (date, references, page) are written
 * @param addressee the lines of the address, first the name
 * @param yourReference the recipient's own reference; empty if there is none
 * @param heading what the letter is about, above its text
 * @param body one entry a block: plain text is a paragraph, {@code "## "} begins a subheading,
 *     {@code "- "} an item of a list, and {@code "Label: | value"} a line of facts
 * @param signature who signs: a name and below it a title, a line each
 */
public record Paper(
        Language language,
        Letterhead letterhead,
        List<String> addressee,
        String ourReference,
        String yourReference,
        String heading,
        List<String> body,
        List<String> signature) {

    public Paper {
        addressee = List.copyOf(addressee);
        body = List.copyOf(body);
        signature = List.copyOf(signature);
    }

    /**
     * What is printed on every sheet of an organisation's letters.
     *
     * @param unit the part of the organisation that writes
     * @param footer address, organisation number and the like, left to right
     * @param colour the house colour, {@code 0xRRGGBB}
     */
    public record Letterhead(String organisation, String unit, List<String> footer, int colour) {

        public Letterhead {
            footer = List.copyOf(footer);
        }
    }
}
