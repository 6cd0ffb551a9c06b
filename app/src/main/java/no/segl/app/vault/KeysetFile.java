package no.segl.app.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Key-encryption keys in a file that only its owner can read. Its first key is made at first start;
 * {@link #rotate} adds one and keeps the old. Whoever holds this file and the store can read every
 * letter; whoever loses it can read none. Safe for many threads and processes: the file is replaced
 * whole, under a lock beside it, and read again when it has changed.
 */
public final class KeysetFile implements KeyWrapper {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path file;
    private volatile Keys keys;

    /** The keys as last read, and which state of the file they were read from. */
    private record Keys(KeysetHandle handle, Aead aead, Set<String> ids, Version version) {
        String primary() {
            return text(handle.getPrimary().getId());
        }
    }

    /**
     * Tells one state of the file from another. A replaced file is another file, with a new key.
     */
    private record Version(@Nullable Object fileKey, FileTime modified, long size) {}

    private KeysetFile(Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * Opens the keyset, or makes it.
     *
     * @param mayCreate whether a missing keyset may be made: only where nothing is sealed yet
     * @throws KeysetRefused if it is missing and may not be made, is open to others, or damaged
     * @throws IOException if it cannot be made
     */
    public static KeysetFile open(Path file, boolean mayCreate) throws IOException {
        Path path = file.toAbsolutePath();
        if (Files.notExists(path)) {
            if (Files.isSymbolicLink(path)) {
                throw KeysetRefused.dangling(path);
            }
            if (!mayCreate) {
                throw KeysetRefused.missing(path);
            }
            create(path);
        }
        return new KeysetFile(path, read(path));
    }

    private static void create(Path path) throws IOException {
        try (KeysetLock lock = KeysetLock.take(path)) {
            if (Files.notExists(path)) { // else another was first
                lock.replace(KeysetText.write(withNewPrimary(KeysetHandle.newBuilder())));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks a cipher", e);
        }
    }

    private static KeysetHandle withNewPrimary(KeysetHandle.Builder keys)
            throws GeneralSecurityException {
        return keys.setConfiguration(KeysetText.TINK)
                .addEntry(
                        KeysetHandle.generateEntryFromParameters(KeysetText.PARAMETERS)
                                .withRandomId()
                                .makePrimary())
                .build();
    }

    private static Keys read(Path path) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw KeysetRefused.exposed(path, PosixFilePermissions.toString(permissions));
            }
            Version version = version(path); // before the text: if it changes now, it is read again
            KeysetHandle handle = KeysetText.read(Files.readString(path));
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < handle.size(); i++) {
                ids.add(text(handle.getAt(i).getId()));
            }
            Aead aead = handle.getPrimitive(KeysetText.TINK, Aead.class);
            return new Keys(handle, aead, Set.copyOf(ids), version);
        } catch (NoSuchFileException e) {
            throw KeysetRefused.missing(path);
        } catch (GeneralSecurityException | java.nio.charset.CharacterCodingException e) {
            throw KeysetRefused.damaged(path, e);
        }
    }

    private static Version version(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return new Version(found.fileKey(), found.lastModifiedTime(), found.size());
    }

    private static String text(int keyId) {
        return Integer.toUnsignedString(keyId);
    }

    /**
     * The keys of the file as it is now. Fails if it is gone: what is sealed next would be lost.
     */
    private Keys current() throws IOException {
        Keys known = keys;
        try {
            if (version(file).equals(known.version())) {
                return known;
            }
        } catch (NoSuchFileException e) {
            throw KeysetRefused.missing(file);
        }
        return reread();
    }

    private Keys reread() throws IOException {
        Keys read = read(file);
        keys = read;
        return read;
    }

    @Override
    public WrappedKey wrap(DataKey key, Folder folder) throws IOException {
        Keys now = current();
        byte[] secret = key.bytes();
        try {
            return new WrappedKey(
                    now.primary(), now.aead().encrypt(secret, folder.associatedData()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks a cipher", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public DataKey unwrap(WrappedKey wrapped, Folder folder) throws IOException {
        Keys known = keys;
        if (!known.ids().contains(wrapped.keyId())) {
            known = reread(); // rotated elsewhere
        }
        if (!known.ids().contains(wrapped.keyId())) {
            throw new KeyUnusable(folder, "the keyset lacks key " + wrapped.keyId(), null);
        }
        byte[] secret = new byte[0];
        try {
            secret = known.aead().decrypt(wrapped.bytes(), folder.associatedData());
            return DataKey.of(secret);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyUnusable(folder, "it was altered or belongs elsewhere", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public String currentKeyId() throws IOException {
        return current().primary();
    }

    /** The ids of all keys that still unwrap. */
    public Set<String> keyIds() throws IOException {
        return current().ids();
    }

    /**
     * Adds a new key and makes it the current one. The old keys stay and still unwrap.
     *
     * @return the new key's id
     * @throws KeysetRefused if the file cannot be used as it is
     * @throws IOException if it cannot be written; it is then as it was
     */
    public String rotate() throws IOException {
        try (KeysetLock lock = KeysetLock.take(file)) {
            KeysetHandle grown = withNewPrimary(KeysetHandle.newBuilder(read(file).handle()));
            lock.replace(KeysetText.write(grown));
            return text(grown.getPrimary().getId());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks a cipher", e);
        }
    }
}
