package no.segl.app.vault;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What a vault hands to its {@link Vault.Content}. Marks the vault's own failures, so that they are
 * told from those of the content's source, and does not let the content close the vault's file.
 */
final class VaultOutput extends OutputStream {

    private final ObjectName name;
    private final OutputStream out;

    VaultOutput(ObjectName name, OutputStream out) {
        this.name = name;
        this.out = out;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }
}
