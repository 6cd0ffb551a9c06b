package no.segl.app.secret;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A national identity number that cannot be read without {@link NumberKey}. */
public final class HiddenNumber {

    private final byte[] pseudonym;
    private final byte[] sealed;

    /** What a {@link NumberKey} made, here or as the database gives it back. */
    public HiddenNumber(byte[] pseudonym, byte[] sealed) {
        this.pseudonym = pseudonym.clone();
        this.sealed = sealed.clone();
    }

    /** The same for the same number, so that a person can be found; 32 bytes. */
    public byte[] pseudonym() {
        return pseudonym.clone();
    }

    /** The number, sealed; another each time. */
    public byte[] sealed() {
        return sealed.clone();
    }

    /** Whether it hides the same number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HiddenNumber that && Arrays.equals(that.pseudonym, pseudonym);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pseudonym);
    }

    /** Not even the pseudonym: it would tell that two lines of a log are of the same person. */
    @Override
    public String toString() {
        return "HiddenNumber[]";
    }
}
