package no.segl.app.walls;

import static no.segl.app.walls.Snippets.holder;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wall around the shell's parts is hit by lines that break it, and lets through the rest. */
class AppWallsBiteTest {

    @TempDir private Path folder;

    private boolean stands(ArchRule wall, String... sources) throws IOException {
        JavaClasses classes = Snippets.compiled(folder, sources);
        return !wall.evaluate(classes).hasViolation();
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
