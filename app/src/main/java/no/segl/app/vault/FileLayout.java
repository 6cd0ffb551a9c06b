package no.segl.app.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where in a {@link FileVault} an object lies: {@code letters/3f7/<letterId>.<documentId>}. The
 * middle folder is the end of the id, which is random even in ids that begin with the time, so that
 * a million letters lie 250 to a folder. The objects of a letter lie beside others' rather than in
 * a folder of their own: a letter then costs no folder to make, sync and remove, and no writer
 * finds its folder removed beneath it.
 */
final class FileLayout {

    private static final int FAN_DIGITS = 3;

    private final Path root;

    FileLayout(Path root) {
        this.root = root;
    }

    /** The folder of a kind, such as {@code letters}. */
    Path kind(String kind) {
        return root.resolve(kind);
    }

    /** The folder in which all objects of a letter or upload lie, beside others'. */
    Path fan(Folder folder) {
        String id = folder.id().toString();
        return kind(folder.kind()).resolve(id.substring(id.length() - FAN_DIGITS));
    }

    /**
     * The file of an object.
     *
     * @throws IOException if that would lie outside the vault, which no name can ask for
     */
    Path file(ObjectName name) throws IOException {
        Folder folder = name.folder();
        Path file = fan(folder).resolve(prefix(folder) + name.leaf()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("outside the vault: " + name.path());
        }
        return file;
    }

    /** What the file names of a letter or upload begin with, and no others in its folder. */
    static String prefix(Folder folder) {
        return folder.id() + ".";
    }

    /** The object that a file holds, or empty if the vault did not name it so. */
    Optional<ObjectName> name(Path file) {
        Path within = root.relativize(file);
        if (within.getNameCount() != 3) {
            return Optional.empty();
        }
        String leaf = within.getName(2).toString();
        return ObjectName.parse(within.getName(0) + "/" + leaf.replace('.', '/'))
                .filter(name -> file.equals(fan(name.folder()).resolve(leaf)));
    }
}
