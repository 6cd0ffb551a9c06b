package no.segl.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import no.segl.core.ledger.verification.Finding;
import no.segl.core.ledger.verification.Finding.Kind;
import no.segl.core.ledger.verification.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, the reader throws nothing and repeats nothing of it. */
class HostileLedgerTest {

    private static List<Line> read(byte[] afterHeader) throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes((SampleLedger.lines().getFirst() + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes(afterHeader);
        List<Line> lines = new ArrayList<>();
        new LedgerReader(new ByteArrayInputStream(file.toByteArray())).forEachRemaining(lines::add);
        return lines;
    }

    private static void assertUnreadable(byte[] line) throws Exception {
        assertThat(read(line)).singleElement().isInstanceOf(Line.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "[]",
                "17",
                "{",
                "{}",
                "\ufeff{}",
                "{\"kind\":null}",
                "{\"kind\":\"secret\"}",
                "{\"kind\":\"end\",\"entries\":1}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1.0}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":\"1\"}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":99999999999999999999}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1,\"secret\":1}",
                "{\"kind\":\"end\",\"entries\":1,\"entries\":1,\"checkpoints\":1}",
                "{\"kind\":\"end\",\"entries\":1,\"\\u0065ntries\":1,\"checkpoints\":1}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1} {}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1}secret",
                "{'kind':'end','entries':1,'checkpoints':1}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":01}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":NaN}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1,}",
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1/*secret*/}",
            })
    void aLineThatIsNotOfTheFormatIsUnreadable(String line) throws Exception {
        assertUnreadable(line.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letter:0198\\u0000",
                "letter:0198\\ud800",
                "letter:0198\",\"secret\":\"",
                "letter:0198\",\"subject\":\"letter:0198",
                "letter:0198\u0001",
            })
    void anEntryThatNoneMayHoldIsUnreadable(String subject) throws Exception {
        String entry = SampleLedger.lines().get(1).replace("letter:0198", subject);

        assertUnreadable(entry.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEntryWithHashesInUpperCaseIsUnreadable() throws Exception {
        String entry = SampleLedger.lines().get(1);
        String hash = entry.substring(entry.indexOf("\"hash\":\"") + 8, entry.length() - 2);

        assertUnreadable(
                entry.replace(hash, hash.toUpperCase(java.util.Locale.ROOT))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void badUtf8IsUnreadable() throws Exception {
        assertUnreadable(
                "{\"kind\":\"end\",\"entries\":1,\"checkpoints\":1,\"\u00ff\":1}"
                        .getBytes(StandardCharsets.ISO_8859_1));
        // An overlong form of a slash, and half of a surrogate pair.
        assertUnreadable(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
        assertUnreadable(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
    }

    @Test
    void deepNestingIsUnreadable() throws Exception {
        assertUnreadable("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertUnreadable("{\"a\":".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineTooLongIsOneUnreadableLineAndTheNextIsRead() throws Exception {
        byte[] end =
                "\n{\"kind\":\"end\",\"entries\":0,\"checkpoints\":0}"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[3_000_000 + end.length];
        Arrays.fill(file, (byte) ' ');
        System.arraycopy(end, 0, file, 3_000_000, end.length);

        List<Line> lines = read(file);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isInstanceOf(Line.Unreadable.class);
        assertThat(lines.getLast()).isEqualTo(new Line.End(3, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "secret",
                "{}",
                "{\"format\":\"secret\",\"version\":1}",
                "{\"format\":\"segl-ledger\",\"version\":2,\"madeAt\":\"\",\"keys\":[]}",
                "{\"format\":\"segl-ledger\",\"version\":1,\"madeAt\":\"secret\",\"keys\":[]}",
                "{\"format\":\"segl-ledger\",\"version\":1,"
                        + "\"madeAt\":\"2026-11-24T12:00:00.000000Z\",\"keys\":[\"secret\"]}",
                "{\"format\":\"segl-ledger\",\"version\":1,"
                        + "\"madeAt\":\"2026-11-24T12:00:00.000000Z\",\"keys\":["
                        + "{\"keyId\":\"0123456789abcdef\",\"publicKey\":\"secret==\"}]}",
            })
    void aFileWithoutASoundHeaderIsNoLedger(String file) {
        var in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new LedgerReader(in))
                .isInstanceOf(NotALedger.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void randomDamageNeverThrows() throws Exception {
        byte[] file = SampleLedger.file();
        Random random = new Random(20261124);
        int ledgers = 0;
        for (int round = 0; round < 1_000; round++) {
            byte[] damaged = damage(file, random);
            try {
                List<Finding> findings = LedgerFileTest.findings(damaged);
                ledgers++;
                assertThat(findings).allSatisfy(it -> assertThat(it.text()).isNotBlank());
            } catch (NotALedger e) {
                assertThat(e).hasMessageNotContaining("letter");
            }
        }
        assertThat(ledgers).isGreaterThan(300);
    }

    private static byte[] damage(byte[] file, Random random) {
        byte[] damaged = file.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt();
                case 1 -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
                default -> {
                    int from = random.nextInt(damaged.length);
                    int length = Math.min(random.nextInt(200), damaged.length - Math.max(at, from));
                    System.arraycopy(damaged, from, damaged, at, length);
                }
            }
        }
        return damaged;
    }

    @Test
    void reasonsRepeatNothingOfTheLine() throws Exception {
        for (String line :
                List.of(
                        "{\"kind\":\"secret\"}",
                        "{\"secret\":1}",
                        "secret",
                        "{\"secret\":1,\"secret\":1}")) {
            assertThat(read(line.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.toString()).doesNotContain("secret"));
        }
    }

    @Test
    void anUnreadableLineIsAFinding() throws Exception {
        List<String> lines = SampleLedger.lines();
        lines.add(4, "");

        assertThat(
                        LedgerFileTest.findings(
                                String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.UNREADABLE);
                    assertThat(it.line()).isEqualTo(5);
                });
    }
}
