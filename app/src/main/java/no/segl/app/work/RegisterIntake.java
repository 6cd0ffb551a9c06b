package no.segl.app.work;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.register.Register;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.RegisterFault;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.RegisterState;
import no.segl.app.store.Units;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.register.Answer;
import no.segl.core.register.Answer.Living;
import no.segl.core.register.Registered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the register about units and takes in what it answers, with those above them. */
final class RegisterIntake {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterIntake.class);
    private static final Actor REGISTER = new Actor.Segl("register");

    /** More units above one another than there are anywhere. */
    private static final int DEEPEST = 20;

    private final Register register;
    private final RegisterState state;
    private final Units units;
    private final Changes changes;
    private final InstantSource clock;

    RegisterIntake(
            Register register,
            RegisterState state,
            Units units,
            Changes changes,
            InstantSource clock) {
        this.register = register;
        this.state = state;
        this.units = units;
        this.changes = changes;
        this.clock = clock;
    }

    /** Asks about one unit that Segl has, and takes in the answer. */
    int unit(Listing listing, OrgNumber number) throws RegisterFault {
        return take(List.of(register.unit(listing, number)));
    }

    /**
     * Asks about a unit for which there was an update. One that Segl does not know is taken in if
     * it is beneath one that it knows, or may be sent mail.
     */
    int updated(Listing listing, OrgNumber number, boolean known) throws RegisterFault {
        Answer answer = register.unit(listing, number);
        if (!known && !(answer instanceof Living(var found) && isWanted(found))) {
            return 0;
        }
        return take(List.of(answer));
    }

    private boolean isWanted(Registered found) {
        return found.unit().parent().filter(p -> !units.known(List.of(p)).isEmpty()).isPresent()
                || state.recipientForms().contains(found.form());
    }

    /**
     * Takes in answers; units above them that Segl does not know are asked for first. A unit that
     * stands beneath one that is nowhere is left out.
     */
    int take(List<Answer> answers) throws RegisterFault {
        List<OrgNumber> parents =
                answers.stream().map(RegisterIntake::parent).flatMap(Optional::stream).toList();
        Set<OrgNumber> there = new HashSet<>(units.known(parents));
        List<Answer> ordered = new ArrayList<>();
        for (Answer answer : answers) {
            Deque<Answer> line = new ArrayDeque<>(List.of(answer));
            Optional<OrgNumber> above = parent(answer);
            while (above.isPresent()
                    && !there.contains(above.get())
                    && line.size() < DEEPEST
                    && units.known(List.of(above.get())).isEmpty()) {
                line.addFirst(register.unit(Listing.UNITS, above.get()));
                above = parent(line.getFirst());
            }
            if (line.size() == 1 || line.getFirst() instanceof Living) {
                line.forEach(a -> there.add(a.number()));
                ordered.addAll(line);
            } else {
                LOG.warn("Unit {} is left out: what is above it is nowhere", answer.number());
            }
        }
        return ordered.isEmpty() ? 0 : store(ordered);
    }

    /** All at once; if that fails, each alone, so that one that cannot be stored stops no other. */
    private int store(List<Answer> answers) {
        try {
            return changes.registered(answers, act()).size();
        } catch (RuntimeException e) {
            if (answers.size() == 1) {
                throw e;
            }
        }
        int facts = 0;
        for (Answer answer : answers) {
            try {
                facts += changes.registered(List.of(answer), act()).size();
            } catch (RuntimeException e) {
                LOG.error(
                        "What the register says of {} could not be taken in ({})",
                        answer.number(),
                        e.getClass().getName());
                state.notTakenIn(answer.number(), clock.instant());
            }
        }
        return facts;
    }

    private static Optional<OrgNumber> parent(Answer answer) {
        return answer instanceof Living(var registered)
                ? registered.unit().parent()
                : Optional.empty();
    }

    /** Asks who holds key roles at {@code unit}, and takes in the answer. */
    int roles(OrgNumber unit) throws RegisterFault {
        var held = register.roles(unit, state.keyRoleCodes());
        return changes.keyRoles(unit, held, act()).size();
    }

    private Act act() {
        return new Act(REGISTER, LedgerTime.exact(clock.instant()));
    }
}
