package no.segl.app.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A vault in a folder of a POSIX disk. An object is written in {@code incoming/}, synced, renamed
 * into place and its folder synced, so that neither a reader nor a power cut ever sees half of one.
 * All folders made are 0700 and all files 0600.
 */
public final class FileVault implements Vault {

    private static final List<String> KINDS = List.of("letters", "uploads", "exports");

    private final Path root;
    private final Path incoming;
    private final FileLayout layout;
    private final Set<Path> durableFans = ConcurrentHashMap.newKeySet();

    /**
     * Opens the vault in {@code root}, which is made if it is not there.
     *
     * @throws IOException if it cannot be: no right to write, not a POSIX file system, or parts of
     *     it on different file systems
     */
    public FileVault(Path root) throws IOException {
        Disk.makeFolders(root);
        this.root = root.toRealPath();
        this.incoming = this.root.resolve("incoming");
        this.layout = new FileLayout(this.root);
        FileStore store = Files.getFileStore(this.root);
        if (!store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            throw new IOException("the vault needs a POSIX file system: " + this.root);
        }
        Disk.makeFolder(incoming, this.root);
        for (String kind : KINDS) {
            Disk.makeFolder(layout.kind(kind), this.root);
            if (!Files.getFileStore(layout.kind(kind)).equals(Files.getFileStore(incoming))) {
                throw new IOException("the vault must lie on one file system: " + this.root);
            }
        }
        check();
    }

    @Override
    public void write(ObjectName name, Content content) throws IOException {
        Path file = layout.file(name);
        Path fan = layout.fan(name.folder());
        Path part = begin(name, fan);
        boolean renamed = false;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            try (OutputStream out = new VaultOutput(name, Channels.newOutputStream(channel))) {
                content.writeTo(out);
            }
            finish(name, channel, part, file, fan);
            renamed = true;
        } finally {
            if (!renamed) {
                Files.deleteIfExists(part);
            }
        }
    }

    private Path begin(ObjectName name, Path fan) throws IOException {
        try {
            if (!durableFans.contains(fan)) {
                Disk.makeFolder(fan, layout.kind(name.folder().kind()));
                durableFans.add(fan);
            }
            return Disk.newFile(incoming, ".part");
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    private static void finish(ObjectName name, FileChannel channel, Path part, Path file, Path fan)
            throws IOException {
        try {
            channel.force(true);
            Disk.rename(part, file, fan);
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    @Override
    public SeekableByteChannel open(ObjectName name) throws IOException {
        try {
            return FileChannel.open(
                    layout.file(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw missing(name);
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    /** Where the whole disk is away, nothing can be said of one file. */
    private VaultMissing missing(ObjectName name) throws IOException {
        check();
        return new VaultMissing(name);
    }

    @Override
    public long size(ObjectName name) throws IOException {
        try {
            return attributes(layout.file(name)).size();
        } catch (NoSuchFileException e) {
            throw missing(name);
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    // A deletion is not synced: if a power cut undoes it, the sweep of orphans finds the object.
    @Override
    public void delete(ObjectName name) throws IOException {
        try {
            Files.deleteIfExists(layout.file(name));
        } catch (IOException e) {
            throw new VaultUnavailable(name, e);
        }
    }

    @Override
    public void deleteAll(Folder folder) throws IOException {
        Path fan = layout.fan(folder);
        String prefix = FileLayout.prefix(folder);
        try (Stream<Path> files = children(fan)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new VaultUnavailable(folder.path(), e);
        }
    }

    @Override
    public Stream<Stored> list() throws IOException {
        return KINDS.stream()
                .flatMap(kind -> children(layout.kind(kind)))
                .flatMap(FileVault::children)
                .flatMap(file -> stored(file).stream());
    }

    private Optional<Stored> stored(Path file) {
        Optional<ObjectName> name = layout.name(file);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes found = attributes(file);
            Instant modified = found.lastModifiedTime().toInstant();
            return found.isRegularFile()
                    ? Optional.of(new Stored(name.get(), found.size(), modified))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // deleted since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(new VaultUnavailable(name.get(), e));
        }
    }

    /** What lies in {@code folder}; nothing if it is not a folder. Its users close it. */
    @SuppressWarnings("StreamResourceLeak")
    private static Stream<Path> children(Path folder) {
        try {
            return Files.list(folder);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new VaultUnavailable("listing " + folder.getFileName(), e));
        }
    }

    @Override
    public int sweepUnfinished(Instant before) throws IOException {
        return Disk.sweep(incoming, before);
    }

    @Override
    public Optional<UUID> id() throws IOException {
        Optional<byte[]> kept = kept(VaultId.NAME);
        return kept.isEmpty() ? Optional.empty() : Optional.of(VaultId.read(kept.get()));
    }

    @Override
    public void giveId(UUID id) throws IOException {
        keep(VaultId.NAME, VaultId.write(id).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<byte[]> ledgerNote() throws IOException {
        return kept(LEDGER_NOTE);
    }

    @Override
    public void keepLedgerNote(byte[] note) throws IOException {
        keep(LEDGER_NOTE, note);
    }

    private Optional<byte[]> kept(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(name)));
        } catch (NoSuchFileException e) {
            check();
            return Optional.empty();
        }
    }

    private void keep(String name, byte[] content) throws IOException {
        Path part = Disk.newFile(incoming, ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(content);
            channel.force(true);
            Disk.rename(part, root.resolve(name), root);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void check() throws IOException {
        for (Path folder : List.of(root, incoming)) {
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw new VaultUnavailable("no folder that can be written: " + folder, null);
            }
        }
    }
}
