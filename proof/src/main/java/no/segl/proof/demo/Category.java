package no.segl.proof.demo;

/** The services to which access attaches; the name of each constant is its code in Segl. */
public enum Category {
    GENERAL("alminnelig", "allmenn", "general"),
    HEALTH_SOCIAL_WELFARE(
            "helse, sosial og omsorg", "helse, sosial og omsorg", "health, social and welfare"),
    UPBRINGING_EDUCATION(
            "oppvekst og utdanning", "oppvekst og utdanning", "upbringing and education"),
    CHILD_WELFARE("barnevern", "barnevern", "child welfare"),
    POLICE_JUSTICE("politi og justis", "politi og justis", "police and justice"),
    ADMINISTRATION("administrasjon", "administrasjon", "administration");

    private final String nb;
    private final String nn;
    private final String en;

    Category(String nb, String nn, String en) {
        this.nb = nb;
        this.nn = nn;
        this.en = en;
    }

    /** What people call it, in the middle of a sentence. */
    public Text label() {
        return new Text(nb, nn, en);
    }
}
