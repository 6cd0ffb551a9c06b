package no.segl.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DataKeyTest {

    @Test
    void showsItsBytesOnlyWhenAsked() {
        DataKey key = DataKey.fresh(new SecureRandom());
        assertThat(key.bytes()).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(key.toString())
                .isEqualTo("DataKey[redacted]")
                .doesNotContain(HexFormat.of().formatHex(key.bytes()));
    }

    @Test
    void isOfNoUseOnceWiped() {
        DataKey key = new Samples(7).key();
        key.wipe();
        assertThatThrownBy(key::bytes).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neitherSharesNorHandsOutItsBytes() {
        byte[] bytes = new Samples(8).bytes(32);
        byte[] before = bytes.clone();
        DataKey key = DataKey.of(bytes);
        bytes[0]++;
        key.bytes()[1]++;
        assertThat(key.bytes()).isEqualTo(before);
        assertThatThrownBy(() -> DataKey.of(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
