package no.segl.app.vault;

/** The vault holds no object of that name. */
public final class VaultMissing extends VaultFault {

    private static final long serialVersionUID = 1L;

    VaultMissing(ObjectName name) {
        super("not in the vault: " + name.path(), null);
    }
}
