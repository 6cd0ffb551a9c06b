package no.segl.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import no.segl.app.evidence.Flaw.Kind;
import no.segl.app.ledger.LedgerWriter;
import no.segl.app.ledger.Pem;
import no.segl.app.ledger.SampleLedger;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to a proof is found, and named. */
class PackCheckTest {

    @TempDir private Path folder = Path.of("");
    private Map<String, byte[]> files = Map.of();

    @BeforeEach
    void aWholeProof() throws Exception {
        Path file = written(SampleProof.pack(Side.SENDER, Language.NB));
        files = Pack.files(file);
    }

    private Path written(byte[] pack) throws IOException {
        return Files.write(folder.resolve("proof.zip"), pack);
    }

    private PackCheck.Report check(byte[] pack, Optional<Digest> key) throws Exception {
        return PackCheck.check(written(pack), key);
    }

    private List<Kind> kinds(byte[] pack) throws Exception {
        return check(pack, Optional.of(SampleProof.fingerprint())).flaws().stream()
                .map(Flaw::kind)
                .toList();
    }

    private byte[] changed(String name, UnaryOperator<String> change) {
        return SampleProof.with(
                files, name, b -> change.apply(new String(b, UTF_8)).getBytes(UTF_8));
    }

    private byte[] lines(Consumer<List<String>> change) {
        return changed(
                Pack.LEDGER,
                text -> {
                    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
                    change.accept(lines);
                    return String.join("\n", lines);
                });
    }

    @ParameterizedTest
    @EnumSource
    void aProofIsIntact(Side side) throws Exception {
        PackCheck.Report report =
                check(SampleProof.pack(side, Language.EN), Optional.of(SampleProof.fingerprint()));

        assertThat(report.flaws()).isEmpty();
        assertThat(report.madeFor()).isEqualToIgnoringCase(side.name());
        assertThat(report.entries()).isEqualTo(5);
        assertThat(report.whole()).isEqualTo(side == Side.SENDER ? 4 : 5);
        assertThat(report.fingerprint()).isEqualTo(SampleProof.fingerprint().hex());
    }

    @Test
    void anotherKeyIsFoundOutWhenTheRightOneIsKnown() throws Exception {
        byte[] forged =
                new PackMaker(
                                new CheckpointSigner(SampleLedger.OTHER_KEY),
                                List.of(
                                        SampleLedger.OTHER_KEY.getPublic(),
                                        SampleLedger.KEY.getPublic()))
                        .make(SampleProof.proof(Side.SENDER, Language.NB));

        assertThat(kinds(forged)).containsExactly(Kind.KEY_OTHER);
        assertThat(check(forged, Optional.empty()).flaws()).isEmpty();
    }

    @Test
    void aKeyThatIsPutInDoesNotFitTheSignature() throws Exception {
        String other = Pem.write(SampleLedger.OTHER_KEY.getPublic());
        assertThat(kinds(changed(Pack.KEY, text -> other + text)))
                .contains(Kind.KEY_OTHER, Kind.SIGNATURE_WRONG, Kind.FILE_CHANGED);
        assertThat(kinds(changed(Pack.KEY, _ -> "none"))).contains(Kind.FILE_UNREADABLE);
    }

    @Test
    void oneByteOfThePdf() throws Exception {
        byte[] pack =
                SampleProof.with(
                        files,
                        Pack.PDF,
                        bytes -> {
                            byte[] copy = bytes.clone();
                            copy[copy.length / 2] ^= 1;
                            return copy;
                        });
        var report = check(pack, Optional.empty());
        assertThat(report.flaws().stream().map(Flaw::kind)).containsExactly(Kind.FILE_CHANGED);
        assertThat(report.flaws().getFirst().file()).isEqualTo(Pack.PDF);
    }

    @Test
    void aValueThatIsTold() throws Exception {
        assertThat(kinds(changed(Pack.JSON, t -> t.replace("EMAIL", "SMS"))))
                .containsExactly(Kind.FILE_CHANGED, Kind.EVENT_DIFFERS);
        assertThat(kinds(changed(Pack.JSON, t -> t.replace("+01:00", "+02:00"))))
                .contains(Kind.FILE_CHANGED, Kind.EVENT_DIFFERS);
        assertThat(kinds(changed(Pack.JSON, _ -> "[]"))).contains(Kind.FILE_UNREADABLE);
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        byte[] pack = lines(lines -> lines.set(3, lines.get(3).replace("EMAIL", "SMS")));
        var report = check(pack, Optional.empty());
        assertThat(report.flaws().stream().map(Flaw::kind))
                .containsExactly(Kind.FILE_CHANGED, Kind.ENTRY_EDITED, Kind.EVENT_DIFFERS);
        assertThat(report.flaws().get(1).text()).startsWith("Entry 5 ");
    }

    @Test
    void aDroppedEntryIsNamed() throws Exception {
        var report = check(lines(lines -> lines.remove(2)), Optional.empty());
        assertThat(report.flaws().stream().map(Flaw::kind))
                .containsExactly(Kind.FILE_CHANGED, Kind.ENTRY_MISSING);
        assertThat(report.flaws().get(1).text()).startsWith("Entry 3 ");
    }

    @Test
    void swappedEntriesAreNamed() throws Exception {
        assertThat(kinds(lines(lines -> Collections.swap(lines, 1, 2))))
                .containsExactly(Kind.FILE_CHANGED, Kind.ENTRY_MOVED);
    }

    @Test
    void entriesOfOthersAreNamed() throws Exception {
        String other = new String(LedgerWriter.lineOf(SampleProof.chain().get(3)), UTF_8).strip();
        assertThat(kinds(lines(lines -> lines.add(3, other))))
                .containsExactly(Kind.FILE_CHANGED, Kind.ENTRY_FOREIGN, Kind.ENTRY_FOREIGN);
    }

    @Test
    void theHashOfAnEntryThatIsNotShown() throws Exception {
        byte[] pack =
                lines(lines ->
                        lines.set(4, lines.get(4).replaceAll("[0-9a-f]{64}", "a".repeat(64))));
        assertThat(kinds(pack))
                .containsExactly(
                        Kind.FILE_CHANGED,
                        Kind.EVENT_DIFFERS,
                        Kind.CHECKPOINT_WRONG,
                        Kind.NOT_COVERED);
    }

    @Test
    void aCheckpointFromElsewhere() throws Exception {
        var other = new ChainHead(new OrgNumber("310000019"), 6, SampleProof.chain().get(5).hash());
        for (var signed :
                List.of(
                        new CheckpointSigner(SampleLedger.KEY).sign(other, SampleProof.SENT),
                        new CheckpointSigner(
                                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                                .sign(SampleProof.chain().getLast().head(), SampleProof.SENT))) {
            String line = new String(LedgerWriter.lineOf(signed), UTF_8).strip();
            assertThat(kinds(lines(lines -> lines.set(6, line))))
                    .containsExactly(Kind.FILE_CHANGED, Kind.CHECKPOINT_FOREIGN, Kind.NOT_COVERED);
        }
        assertThat(kinds(lines(lines -> lines.set(6, lines.get(6).replace("09:15", "09:16")))))
                .containsExactly(Kind.FILE_CHANGED, Kind.CHECKPOINT_WRONG, Kind.NOT_COVERED);
    }

    @Test
    void theManifestAndItsSignature() throws Exception {
        assertThat(kinds(changed(Pack.MANIFEST, t -> t.replace("sender", "recipient"))))
                .containsExactly(Kind.SIGNATURE_WRONG);
        assertThat(kinds(changed(Pack.SIGNATURE, t -> t.replaceAll("[0-9a-f]{128}", "00"))))
                .containsExactly(Kind.SIGNATURE_WRONG);
    }

    @Test
    void everyFileMustBeThereAndNoOther() throws Exception {
        for (String name : Pack.ALL) {
            Map<String, byte[]> fewer = new LinkedHashMap<>(files);
            fewer.remove(name);
            assertThat(kinds(Pack.zip(fewer))).as(name).contains(Kind.FILE_MISSING);
        }
        assertThat(kinds(SampleProof.with(files, "more.txt", _ -> new byte[3])))
                .containsExactly(Kind.FILE_UNKNOWN);
    }

    @Test
    void whatIsHiddenInTheZip() throws Exception {
        byte[] pack = Pack.zip(files);
        byte[] more = Arrays.copyOf(pack, pack.length + 4);
        System.arraycopy(pack, 0, more, 4, pack.length);
        assertThat(kinds(more)).containsExactly(Kind.CONTAINER_CHANGED);
    }

    @Test
    void everyByteCounts() throws Exception {
        byte[] pack = Pack.zip(files);
        var random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] copy = pack.clone();
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            boolean found;
            try {
                found = !check(copy, Optional.of(SampleProof.fingerprint())).isIntact();
            } catch (NotAPack e) {
                found = true;
            }
            assertThat(found).isTrue();
        }
    }

    @Test
    void whatIsNoProofIsRefused() {
        assertThatThrownBy(() -> check("a letter".getBytes(UTF_8), Optional.empty()))
                .isInstanceOf(NotAPack.class)
                .message()
                .doesNotContain("letter");
        assertThatThrownBy(() -> check(Pack.zip(Map.of("a.txt", new byte[1])), Optional.empty()))
                .isInstanceOf(NotAPack.class);
    }
}
