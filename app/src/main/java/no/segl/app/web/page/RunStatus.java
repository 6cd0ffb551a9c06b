package no.segl.app.web.page;

/** The one word for how it stands with a control that fell due. */
public enum RunStatus {
    /** It can still be done in time. */
    TO_DO("clock", "accent"),
    /** Its time has passed, and nobody has accounted for it. */
    MISSED("late", "warning"),
    /** It was done in time. */
    DONE("settled", "success"),
    /** It was done after its time. */
    DONE_LATE("check", "warning"),
    /** It was not done, and somebody said why. */
    NOT_DONE("refused", "neutral");

    private final String icon;
    private final String color;

    RunStatus(String icon, String color) {
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
