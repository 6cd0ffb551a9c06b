package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.store.Ledger;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.S3Vault;
import no.segl.app.vault.Vault;
import no.segl.app.vault.VaultUnavailable;
import no.segl.app.wiring.Server;
import no.segl.app.work.Checkpoints;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Entry;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segl as a whole on a real S3 server, which checks signatures: as in production. */
class OnS3Test {

    private static final String BUCKET = "segl";
    private static final String ID = "segl-test";
    private static final String SECRET = "a-secret-of-no-value";

    @TempDir private Path folder = Path.of("");

    @Test
    void isSentOpenedSweptSignedAndStartedAgain() throws Exception {
        FilesystemNio2BlobStore store =
                new FilesystemNio2BlobStore(Files.createDirectory(folder.resolve("s3")).toString());
        store.createContainer(BUCKET);
        S3Proxy server = server(store);
        try (RunningSegl segl =
                new RunningSegl(folder, RunningSegl.CLOCK, World.fjordvik(), settings(server))) {
            SentLetter letter = SentLetter.by(segl, "on-s3");
            try (Visit reader = SentLetter.reader(segl)) {
                letter.open(reader);
                isRead(segl, reader, letter);
            }
            isSwept(segl);
            isSigned(segl.server, letter);
            segl.server.close();

            try (Server again =
                            Server.start(
                                    Demo.settings(
                                            segl.issuer, segl.data, segl.home, settings(server)),
                                    RunningSegl.CLOCK);
                    Visit reader = SentLetter.reader(segl)) {
                isRead(segl, reader, letter);
                SentLetter other = SentLetter.by(segl, "after-the-restart");
                other.open(reader);
                isRead(segl, reader, other);
                isSigned(again, other);

                store.deleteContainer(BUCKET);
                // What the bucket says of the ledger is not to be had: then nothing is signed.
                assertThat(fetch(segl, reader, other).statusCode()).isEqualTo(500);
                assertThatThrownBy(() -> again.part(Checkpoints.class).run())
                        .hasCauseInstanceOf(VaultUnavailable.class);
            }
        } finally {
            server.stop();
        }
    }

    /** What the ledger says of a letter, and the bucket holds the note of it. */
    private static void isSigned(Server server, SentLetter letter) throws Exception {
        Vault vault = server.part(Vault.class);
        assertThat(vault).isInstanceOf(S3Vault.class);
        Entry accepted = server.part(Ledger.class).of(letter.id(), 0, 1).getFirst();
        server.part(Checkpoints.class).run();
        assertThat(server.part(Ledger.class).checkpoints(accepted.chain()).getLast().number())
                .isGreaterThanOrEqualTo(accepted.number());
        assertThat(new String(vault.ledgerNote().orElseThrow(), US_ASCII))
                .contains(accepted.chain().value());
    }

    private static S3Proxy server(FilesystemNio2BlobStore store) throws Exception {
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, ID, SECRET)
                        .stopTimeout(0)
                        .build();
        server.start();
        return server;
    }

    private static Map<String, String> settings(S3Proxy server) {
        return Map.of(
                "SEGL_VAULT",
                "s3",
                "SEGL_S3_ENDPOINT",
                "http://127.0.0.1:" + server.getPort(),
                "SEGL_S3_REGION",
                "us-east-1",
                "SEGL_S3_BUCKET",
                BUCKET,
                "SEGL_S3_ACCESS_KEY",
                ID,
                "SEGL_S3_SECRET_KEY",
                SECRET);
    }

    private static HttpResponse<byte[]> fetch(
            RunningSegl segl, Visit reader, SentLetter letter, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(segl.home.resolve(letter.file())).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return reader.ask(request.build());
    }

    private static void isRead(RunningSegl segl, Visit reader, SentLetter letter) throws Exception {
        assertThat(fetch(segl, reader, letter).body()).isEqualTo(letter.bytes());
        HttpResponse<byte[]> part = fetch(segl, reader, letter, "Range", "bytes=65000-131999");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(letter.bytes(), 65_000, 132_000));
    }

    /** What belongs to no letter, and nothing else. */
    private static void isSwept(RunningSegl segl) throws Exception {
        Vault vault = segl.server.part(Vault.class);
        ObjectName stray =
                ObjectName.of(new LetterId(UUID.randomUUID()), new DocumentId(UUID.randomUUID()));
        vault.write(stray, out -> out.write(1));
        long before = count(vault);
        InstantSource later = () -> RunningSegl.CLOCK.instant().plus(Duration.ofDays(2));
        assertThat(segl.orphans(later).run()).isEqualTo(1);
        assertThat(count(vault)).isEqualTo(before - 1);
        assertThat(
                        segl.server
                                .part(JdbcClient.class)
                                .sql("SELECT count(*) FROM document")
                                .query(Long.class)
                                .single())
                .isEqualTo(count(vault));
    }

    private static long count(Vault vault) throws Exception {
        try (Stream<Vault.Stored> stored = vault.list()) {
            return stored.count();
        }
    }
}
