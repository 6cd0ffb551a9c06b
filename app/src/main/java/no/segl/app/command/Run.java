package no.segl.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import no.segl.app.wiring.DataFolder;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts Segl and runs it until it is stopped. */
@Command(
        name = "run",
        description = "Starts Segl. Settings are SEGL_* variables; see docs/operate.",
        mixinStandardHelpOptions = true)
public final class Run implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    public Run(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = java.util.Objects.requireNonNull(command).commandLine().getOut();
        PrintWriter err = java.util.Objects.requireNonNull(command).commandLine().getErr();
        Settings settings = environment.settings();
        return serve(
                settings,
                clock,
                clock,
                server -> {
                    out.println("Segl is at " + settings.publicUrl());
                    out.println("Data, vault and keys: " + server.place().path());
                    settings.login()
                            .ifPresentOrElse(
                                    l -> out.println("People log in at " + l.issuer()),
                                    () ->
                                            out.println(
                                                    "Nobody can log in: SEGL_LOGIN_ISSUER is not"
                                                            + " set."));
                    out.println("Stop it with Ctrl-C.");
                },
                err);
    }

    /** What to do once Segl answers. */
    @FunctionalInterface
    public interface Ready {
        void with(Server server) throws IOException, InterruptedException;
    }

    /**
     * Starts a server and runs it until the process is told to stop.
     *
     * @param machine the machine's own clock, which {@code clock} may be ahead of
     * @return the exit code: 0 after it was stopped, 2 if it could not start, with the reason on
     *     {@code err}
     */
    public static int serve(
            Settings settings,
            InstantSource clock,
            InstantSource machine,
            Ready ready,
            PrintWriter err)
            throws InterruptedException {
        Server server;
        try {
            server = Server.start(settings, clock, Optional.of(machine));
        } catch (DataFolder.Taken | IOException e) {
            err.println("Segl could not start. " + StartFault.of(e, settings).orElse(""));
            return 2;
        } catch (RuntimeException e) {
            // Whatever else this is, is a fault of Segl's own.
            err.println("Segl could not start. " + StartFault.of(e, settings).orElseThrow(() -> e));
            return 2;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        server.closeAtExit(stopped::countDown);
        try {
            ready.with(server);
        } catch (IOException e) {
            err.println("Segl started, but: " + e.getMessage());
            return 2;
        }
        stopped.await();
        return 0;
    }
}
