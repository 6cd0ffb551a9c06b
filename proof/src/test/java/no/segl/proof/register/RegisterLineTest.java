package no.segl.proof.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import no.segl.app.command.Load;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;
import no.segl.proof.running.RunningSegl;
import no.segl.sandbox.register.FakeRegister;
import no.segl.sandbox.wire.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Segl with a register in its settings, and the command without one. */
class RegisterLineTest {

    @TempDir private Path folder = Path.of("");

    /** Even while the register is silent, Segl stops when it is told to. */
    @Test
    @Timeout(120)
    void aSeglThatIsToldToFollowsARegisterByItself() throws Exception {
        World world = World.fjordvik();
        CountDownLatch until = new CountDownLatch(1);
        URI home = Demo.freeHome();
        try (Issuer issuer = Demo.issuer(world, 0, folder, home, RunningSegl.CLOCK);
                FakeRegister fake =
                        new FakeRegister(WorldRegister.of(world, RunningSegl.CLOCK), 0)) {
            Map<String, String> environment =
                    new HashMap<>(Demo.environment(issuer, folder.resolve("data"), home));
            environment.put("SEGL_REGISTER_URL", fake.uri().toString());
            Settings settings =
                    ((SettingsReader.Result.Sound) SettingsReader.read(environment)).settings();
            fake.next("oppdateringer/underenheter", new Trouble.Slow(until));
            Instant before;
            try (Server _ = Server.start(settings, RunningSegl.CLOCK)) {
                assertThat(fake.isAsked("oppdateringer/underenheter", Duration.ofSeconds(60)))
                        .isTrue();
                before = RunningSegl.CLOCK.instant();
            }
            assertThat(Duration.between(before, RunningSegl.CLOCK.instant()))
                    .isLessThan(Duration.ofSeconds(25));
        } finally {
            until.countDown();
        }
    }

    @Test
    void theCommandSaysWhatIsMissing() {
        StringWriter err = new StringWriter();
        var line = Load.of(RunningSegl.CLOCK).setErr(new PrintWriter(err, true));
        assertThat(line.execute("register", "--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("SEGL_REGISTER_URL is not set");
        err.getBuffer().setLength(0);
        assertThat(line.execute("--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'FILE'");
    }
}
