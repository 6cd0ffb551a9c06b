package no.segl.app.vault;

/** The content was longer than allowed. Nothing of it was kept. */
public final class TooLarge extends VaultFault {

    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLarge(ObjectName name, long limit) {
        super("more than " + limit + " bytes for: " + name.path(), null);
        this.limit = limit;
    }

    /** The largest size that was allowed, in bytes. */
    public long limit() {
        return limit;
    }
}
