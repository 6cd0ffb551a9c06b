package no.segl.app.web.page;

/** The one true word for where a letter is. */
public enum LetterStatus {
    /** Being written. */
    DRAFT("draft", "neutral"),
    /** Sealed and taken in by Segl, not yet possible to open. */
    ACCEPTED("sealed", "neutral"),
    /** Possible to open, and not opened. */
    AVAILABLE("envelope", "accent"),
    /** Opened by someone with a right to. */
    OPENED("opened", "success"),
    /** Closed: sent on paper instead. */
    POSTED("paper", "info"),
    /** Closed: taken back by the sender. */
    WITHDRAWN("returned", "neutral"),
    /** Closed by a named person with a reason. */
    SETTLED("settled", "info");

    private final String icon;
    private final String color;

    LetterStatus(String icon, String color) {
        this.icon = icon;
        this.color = color;
    }

    /** The sign that goes with the words: a different shape for each status. */
    public String icon() {
        return icon;
    }

    /** The design system's colour name; never the only carrier of meaning. */
    public String color() {
        return color;
    }

    /** The key of the words. */
    public String key() {
        return "status." + name();
    }
}
