package no.segl.core.readiness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.readiness.Check.Answer;
import org.jspecify.annotations.Nullable;

/** How it stands with the checks at the units of a tree, at one instant. */
public final class Checklist {

    private static final int DEEPEST = 20;

    private final List<Place> places;
    private final Map<OrgNumber, OrgNumber> parents;
    private final Map<OrgNumber, Map<Check, Given>> given;
    private final Instant now;

    /**
     * The checks of a tree.
     *
     * @param places its units, in the order in which they are shown
     * @param parents the unit above each of them, and of those above the tree, but for main units
     * @param given the last answer at each unit of the tree and above it
     */
    public Checklist(
            List<Place> places,
            Map<OrgNumber, OrgNumber> parents,
            Map<OrgNumber, Map<Check, Given>> given,
            Instant now) {
        this.places = List.copyOf(places);
        this.parents = Map.copyOf(parents);
        this.given = Map.copyOf(given);
        this.now = now;
    }

    /** A unit. */
    public record Place(OrgNumber unit, String name) {}

    /**
     * An answer.
     *
     * @param unit where it was given
     * @param until when it is none any more
     */
    public record Given(OrgNumber unit, Answer answer, PersonId by, Instant at, Instant until) {

        private boolean holds(Instant now) {
            return until.isAfter(now);
        }
    }

    /** How it stands with one check, those first that somebody must see to. */
    public enum State {
        /** Answered, and must be mended. */
        WRONG,
        /** Answered once, and that is too long ago. */
        EXPIRED,
        NEVER,
        HOLDS,
        NOT_USED;

        /** Whether somebody must see to it. */
        public boolean isDue() {
            return this == WRONG || this == EXPIRED || this == NEVER;
        }
    }

    /**
     * How it stands with one check at one unit.
     *
     * @param given the answer that decides it; empty if there is none
     */
    public record Status(Place place, Check check, State state, Optional<Given> given) {}

    /** How it stands at each unit where {@code check} is answered. */
    public List<Status> of(Check check) {
        return places.stream()
                .filter(p -> check.of() == Check.Of.UNIT || isMain(p.unit()))
                .map(p -> status(p, check))
                .toList();
    }

    /** How it stands at one unit, with every check that is answered there. */
    public List<Status> of(OrgNumber unit) {
        List<Status> found = new ArrayList<>();
        for (Check check : Check.values()) {
            of(check).stream().filter(s -> s.place().unit().equals(unit)).forEach(found::add);
        }
        return found;
    }

    /** How many stand in each way; each way is there. */
    public static Map<State, Long> figures(List<Status> statuses) {
        Map<State, Long> figures = new EnumMap<>(State.class);
        for (State state : State.values()) {
            figures.put(state, 0L);
        }
        statuses.forEach(s -> figures.merge(s.state(), 1L, Long::sum));
        return figures;
    }

    /** Whether nothing stands above it. */
    public boolean isMain(OrgNumber unit) {
        return !parents.containsKey(unit);
    }

    private Status status(Place place, Check check) {
        Optional<Given> own = last(place.unit(), check);
        Optional<Given> decides =
                own.filter(g -> g.holds(now)).or(() -> notUsed(place.unit(), check)).or(() -> own);
        return new Status(place, check, state(decides), decides);
    }

    /** That a unit above uses nothing of it holds for all beneath it. */
    private Optional<Given> notUsed(OrgNumber unit, Check check) {
        @Nullable OrgNumber above = parents.get(unit);
        for (int i = 0; above != null && i < DEEPEST; i++) {
            Optional<Given> its =
                    last(above, check).filter(g -> g.answer() == Answer.NOT_USED && g.holds(now));
            if (its.isPresent()) {
                return its;
            }
            above = parents.get(above);
        }
        return Optional.empty();
    }

    private Optional<Given> last(OrgNumber unit, Check check) {
        return Optional.ofNullable(given.getOrDefault(unit, Map.of()).get(check));
    }

    private State state(Optional<Given> given) {
        if (given.isEmpty()) {
            return State.NEVER;
        }
        if (!given.get().holds(now)) {
            return State.EXPIRED;
        }
        return switch (given.get().answer()) {
            case AS_IT_SHOULD -> State.HOLDS;
            case NOT_AS_IT_SHOULD -> State.WRONG;
            case NOT_USED -> State.NOT_USED;
        };
    }

    /**
     * What somebody must see to at one unit.
     *
     * @param of the state that it is about
     * @param checks how many checks
     * @param newest when the newest of it came to be so; empty if that has no time
     */
    public record Due(Place place, State of, int checks, Optional<Instant> newest) {}

    /**
     * What must be seen to, for each topmost unit of the tree in all and for each state.
     *
     * @param tops the topmost units
     */
    public List<Due> due(List<OrgNumber> tops) {
        Map<OrgNumber, OrgNumber> under = new HashMap<>();
        Set<OrgNumber> known = new HashSet<>(tops);
        for (Place place : places) {
            top(place.unit(), known).ifPresent(top -> under.put(place.unit(), top));
        }
        List<Status> all = new ArrayList<>();
        for (Check check : Check.values()) {
            of(check).stream().filter(s -> s.state().isDue()).forEach(all::add);
        }
        List<Due> due = new ArrayList<>();
        for (Place top : places.stream().filter(p -> known.contains(p.unit())).toList()) {
            for (State state : State.values()) {
                List<Status> its =
                        all.stream()
                                .filter(s -> s.state() == state)
                                .filter(s -> top.unit().equals(under.get(s.place().unit())))
                                .toList();
                if (!its.isEmpty()) {
                    due.add(new Due(top, state, its.size(), newest(its)));
                }
            }
        }
        return due;
    }

    private Optional<OrgNumber> top(OrgNumber unit, Set<OrgNumber> tops) {
        @Nullable OrgNumber at = unit;
        for (int i = 0; at != null && i <= DEEPEST; i++) {
            if (tops.contains(at)) {
                return Optional.of(at);
            }
            at = parents.get(at);
        }
        return Optional.empty();
    }

    private static Optional<Instant> newest(List<Status> statuses) {
        return statuses.stream()
                .flatMap(s ->
                        s.given().stream()
                                .map(g -> s.state() == State.EXPIRED ? g.until() : g.at()))
                .max(Instant::compareTo);
    }
}
