package no.segl.app.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import no.segl.app.register.Register;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.Register.Update;
import no.segl.app.register.RegisterFault;
import no.segl.app.register.RegisterUnreadable;
import no.segl.app.store.Changes;
import no.segl.app.store.RegisterState;
import no.segl.app.store.RegisterState.Feed;
import no.segl.app.store.RegisterState.Standing;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Answer;
import no.segl.core.register.Answer.Living;
import no.segl.core.register.Registered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the register: takes in what its feeds say of units that Segl knows, and of new ones
 * beneath them; and once a day compares whole each tree in which there is a letter or a grant, so
 * that an update that was missed costs a day and no more.
 *
 * <p>Feeds are read from a cursor that moves page by page, so a run that is cut short is gone on
 * with. A unit whose answer cannot be read is left for the daily comparison; a register that does
 * not answer ends the run until the next, and is seen from outside. What could not be read or taken
 * in is told to those who administer access, until it has been.
 */
public final class RegisterUpdates {

    /** How old a tree's last comparison may be. */
    static final Duration FRESH = Duration.ofHours(24);

    /** How far back the first reading of a feed begins. */
    private static final Duration BACK = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(RegisterUpdates.class);

    private final Register register;
    private final RegisterState state;
    private final Units units;
    private final RegisterIntake intake;
    private final Troubles troubles;
    private final InstantSource clock;

    public RegisterUpdates(
            Register register,
            RegisterState state,
            Units units,
            Changes changes,
            Troubles troubles,
            InstantSource clock) {
        this.register = register;
        this.troubles = troubles;
        this.state = state;
        this.units = units;
        this.intake = new RegisterIntake(register, state, units, changes, clock);
        this.clock = clock;
    }

    /**
     * Takes in all that is new. A register that stops answering ends the run, and what is done
     * stays done.
     *
     * @return how many facts came of it, but for those of a feed or tree that was broken off
     */
    public int run() {
        int facts = 0;
        try {
            startFeeds();
            for (Feed feed : Feed.values()) {
                facts += follow(feed);
            }
            for (OrgNumber top : state.walkedBefore(clock.instant().minus(FRESH))) {
                facts += walk(top);
            }
            troubles.isOver(Troubles.Name.REGISTER);
        } catch (RegisterFault e) {
            LOG.warn("The register is not followed for now: {}", e.getMessage());
            troubles.isThere(Troubles.Name.REGISTER, clock.instant());
        }
        if (facts > 0) {
            LOG.info("Took in {} changes from the register", facts);
        }
        return facts;
    }

    /** Sets the cursor of every feed that has none, a day back. */
    public void startFeeds() throws RegisterFault {
        Instant now = clock.instant();
        for (Feed feed : Feed.values()) {
            if (state.cursor(feed).isEmpty()) {
                OptionalLong before = register.before(feed, now.minus(BACK));
                if (before.isPresent()) {
                    state.move(feed, before.getAsLong(), now);
                }
            }
        }
    }

    private int follow(Feed feed) throws RegisterFault {
        OptionalLong cursor = state.cursor(feed);
        int facts = 0;
        try {
            while (cursor.isPresent()) {
                List<Update> page = register.updates(feed, cursor.getAsLong());
                if (page.isEmpty()) {
                    break;
                }
                passOver(feed, page);
                if (page.getLast().id() <= cursor.getAsLong()) {
                    break;
                }
                facts += feed == Feed.ROLES ? roles(page) : units(feed, page);
                cursor = OptionalLong.of(page.getLast().id());
                state.move(feed, page.getLast().id(), clock.instant());
            }
        } catch (RegisterUnreadable e) {
            LOG.warn("The feed {} cannot be read: {}", feed, e.getMessage());
            state.passedOver(feed, "page", clock.instant());
        }
        return facts;
    }

    /** One update that cannot be read stops no other; it is told until the trees are compared. */
    private void passOver(Feed feed, List<Update> page) {
        for (Update update : page) {
            if (update.unit().isEmpty()) {
                LOG.warn("Update {} of the feed {} cannot be read", update.id(), feed);
                state.passedOver(feed, Long.toString(update.id()), clock.instant());
            }
        }
    }

    private static List<OrgNumber> named(List<Update> page) {
        return page.stream().flatMap(u -> u.unit().stream()).toList();
    }

    private int roles(List<Update> page) throws RegisterFault {
        Set<OrgNumber> changed = new HashSet<>(named(page));
        changed.retainAll(state.followed());
        int facts = 0;
        for (OrgNumber unit : changed) {
            facts += one(unit, () -> intake.roles(unit));
        }
        return facts;
    }

    private int units(Feed feed, List<Update> page) throws RegisterFault {
        Listing listing = feed == Feed.UNITS ? Listing.UNITS : Listing.SUBUNITS;
        Set<OrgNumber> known = units.known(named(page));
        Set<OrgNumber> asked = new HashSet<>();
        int facts = 0;
        for (Update update : page) {
            if (update.unit().isEmpty()) {
                continue;
            }
            OrgNumber unit = update.unit().get();
            if ((known.contains(unit) || update.isNew()) && asked.add(unit)) {
                facts += one(unit, () -> intake.updated(listing, unit, known.contains(unit)));
            }
        }
        return facts;
    }

    private int walk(OrgNumber top) throws RegisterFault {
        int facts = one(top, () -> intake.unit(Listing.UNITS, top));
        Set<OrgNumber> met = new HashSet<>(List.of(top));
        Deque<OrgNumber> ahead = new ArrayDeque<>(met);
        while (!ahead.isEmpty()) {
            OrgNumber parent = ahead.remove();
            facts += one(parent, () -> intake.take(beneath(parent, met, ahead)));
            facts += one(parent, () -> intake.roles(parent));
        }
        facts += missed(top, met);
        state.walked(top, clock.instant());
        return facts;
    }

    /** What the register has right beneath {@code parent}; what has more beneath it goes ahead. */
    private List<Answer> beneath(OrgNumber parent, Set<OrgNumber> met, Deque<OrgNumber> ahead)
            throws RegisterFault {
        List<Answer> beneath = new ArrayList<>();
        for (Listing listing : Listing.values()) {
            for (Registered found : register.beneath(listing, parent)) {
                if (met.add(found.unit().number())) {
                    beneath.add(new Living(found));
                    if (listing == Listing.UNITS) {
                        ahead.add(found.unit().number());
                    }
                }
            }
        }
        return beneath;
    }

    /** Units that Segl has in the tree and the register did not list there: gone, or elsewhere. */
    private int missed(OrgNumber top, Set<OrgNumber> met) throws RegisterFault {
        Set<OrgNumber> missed = units.within(List.of(top));
        missed.removeAll(met);
        int facts = 0;
        for (OrgNumber number : missed) {
            if (state.standing(number).filter(Standing::dissolved).isPresent()) {
                continue;
            }
            Listing listing =
                    units.find(number).map(Unit::kind).filter(UnitKind.SUBUNIT::equals).isPresent()
                            ? Listing.SUBUNITS
                            : Listing.UNITS;
            facts += one(number, () -> intake.unit(listing, number));
        }
        return facts;
    }

    /** Asks about one unit. */
    @FunctionalInterface
    private interface Asking {
        int run() throws RegisterFault;
    }

    /** One unit that cannot be read, or not be stored, never stops the rest. */
    private int one(OrgNumber unit, Asking asking) throws RegisterFault {
        try {
            return asking.run();
        } catch (RegisterUnreadable e) {
            LOG.warn("The register's answer about {} is left: {}", unit, e.getMessage());
            state.notTakenIn(unit, clock.instant());
        } catch (RuntimeException e) {
            LOG.error(
                    "What the register says of {} could not be taken in ({}); it is tried again"
                            + " within a day",
                    unit,
                    e.getClass().getName());
            state.notTakenIn(unit, clock.instant());
        }
        return 0;
    }
}
