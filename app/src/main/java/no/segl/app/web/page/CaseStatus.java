package no.segl.app.web.page;

/** The one word for how a case stands. */
public enum CaseStatus {
    /** Nobody in particular has it. */
    NEW("bell", "accent"),
    /** A person has it. */
    TAKEN("user", "info"),
    /** It is put off, with a reason and an end. */
    SNOOZED("clock", "neutral"),
    /** Its time has passed. */
    LATE("late", "warning"),
    /** It is done with. */
    DONE("settled", "neutral");

    private final String icon;
    private final String color;

    CaseStatus(String icon, String color) {
        this.icon = icon;
        this.color = color;
    }

    /** The sign that goes with the word: a different shape for each. */
    public String icon() {
        return icon;
    }

    /** The design system's colour name; never the only carrier of meaning. */
    public String color() {
        return color;
    }
}
