package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.segl.app.office.Intake;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Uploads;
import no.segl.app.office.Uploads.Added;
import no.segl.app.store.UploadRows.Upload;
import no.segl.app.vault.Folder;
import no.segl.app.vault.Vault;
import no.segl.app.vault.VaultDamaged;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.DocumentRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two writers of one upload, of whom the first was so slow that it lost its lease. */
class UploadWritersTest {

    private static final int SIZE = 100_000;
    private static final Actor.Machine OWNER =
            new Actor.Machine(new OrgNumber("312780402"), "vestfjord-politi-sak");

    @TempDir private Path folder = Path.of("");

    @Test
    void theLateOneCannotTouchWhatTheOtherWrote() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Uploads uploads = segl.server.part(Uploads.class);
            JdbcClient jdbc = segl.server.part(JdbcClient.class);
            Upload upload = begin(uploads);
            byte[] late = bytes(1);
            byte[] inTime = bytes(2);

            InputStream slow =
                    new ByteArrayInputStream(late) {
                        private boolean overtaken;

                        @Override
                        public synchronized int read(byte[] into, int offset, int most) {
                            if (available() <= SIZE / 2 && !overtaken) {
                                overtaken = true;
                                loseLease(jdbc, upload);
                                assertThat(add(uploads, upload, 0, inTime))
                                        .isEqualTo(new Added.Received(SIZE));
                            }
                            return super.read(into, offset, Math.min(most, SIZE / 2));
                        }
                    };
            assertThat(uploads.add(upload, 0, slow)).isInstanceOf(Added.Busy.class);

            assertThat(taken(segl, upload).sha256()).isEqualTo(Digest.of(inTime));
            try (Stream<Vault.Stored> stored = segl.server.part(Vault.class).list()) {
                assertThat(stored.filter(s -> s.name().folder().equals(Folder.of(upload.id()))))
                        .as("of the late one nothing is left")
                        .hasSize(1);
            }
        }
    }

    @Test
    void whoeverComesWhileAnotherWritesIsToldToWait() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Upload upload = begin(segl.server.part(Uploads.class));
            segl.server
                    .part(JdbcClient.class)
                    .sql(
                            """
                            UPDATE upload SET leased_by = gen_random_uuid(),
                                leased_until = now() + interval '1 hour' WHERE id = ?
                            """)
                    .param(upload.id().value())
                    .update();
            HttpResponse<String> answer =
                    segl.tus(
                            "PATCH",
                            "/api/v1/uploads/" + upload.id(),
                            segl.token(OWNER.client()),
                            bytes(4),
                            "Upload-Offset",
                            "0",
                            "Content-Type",
                            "application/offset+octet-stream");
            assertThat(answer.statusCode()).isEqualTo(423);
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        }
    }

    @Test
    void whatIsNotAsLongAsAnnouncedIsNoDocument() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Uploads uploads = segl.server.part(Uploads.class);
            Upload upload = begin(uploads);
            byte[] half = bytes(3, SIZE / 2);
            add(uploads, upload, 0, half);
            add(uploads, upload, SIZE / 2, half);
            assertThat(taken(segl, upload).size()).isEqualTo(SIZE);

            JdbcClient jdbc = segl.server.part(JdbcClient.class);
            for (String expected : new String[] {"50000", "0"}) {
                jdbc.sql(
                                """
                                DELETE FROM upload_piece WHERE upload = :id AND start =
                                    (SELECT max(start) FROM upload_piece WHERE upload = :id)
                                """)
                        .param("id", upload.id().value())
                        .update();
                assertThatThrownBy(() -> taken(segl, upload))
                        .isInstanceOf(VaultDamaged.class)
                        .hasMessageContaining(
                                upload.id() + " is " + expected + " bytes and not " + SIZE);
            }
        }
    }

    /** Each would find room if it looked before the others had begun theirs. */
    @Test
    void ofManyThatAreBegunAtOnceAsManyAreAsThereIsRoomFor() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Uploads uploads = segl.server.part(Uploads.class);
            long largest = DocumentRules.LARGEST;
            long room = Uploads.MOST_KEPT / largest;
            for (long i = 1; i < room; i++) {
                assertThat(begin(uploads, largest)).isPresent();
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> begun = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    begun.add(threads.submit(() -> begin(uploads, largest).isPresent()));
                }
                int kept = 0;
                for (Future<Boolean> one : begun) {
                    kept += one.get() ? 1 : 0;
                }
                assertThat(kept).isEqualTo(1);
            }
        }
    }

    private static Upload begin(Uploads uploads) throws IOException {
        return begin(uploads, SIZE).orElseThrow();
    }

    private static Optional<Upload> begin(Uploads uploads, long length) throws IOException {
        return uploads.begin(OWNER, "stort.pdf", "application/pdf", "", length);
    }

    private static byte[] bytes(long seed) {
        return bytes(seed, SIZE);
    }

    private static byte[] bytes(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void loseLease(JdbcClient jdbc, Upload upload) {
        jdbc.sql("UPDATE upload SET leased_until = '2020-01-01T00:00Z' WHERE id = ?")
                .param(upload.id().value())
                .update();
    }

    private static Added add(Uploads uploads, Upload upload, long offset, byte[] bytes) {
        try {
            return uploads.add(upload, offset, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Intake.Taken taken(RunningSegl segl, Upload upload) throws IOException {
        try (Intake intake = segl.server.part(PostOffice.class).intake()) {
            return segl.server.part(Uploads.class).use(upload, intake);
        }
    }
}
