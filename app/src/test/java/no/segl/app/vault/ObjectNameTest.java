package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.core.id.DocumentId;
import no.segl.core.id.ExportId;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import org.junit.jupiter.api.Test;

class ObjectNameTest {

    private final Samples samples = new Samples(6);

    @Test
    void isReadBackFromItsPath() {
        for (int i = 0; i < 50; i++) {
            for (ObjectName name :
                    List.of(
                            samples.name(),
                            samples.chunk(samples.upload(), samples.below(9999)),
                            samples.made())) {
                assertThat(ObjectName.parse(name.path())).contains(name);
                assertThat(name).hasToString(name.path());
            }
        }
        ObjectName old = ObjectName.of(samples.upload(), 7, Optional.empty());
        assertThat(old.path()).endsWith("/7");
        assertThat(ObjectName.parse(old.path())).contains(old);
        LetterId letter = samples.letter();
        DocumentId document = samples.document();
        assertThat(ObjectName.of(letter, document).path())
                .isEqualTo("letters/" + letter + "/" + document);
    }

    @Test
    void readsNoOtherPath() {
        String id = "0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
        for (String path :
                List.of(
                        "",
                        "letters/" + id,
                        "letters/" + id + "/1",
                        "letters/" + id + "/" + id + "/" + id,
                        "letters/" + id.toUpperCase(java.util.Locale.ROOT) + "/" + id,
                        "letters/../" + id,
                        "/letters/" + id + "/" + id,
                        "uploads/" + id + "/" + id,
                        "uploads/" + id + "/-1",
                        "uploads/" + id + "/+1",
                        "uploads/" + id + "/01",
                        "uploads/" + id + "/99999999999999999999",
                        "uploads/" + id + "/9999999999999999999",
                        "uploads/" + id + "/1-",
                        "uploads/" + id + "/1-2",
                        "uploads/" + id + "/01-" + id,
                        "uploads/" + id + "/1-" + id.toUpperCase(java.util.Locale.ROOT),
                        "exports/" + id + "/1",
                        "exports/" + id + "/" + id.toUpperCase(java.util.Locale.ROOT),
                        "others/" + id + "/" + id)) {
            assertThat(ObjectName.parse(path)).as(path).isEmpty();
        }
        assertThatThrownBy(() -> samples.chunk(samples.upload(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoNamesHaveTheSameAssociatedData() {
        Set<String> seen = new HashSet<>();
        int expected = 0;
        for (int i = 0; i < 20; i++) {
            LetterId letter = samples.letter();
            UploadId upload = new UploadId(letter.value());
            List<byte[]> all =
                    List.of(
                            Folder.of(letter).associatedData(),
                            Folder.of(upload).associatedData(),
                            Folder.of(new ExportId(letter.value())).associatedData(),
                            ObjectName.of(new ExportId(letter.value()), letter.value())
                                    .associatedData(),
                            ObjectName.of(letter, new DocumentId(letter.value())).associatedData(),
                            ObjectName.of(letter, samples.document()).associatedData(),
                            samples.chunk(upload, 0).associatedData(),
                            ObjectName.of(upload, 0, Optional.empty()).associatedData(),
                            samples.chunk(upload, letter.value().getLeastSignificantBits() >>> 1)
                                    .associatedData());
            all.forEach(data -> seen.add(HexFormat.of().formatHex(data)));
            expected += all.size();
        }
        assertThat(seen).hasSize(expected);
    }
}
