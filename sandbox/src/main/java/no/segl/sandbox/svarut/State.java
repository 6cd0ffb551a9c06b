package no.segl.sandbox.svarut;

import java.util.Optional;

/** The status of a letter, with its word in each version of the API. */
public enum State {
    MOTTATT("MOTTATT", false),
    AKSEPTERT("AKSEPTERT", false),
    AVVIST("AVVIST", true),
    FEILET_UNDER_MOTTAK("AVVIST", true),
    KLAR_FOR_MOTTAK("KLAR_FOR_MOTTAK", false),
    SENDT_ALTINN("VARSLET", false),
    LEVERT_ALTINN("VARSLET", false),
    SENDT_DIGITALT("SENDT_DIGITALT", false),
    LEST("LEST", true),
    SENDT_PRINT("SENDT_PRINT", false),
    PRINTET("PRINTET", true),
    IKKE_LEVERT("IKKE_LEVERT", true),
    MANUELT_HANDTERT("MANUELT_HANDTERT", true),
    SLETTET("", true);

    private final String older;
    private final boolean last;

    State(String older, boolean last) {
        this.older = older;
        this.last = last;
    }

    /** Whether nothing happens after it by itself. */
    boolean isLast() {
        return last;
    }

    /** The word of version 2; it has none for what was deleted. */
    Optional<String> older() {
        return older.isEmpty() ? Optional.empty() : Optional.of(older);
    }

    /**
     * The word of version 3.
     *
     * @param varslet whether it still says VARSLET of what is in Altinn, as its first drafts did
     */
    String newer(boolean varslet) {
        return varslet && older.equals("VARSLET") ? older : name();
    }
}
