package no.segl.app.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import no.segl.core.id.NationalIdentityNumber;

/**
 * The key of persons' national identity numbers; one for all nodes. There are so few numbers that
 * an unkeyed digest of one is as good as the number: with the key anybody can try them all.
 */
public final class NumberKey {

    private static final int ID_BYTES = 8;

    private final RootKey root;
    private final SecureRandom random;

    private NumberKey(RootKey root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /**
     * Opens the key, or makes it.
     *
     * @param mayCreate only while no person is known by a number
     * @throws IOException if it is missing and may not be made, is damaged, is open to others, or
     *     cannot be read or made; the message says what to do
     */
    public static NumberKey open(Path file, boolean mayCreate, SecureRandom random)
            throws IOException {
        String what = "The key of persons' national identity numbers";
        return new NumberKey(RootKey.open(file, what, mayCreate, random), random);
    }

    /** Names the key, and tells nothing of it. */
    public String id() {
        byte[] id = root.mac("segl:person:id:v1", new byte[0]);
        return HexFormat.of().formatHex(id, 0, ID_BYTES);
    }

    /** A person's number, as the database may have it. */
    public HiddenNumber hide(NationalIdentityNumber number) {
        byte[] digits = number.digits().getBytes(StandardCharsets.US_ASCII);
        byte[] pseudonym = root.mac("segl:person:pseudonym:v1", digits);
        return new HiddenNumber(pseudonym, seal().seal(digits, pseudonym));
    }

    /** The number again, for somebody who must see it; empty if it was hidden with another key. */
    public Optional<NationalIdentityNumber> show(HiddenNumber hidden) {
        return seal().open(hidden.sealed(), hidden.pseudonym())
                .map(digits -> new String(digits, StandardCharsets.US_ASCII))
                .flatMap(NationalIdentityNumber::parse);
    }

    /**
     * 32 bytes for {@code use}, which tell nothing of the key, nor of those for anything else: all
     * nodes have the same.
     */
    public byte[] derive(String use, byte[] message) {
        return root.mac(use, message);
    }

    private SmallSeal seal() {
        return root.seal("segl:person:number:v1", random);
    }
}
