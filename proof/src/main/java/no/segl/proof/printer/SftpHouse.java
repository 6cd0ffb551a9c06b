package no.segl.proof.printer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.segl.core.id.Digest;
import no.segl.core.id.PrintJobId;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A printing house behind a real SFTP server on loopback. */
public final class SftpHouse implements PrintHouse, AutoCloseable {

    private static final List<String> FOLDERS =
            List.of(
                    "in",
                    "work",
                    "ended",
                    "recalled",
                    "taken",
                    "receipts/read",
                    "receipts/refused");

    private final Path folder;
    private final KeyPair hostKey;
    private final SshServer server;
    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Break> next = new AtomicReference<>();

    /**
     * Where the line breaks, once.
     *
     * @param to chosen by what a file is about to be called
     * @param done whether it gets that name first
     */
    public record Break(Predicate<Path> to, boolean done) {}

    /**
     * @param client the only key that is let in
     */
    public SftpHouse(Path folder, KeyPair hostKey, KeyPair client) throws IOException {
        this.folder = folder;
        this.hostKey = hostKey;
        for (String name : FOLDERS) {
            Files.createDirectories(folder.resolve(name));
        }
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setKeyExchangeFactories(
                server.getKeyExchangeFactories().stream()
                        // In plain Java it takes most of the time of a session.
                        .filter(exchange -> !exchange.getName().startsWith("sntrup"))
                        .toList());
        server.setPublickeyAuthenticator(
                (_, key, _) -> KeyUtils.compareKeys(key, client.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Breaking());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    public int port() {
        return server.getPort();
    }

    /** The host key, as {@code known_hosts} has it. */
    public String hostKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    /** Breaks the line at the next renaming that fits. */
    public void breakAt(Break at) {
        next.set(at);
    }

    /** Lets nobody read what lies in {@code receipts} by that name. */
    public void unreadable(String name) {
        unreadable.add(folder.resolve("receipts").resolve(name));
    }

    @Override
    public List<Taken> takeUp() throws IOException {
        List<Taken> taken = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.resolve("in"))) {
            for (Path manifest : all.filter(p -> p.toString().endsWith(".json")).toList()) {
                taken.add(take(manifest));
            }
        }
        return taken;
    }

    private Taken take(Path manifest) throws IOException {
        Path mine = folder.resolve("taken").resolve(String.valueOf(manifest.getFileName()));
        Files.move(manifest, mine, StandardCopyOption.ATOMIC_MOVE);
        JsonNode members = new JsonMapper().readTree(Files.readAllBytes(mine));
        Path file = folder.resolve("in").resolve(members.path("file").asString());
        byte[] bytes = Files.readAllBytes(file);
        if (!Digest.of(bytes).hex().equals(members.path("sha256").asString())
                || bytes.length != members.path("bytes").asLong()) {
            throw new IOException("the print file is not the one of the manifest");
        }
        Files.move(file, folder.resolve("taken").resolve(String.valueOf(file.getFileName())));
        return new Taken(
                PrintJobId.parse(members.path("job").asString()).orElseThrow(), Digest.of(bytes));
    }

    @Override
    public void says(String name, String receipt) throws IOException {
        Path aside = folder.resolve("receipts").resolve(name + ".tmp");
        Files.writeString(aside, receipt);
        Files.move(aside, folder.resolve("receipts").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Breaking implements SftpEventListener {

        @Override
        public void opening(ServerSession session, String remoteHandle, Handle localHandle)
                throws IOException {
            if (unreadable.contains(
                    folder.resolve(
                            Path.of("/").relativize(Path.of(localHandle.getFile().toString()))))) {
                throw new AccessDeniedException("it is nobody's");
            }
        }

        @Override
        public void moving(
                ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            breakIfTold(session, to, false);
        }

        @Override
        public void moved(
                ServerSession session,
                Path from,
                Path to,
                Collection<CopyOption> options,
                @Nullable Throwable thrown)
                throws IOException {
            breakIfTold(session, to, true);
        }

        private void breakIfTold(ServerSession session, Path to, boolean done) throws IOException {
            Break told = next.get();
            if (told != null && told.done() == done && told.to().test(to)) {
                next.set(null);
                session.close(true);
                throw new IOException("the line broke, as it was told to");
            }
        }
    }
}
