package no.segl.app.login;

/**
 * What a machine's token may let it ask for, by the names that Segl has for it; a token has the
 * operator's own prefix ({@code SEGL_TOKEN_SCOPE_PREFIX}).
 */
public final class Scopes {

    /** Upload, send and withdraw. */
    public static final String SEND = "segl:send";

    /** Ask what became of what was sent. */
    public static final String STATUS = "segl:status";

    /** Ask what lies at its units, opened and not. */
    public static final String RECEIVE = "segl:receive";

    /** Ask who has access at its units. */
    public static final String ADMIN = "segl:admin";

    /** What these names begin with, and a token's too where no other prefix is set. */
    public static final String PREFIX = "segl:";

    private Scopes() {}
}
