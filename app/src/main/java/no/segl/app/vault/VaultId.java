package no.segl.app.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of a vault as a vault keeps it: a line of text under a name that no object has. */
final class VaultId {

    static final String NAME = "segl-vault-id";

    private VaultId() {}

    static String write(UUID id) {
        return id + "\n";
    }

    /**
     * The id that {@link #write} wrote.
     *
     * @throws VaultUnavailable if it is none
     */
    static UUID read(byte[] kept) throws VaultUnavailable {
        String text = new String(kept, StandardCharsets.US_ASCII).strip();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new VaultUnavailable(NAME + ", which holds no id: put it back", e);
        }
    }
}
