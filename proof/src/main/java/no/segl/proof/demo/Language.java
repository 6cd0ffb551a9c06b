package no.segl.proof.demo;

/** A written language of the demo: the two forms of Norwegian, and English for visitors. */
public enum Language {
    NB("nb"),
    NN("nn"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in {@code lang="nn"}. */
    public String tag() {
        return tag;
    }

    /**
     * The first language of {@code tags} that the demo speaks, or bokmål.
     *
     * @param tags space-separated BCP 47 tags in order of preference, as in OpenID Connect's {@code
     *     ui_locales}
     */
    public static Language preferred(String tags) {
        for (String wanted : tags.split(" ", -1)) {
            for (Language language : values()) {
                if (wanted.equals(language.tag) || wanted.startsWith(language.tag + "-")) {
                    return language;
                }
            }
        }
        return NB;
    }
}
