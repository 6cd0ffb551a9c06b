package no.segl.proof.register;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.segl.app.register.HttpRegister;
import no.segl.app.register.Limits;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.World;
import no.segl.sandbox.register.FakeRegister;
import no.segl.sandbox.register.RegisterBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A register that is asked, and one that answers; waiting is only noted. */
abstract class AskedRegister {

    static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    static final OrgNumber SCHOOL = new OrgNumber("310451231");
    static final OrgNumber NOWHERE = new OrgNumber("974760673");
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final LocalDate BORN = LocalDate.of(1970, 1, 1);
    static final Limits LIMITS =
            new Limits(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    3,
                    Duration.ofSeconds(60),
                    2,
                    3,
                    100_000,
                    100_000);

    final RegisterBook book = WorldRegister.of(World.fjordvik(), InstantSource.fixed(NOW));
    final FakeRegister fake;
    final List<Duration> waits = new ArrayList<>();
    final Path spool;
    HttpRegister register;

    AskedRegister(@TempDir Path folder) throws IOException {
        spool = folder.resolve("spool");
        fake = new FakeRegister(book, 0);
        register = with(LIMITS);
    }

    HttpRegister with(Limits limits) {
        return new HttpRegister(fake.uri(), limits, spool, InstantSource.fixed(NOW), waits::add);
    }

    @AfterEach
    void stop() {
        register.close();
        fake.close();
    }

    static Limits listing(int size, long bytes) {
        return new Limits(
                LIMITS.pause(),
                LIMITS.timeout(),
                LIMITS.bulkTimeout(),
                LIMITS.attempts(),
                LIMITS.longestWait(),
                size,
                size,
                bytes,
                LIMITS.bulkBytes());
    }

    static java.util.stream.Stream<OrgNumber> numbers() {
        return IntStream.iterate(31_500_000, i -> i + 1)
                .boxed()
                .flatMap(i -> IntStream.range(0, 10).mapToObj(check -> i + "" + check))
                .flatMap(text -> OrgNumber.parse(text).stream());
    }
}
