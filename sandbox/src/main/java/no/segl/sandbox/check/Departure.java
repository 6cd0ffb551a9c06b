package no.segl.sandbox.check;

import java.util.List;

/**
 * Where the real one is known to answer otherwise than its own description says.
 *
 * @param in the name of the description
 * @param part of what is found
 */
record Departure(String in, String part, String why) {

    /** What is found where a status is of the other vocabulary. */
    static final String OTHER_WORDS = "/status: does not have a value in the enumeration";

    static final List<Departure> KNOWN =
            List.of(
                    new Departure(
                            "altinn-correspondence",
                            "/content: null found",
                            "a sender sees no content of what is published; the description does not say"
                                    + " that it may be missing"),
                    new Departure(
                            "forsendelse-",
                            "/errorJson: object found, string expected",
                            "the real one is an object, which KS's own client reads from 4.8.0"),
                    new Departure(
                            "status-api-v3",
                            OTHER_WORDS,
                            "each description of version 3 knows one of two vocabularies; both are"
                                    + " asked for, and one of them must fit"));

    boolean isOf(String description, String fault) {
        return description.contains(in) && fault.contains(part);
    }
}
