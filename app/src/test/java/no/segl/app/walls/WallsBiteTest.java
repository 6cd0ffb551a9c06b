package no.segl.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wall is hit by a few lines that break it, and lets through what only stands near it. */
class WallsBiteTest {

    @TempDir private Path folder;

    private boolean stands(ArchRule wall, String... sources) throws IOException {
        JavaClasses classes = Snippets.compiled(folder, sources);
        return !wall.evaluate(classes).hasViolation();
    }

    /** A type in {@code name}'s package that holds one of each of {@code held}. */
    private static String holder(String name, String... held) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < held.length; i++) {
            fields.append(" public ").append(held[i]).append(" f").append(i).append(";");
        }
        int dot = name.lastIndexOf('.');
        return "package %s; public class %s {%s }"
                .formatted(name.substring(0, dot), name.substring(dot + 1), fields);
    }

    @ParameterizedTest
    @CsvSource({
        "ledger, party",
        "party, ledger",
        "id, ledger",
        "access, letter",
        "letter, deadline",
        "deadline, notice",
        "notice, print",
        "print, readiness",
        "readiness, notice",
        "readiness, evidence",
        "overview, evidence"
    })
    void corePackagesLookOneWay(String user, String used) throws IOException {
        String above = holder("no.segl.core." + used + ".Above");
        String below = holder("no.segl.core." + user + ".Below", "no.segl.core." + used + ".Above");

        assertThat(stands(CoreWalls.usesOnlyWhatIsBelow(user), above, below)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ledger, id", "access, party", "evidence, readiness", "deadline, ledger.deep"})
    void coreMayUseWhatIsBelow(String user, String used) throws IOException {
        String below = holder("no.segl.core." + used + ".Below");
        String above = holder("no.segl.core." + user + ".Above", "no.segl.core." + used + ".Below");

        assertThat(stands(CoreWalls.usesOnlyWhatIsBelow(user), above, below)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql.Connection, false",
        "java.net.URI, false",
        "java.io.File, false",
        "java.nio.file.Path, false",
        "java.util.concurrent.Executor, false",
        "org.springframework.jdbc.core.simple.JdbcClient, false",
        "java.time.Instant, true",
        "java.util.List<int[]>, true",
        "java.security.MessageDigest, true"
    })
    void coreIsPlainJava(String held, boolean stands) throws IOException {
        String source = holder("no.segl.core.letter.Letter", held);

        assertThat(stands(CoreWalls.CORE_IS_PLAIN_JAVA, source)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "java.time.Instant.now(), false",
        "java.util.UUID.randomUUID(), false",
        "java.time.Clock.systemUTC(), false",
        "new java.util.Random(), false",
        "new java.security.SecureRandom(), false",
        "java.time.Instant.EPOCH, true"
    })
    void coreIsToldTheTime(String value, boolean stands) throws IOException {
        String source =
                "package no.segl.core.letter; public class A { Object a() { return %s; } }"
                        .formatted(value);

        assertThat(stands(CoreWalls.CORE_IS_TOLD_THE_TIME, source)).isEqualTo(stands);
    }

    @Test
    void aNewCorePackageNeedsAPlace() throws IOException {
        ArchRule wall = CoreWalls.EVERY_CORE_PACKAGE_HAS_ITS_PLACE;

        assertThat(stands(wall, holder("no.segl.core.stray.A"))).isFalse();
    }

    @Test
    void aKnownCorePackageHasAPlace() throws IOException {
        ArchRule wall = CoreWalls.EVERY_CORE_PACKAGE_HAS_ITS_PLACE;

        assertThat(stands(wall, holder("no.segl.core.ledger.deep.A"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "no.segl.app.web.A, javax.sql.DataSource, false",
        "no.segl.app.office.A, java.sql.Connection, false",
        "no.segl.app.work.A, org.springframework.jdbc.core.simple.JdbcClient, false",
        "no.segl.app.store.A, java.sql.Connection, true",
        "no.segl.app.wiring.A, javax.sql.DataSource, true"
    })
    void onlyStoreKnowsSql(String name, String held, boolean stands) throws IOException {
        assertThat(stands(AppWalls.ONLY_STORE_KNOWS_SQL, holder(name, held))).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "wiring, j.sql(\"select 1\"), false",
        "wiring, org.springframework.jdbc.core.simple.JdbcClient.create(d), true",
        "store, j.sql(\"select 1\"), true"
    })
    void whoHandsAConnectionOnDoesNotUseIt(String name, String call, boolean stands)
            throws IOException {
        String source =
                """
                package no.segl.app.%s;
                public class A {
                    Object a(org.springframework.jdbc.core.simple.JdbcClient j, javax.sql.DataSource d) {
                        return %s;
                    }
                }
                """
                        .formatted(name, call);

        assertThat(stands(AppWalls.ONLY_STORE_SPEAKS_SQL, source)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "no.segl.app.office.A, com.google.crypto.tink.Aead, false",
        "no.segl.app.wiring.A, software.amazon.awssdk.services.s3.S3Client, false",
        "no.segl.app.vault.A, com.google.crypto.tink.Aead, true"
    })
    void onlyVaultKnowsCiphersAndS3(String name, String held, boolean stands) throws IOException {
        ArchRule wall = AppWalls.ONLY_VAULT_KNOWS_CIPHERS_AND_S3;

        assertThat(stands(wall, holder(name, held))).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({"no.segl.app.work.A, false", "no.segl.app.command.A, true"})
    void onlyTheCommandLineIsAClient(String name, boolean stands) throws IOException {
        ArchRule wall = AppWalls.ONLY_THE_COMMAND_LINE_IS_A_CLIENT;

        assertThat(stands(wall, holder(name, "no.segl.client.SeglClient"))).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({"web.A, false", "office.PostOffice, false", "office.ReadingDesk, true"})
    void fewUnseal(String name, boolean stands) throws IOException {
        int dot = name.lastIndexOf('.');
        String source =
                """
                package no.segl.app.%s;
                public class %s {
                    Object a(
                            no.segl.app.vault.KeyWrapper keys,
                            no.segl.app.vault.WrappedKey key,
                            no.segl.app.vault.Folder folder) throws java.io.IOException {
                        return keys.unwrap(key, folder);
                    }
                }
                """
                        .formatted(name.substring(0, dot), name.substring(dot + 1));

        assertThat(stands(AppWalls.FEW_UNSEAL, source)).isEqualTo(stands);
    }

    @Test
    void fewUnsealByAReferenceToAMethod() throws IOException {
        assertThat(
                        stands(
                                AppWalls.FEW_UNSEAL,
                                """
                                package no.segl.app.web;
                                public class A {
                                    interface Opens {
                                        Object open(
                                                no.segl.app.vault.WrappedKey key,
                                                no.segl.app.vault.Folder folder)
                                                throws java.io.IOException;
                                    }
                                    Opens a(no.segl.app.vault.KeyWrapper keys) {
                                        return keys::unwrap;
                                    }
                                }
                                """))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "web, Changes, f.ask(), false",
        "api, LetterRows, f.ask(), false",
        "api, DueWork, f.ask(), false",
        "api, Inbox, f.tell(), false",
        "api, Inbox, f.ask(), true",
        "office, Changes, f.tell(), true"
    })
    void requestsChangeThingsThroughTheOffice(
            String asker, String asked, String call, boolean stands) throws IOException {
        String store =
                "package no.segl.app.store; public class %s { public void tell() {} public int ask() { return 1; } }"
                        .formatted(asked);
        String outside =
                "package no.segl.app.%s; public class A { void a(no.segl.app.store.%s f) { %s; } }"
                        .formatted(asker, asked, call);

        assertThat(stands(AppWalls.REQUESTS_CHANGE_THINGS_THROUGH_THE_OFFICE, store, outside))
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "office, LedgerRows, false",
        "command, LetterRows, false",
        "work, DispatchRows, false",
        "wiring, LedgerRows, true",
        "store, LedgerRows, true",
        "office, Changes, true"
    })
    void onlyTheStoreWritesLettersAndLedger(String maker, String made, boolean stands)
            throws IOException {
        String rows = "package no.segl.app.store; public class %s {}".formatted(made);
        String outside =
                "package no.segl.app.%s; public class A { Object a() { return new no.segl.app.store.%s(); } }"
                        .formatted(maker, made);

        assertThat(stands(AppWalls.ONLY_THE_STORE_WRITES_LETTERS_AND_LEDGER, rows, outside))
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "no.segl.app.work.A, java.time.Instant.now(), false",
        "no.segl.app.wiring.A, java.time.InstantSource.system(), false",
        "no.segl.app.web.Main, java.time.Clock.systemUTC(), false",
        "no.segl.app.api.A, System.currentTimeMillis(), false",
        "no.segl.app.api.A, (java.util.function.Supplier<Object>) java.time.Instant::now, false",
        "no.segl.app.api.A, System.nanoTime(), true",
        "no.segl.app.Main, java.time.InstantSource.system(), true"
    })
    void onlyMainReadsTheClock(String name, String value, boolean stands) throws IOException {
        int dot = name.lastIndexOf('.');
        String source =
                "package %s; public class %s { Object a() { return %s; } }"
                        .formatted(name.substring(0, dot), name.substring(dot + 1), value);

        assertThat(stands(AppWalls.ONLY_MAIN_READS_THE_CLOCK, source)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "no.segl.app.office.A, jakarta.servlet.http.HttpServletRequest, false",
        "no.segl.app.store.A, org.springframework.http.ResponseEntity<String>, false",
        "no.segl.app.api.A, jakarta.servlet.http.HttpServletRequest, true"
    })
    void httpEndsAtTheDoorstep(String name, String held, boolean stands) throws IOException {
        assertThat(stands(AppWalls.HTTP_ENDS_AT_THE_DOORSTEP, holder(name, held)))
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "no.segl.app.ledger.A, java.sql.Connection, false",
        "no.segl.app.command.LedgerVerify, java.net.URI, false",
        "no.segl.app.command.VerificationText, java.io.PrintWriter, true",
        "no.segl.app.command.A, java.sql.Connection, true"
    })
    void theLedgerIsVerifiedOffline(String name, String held, boolean stands) throws IOException {
        assertThat(stands(AppWalls.THE_LEDGER_IS_VERIFIED_OFFLINE, holder(name, held)))
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({"svarut, false", "altinn.wire, true"})
    void carriersDoNotSeeEachOther(String other, boolean stands) throws IOException {
        String seen = holder("no.segl.app.connect." + other + ".B");
        String seer = holder("no.segl.app.connect.altinn.A", "no.segl.app.connect." + other + ".B");

        assertThat(stands(AppWalls.CARRIERS_DO_NOT_SEE_EACH_OTHER, seen, seer)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({"no.segl.app.one.A, false", "java.util.List<String>, true"})
    void packagesGoInNoCircle(String backTo, boolean stands) throws IOException {
        String one = holder("no.segl.app.one.A", "no.segl.app.two.deep.B");
        String two = holder("no.segl.app.two.deep.B", backTo);

        assertThat(stands(AppWalls.NO_CYCLES, one, two)).isEqualTo(stands);
    }
}
