package no.segl.app.work;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.segl.app.register.Register;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.RegisterFault;
import no.segl.app.store.Changes;
import no.segl.app.store.RegisterState;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.core.id.OrgNumber;
import no.segl.core.register.Answer;
import no.segl.core.register.Answer.Living;
import no.segl.core.register.Registered;

/**
 * The first load, from the register's bulk files: of a million units those that may be sent
 * confidential mail, those that Segl knows already, and all beneath them.
 *
 * <p>It may be run again, after it was cut short or at any time: what is there already is compared,
 * and only what differs is written. Of units with none above them those that are kept are held in
 * memory until the file is read, since a parent may come after what is beneath it; sub-units are
 * taken in as they come.
 */
public final class RegisterLoad {

    private static final int BATCH = 500;

    /** How often to tell how far it has come, in units read. */
    private static final int STEP = 50_000;

    private final Register register;
    private final RegisterState state;
    private final RegisterUpdates updates;
    private final RegisterIntake intake;
    private final Consumer<Progress> told;

    public RegisterLoad(
            Register register,
            RegisterState state,
            Units units,
            Changes changes,
            Troubles troubles,
            InstantSource clock,
            Consumer<Progress> told) {
        this.register = register;
        this.state = state;
        this.updates = new RegisterUpdates(register, state, units, changes, troubles, clock);
        this.intake = new RegisterIntake(register, state, units, changes, clock);
        this.told = told;
    }

    /**
     * How far it has come.
     *
     * @param listing which file
     * @param read how many units of it were read
     * @param kept how many of them Segl takes in
     */
    public record Progress(Listing listing, long read, long kept) {}

    /**
     * What came of it.
     *
     * @param facts how many changes were written
     * @param passedOver how many units were deleted, or could not be read
     */
    public record Outcome(long facts, long passedOver) {}

    /**
     * Loads.
     *
     * @throws RegisterFault if the register does not answer, or a file is damaged; what was taken
     *     in stays, and loading again goes on from there
     */
    public Outcome run() throws RegisterFault {
        // First, so that what changes while the files are read is read from the feeds afterwards.
        updates.startFeeds();
        Outcome first = mainUnitsAndSections();
        Outcome second = subUnits();
        return new Outcome(
                first.facts() + second.facts(), first.passedOver() + second.passedOver());
    }

    private Outcome mainUnitsAndSections() throws RegisterFault {
        Set<String> forms = state.recipientForms();
        Set<OrgNumber> known = state.parents();
        Map<OrgNumber, Registered> kept = new HashMap<>();
        Counter counter = new Counter(Listing.UNITS);
        long passedOver =
                register.all(
                        Listing.UNITS,
                        unit -> {
                            boolean keep =
                                    forms.contains(unit.form())
                                            || known.contains(unit.unit().number());
                            if (keep) {
                                kept.put(unit.unit().number(), unit);
                            }
                            counter.count(keep);
                        });
        List<Answer> batch = new ArrayList<>();
        Set<OrgNumber> placed = new HashSet<>();
        long facts = 0;
        for (Registered unit : kept.values()) {
            place(unit, kept, placed, batch);
            if (batch.size() >= BATCH) {
                facts += take(batch);
            }
        }
        facts += take(batch);
        told.accept(counter.progress());
        return new Outcome(facts, passedOver);
    }

    /** Puts a unit into the batch, after those above it. */
    private static void place(
            Registered unit,
            Map<OrgNumber, Registered> kept,
            Set<OrgNumber> placed,
            List<Answer> batch) {
        if (placed.add(unit.unit().number())) {
            unit.unit()
                    .parent()
                    .flatMap(parent -> Optional.ofNullable(kept.get(parent)))
                    .ifPresent(parent -> place(parent, kept, placed, batch));
            batch.add(new Living(unit));
        }
    }

    private Outcome subUnits() throws RegisterFault {
        Set<OrgNumber> parents = state.parents();
        List<Answer> batch = new ArrayList<>();
        Counter counter = new Counter(Listing.SUBUNITS);
        long[] facts = {0};
        long passedOver =
                register.all(
                        Listing.SUBUNITS,
                        unit -> {
                            boolean keep =
                                    unit.unit().parent().filter(parents::contains).isPresent();
                            if (keep) {
                                batch.add(new Living(unit));
                                if (batch.size() >= BATCH) {
                                    facts[0] += take(batch);
                                }
                            }
                            counter.count(keep);
                        });
        facts[0] += take(batch);
        told.accept(counter.progress());
        return new Outcome(facts[0], passedOver);
    }

    private long take(List<Answer> batch) throws RegisterFault {
        int facts = intake.take(List.copyOf(batch));
        batch.clear();
        return facts;
    }

    /** Counts, and tells now and then. */
    private final class Counter {
        private final Listing listing;
        private long read;
        private long kept;

        Counter(Listing listing) {
            this.listing = listing;
        }

        void count(boolean keep) {
            read++;
            kept += keep ? 1 : 0;
            if (read % STEP == 0) {
                told.accept(progress());
            }
        }

        Progress progress() {
            return new Progress(listing, read, kept);
        }
    }
}
