package no.segl.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.segl.app.wiring.SettingsReader.Result;
import org.junit.jupiter.api.Test;

/** Where Segl keeps its data, and where it listens. */
class WhereSeglIsTest {

    private static Settings sound(Map<String, String> environment) {
        return ((Result.Sound) SettingsReader.read(environment)).settings();
    }

    @Test
    void dataLieBesideTheScriptWhereverOneStands() {
        assertThat(sound(Map.of("SEGL_HOME", "/opt/segl")).data())
                .isEqualTo(Path.of("/opt/segl/.segl/data"));
        assertThat(sound(Map.of("SEGL_HOME", "/opt/segl", "SEGL_DATA", "mine")).data())
                .as("what somebody says is seen from where they stand")
                .isEqualTo(Path.of("mine").toAbsolutePath());
        assertThat(SettingsReader.usual(Map.of("SEGL_HOME", "/opt/segl"), "demo"))
                .isEqualTo(Path.of("/opt/segl/.segl/demo"));
    }

    @Test
    void anAddressToListenAtIsOneAndNoName() {
        assertThat(sound(Map.of()).address()).isEmpty();
        assertThat(sound(Map.of("SEGL_ADDRESS", "127.0.0.1")).address().orElseThrow())
                .isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(SettingsReader.read(Map.of("SEGL_ADDRESS", "localhost")))
                .isEqualTo(
                        new Result.Faulty(
                                List.of("SEGL_ADDRESS must be an IP address, such as 127.0.0.1")));
    }
}
