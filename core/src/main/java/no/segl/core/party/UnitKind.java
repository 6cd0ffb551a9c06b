package no.segl.core.party;

/** What kind of unit an organisation number names. Source: Enhetsregisteret. */
public enum UnitKind {
    /** hovedenhet: a legal person of its own. */
    MAIN_UNIT,
    /** organisasjonsledd: a part of a public body, with a number of its own. */
    ORG_SECTION,
    /** underenhet: a place where the work is done, such as a school. */
    SUBUNIT
}
