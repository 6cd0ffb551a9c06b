package no.segl.app.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.segl.app.register.HttpRegister;
import no.segl.app.register.Limits;
import no.segl.app.store.RegisterState;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.app.work.RegisterLoad;
import no.segl.app.work.RegisterUpdates;

/** The line to the register, and the work that uses it. To close it is to break off that work. */
public final class RegisterLine implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration every;
    private final HttpRegister register;

    private RegisterLine(Settings.Registry settings, DataFolder.Place place, InstantSource clock) {
        this.every = settings.every();
        this.register =
                new HttpRegister(
                        settings.url(),
                        Limits.polite(),
                        place.path().resolve("spool"),
                        clock,
                        this::pause);
    }

    /** Opens it; nothing is asked yet. */
    public static RegisterLine open(
            Settings.Registry settings, DataFolder.Place place, InstantSource clock) {
        return new RegisterLine(settings, place, clock);
    }

    private void pause(Duration time) throws InterruptedException {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }

    /** The work that follows its updates. */
    Scheduling.Following following(Store store, InstantSource clock) {
        return new Scheduling.Following(
                new RegisterUpdates(
                        register,
                        new RegisterState(store.jdbc()),
                        new Units(store.jdbc()),
                        store.changes(),
                        new Troubles(store.jdbc()),
                        clock),
                every);
    }

    /** The first load. */
    public RegisterLoad load(
            Store store, InstantSource clock, Consumer<RegisterLoad.Progress> told) {
        return new RegisterLoad(
                register,
                new RegisterState(store.jdbc()),
                new Units(store.jdbc()),
                store.changes(),
                new Troubles(store.jdbc()),
                clock,
                told);
    }

    @Override
    public void close() {
        closed.countDown();
        register.close();
    }
}
