package no.segl.app.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import no.segl.core.id.Digest;

/** Seals, copies and opens one large document; says how fast, and whether it came out the same. */
final class LargeDocument {

    private LargeDocument() {}

    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[2]);
        Vault vault =
                arguments[1].equals("file")
                        ? new FileVault(folder)
                        : new S3Vault(
                                S3Server.settings(Integer.parseInt(arguments[1]), ""), folder);
        Samples samples = new Samples(14);
        DataKey key = samples.key();
        ObjectName first = samples.name();
        ObjectName copy = samples.name();
        Sealer sealer = new Sealer(vault);
        Sealer.warmUp(new SecureRandom());

        long start = System.nanoTime();
        Sealer.Sealed sealed = sealer.seal(key, first, new Generated(size), size);
        long sealedAt = System.nanoTime();
        Sealer.Sealed copied = sealer.reseal(key, List.of(first), key, copy, size);
        long copiedAt = System.nanoTime();
        MessageDigest opened = Digest.newSha256();
        try (PlainChannel channel = sealer.open(key, copy)) {
            channel.copyAll(new DigestOutputStream(OutputStream.nullOutputStream(), opened));
        }
        long openedAt = System.nanoTime();

        JavaProcess.answer(
                "seal %d MB/s, copy %d MB/s, open %d MB/s"
                        .formatted(
                                speed(size, sealedAt - start),
                                speed(size, copiedAt - sealedAt),
                                speed(size, openedAt - copiedAt)));
        Digest out = Digest.ofRaw(opened.digest());
        boolean same =
                sealed.equals(copied) && sealed.sha256().equals(out) && sealed.size() == size;
        JavaProcess.answer(same ? "same digest" : "another digest");
    }

    private static long speed(long bytes, long nanos) {
        return bytes * 1000 / nanos;
    }
}
