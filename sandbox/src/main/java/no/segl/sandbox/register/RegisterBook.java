package no.segl.sandbox.register;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Organisation;

/** The units and roles of an invented register, and every change to them in order. */
public final class RegisterBook {

    private static final LocalDate BORN = LocalDate.of(1970, 1, 1);

    private final InstantSource clock;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Roles> roles = new LinkedHashMap<>();
    private final Map<Feed, List<Update>> updates = new EnumMap<>(Feed.class);
    private long lastId = 1_000;

    /** An empty register. */
    public RegisterBook(InstantSource clock) {
        this.clock = clock;
        for (Feed feed : Feed.values()) {
            updates.put(feed, new ArrayList<>());
        }
    }

    /** Where changes are told. */
    enum Feed {
        UNITS,
        SUBUNITS,
        ROLES
    }

    /**
     * A unit.
     *
     * @param sub whether it is a sub-unit (underenhet)
     * @param form the code of its organisation form
     * @param deleted the day on which it was deleted
     * @param removed whether nothing of it may be shown any more
     */
    public record Unit(
            String number,
            String name,
            boolean sub,
            String form,
            Optional<String> parent,
            Optional<LocalDate> deleted,
            boolean removed) {

        /** One that is there. */
        public static Unit of(
                String number, String name, boolean sub, String form, Optional<String> parent) {
            return new Unit(number, name, sub, form, parent, Optional.empty(), false);
        }
    }

    /**
     * A role that somebody has.
     *
     * @param code such as {@code DAGL}
     * @param first the first name of an invented person
     * @param resigned whether they have left it
     */
    public record Role(String code, String first, String last, LocalDate born, boolean resigned) {}

    /** All roles of a unit, and when they were last changed. */
    record Roles(List<Role> roles, LocalDate changed) {}

    /** A change. */
    record Update(long id, Instant at, String number, String kind) {}

    /** A register with what is in {@code directory}, all new now. */
    public static RegisterBook of(Directory directory, InstantSource clock) {
        RegisterBook book = new RegisterBook(clock);
        for (Organisation unit : directory.all()) {
            book.enter(
                    Unit.of(
                            unit.number(),
                            unit.name(),
                            unit.isSubUnit(),
                            unit.form(),
                            unit.parent()));
            if (!unit.isSubUnit()) {
                book.roles(
                        unit.number(),
                        unit.roles().stream()
                                .sorted()
                                .map(code -> new Role(code, "Stille", "Bekk", BORN, false))
                                .toArray(Role[]::new));
            }
        }
        return book;
    }

    /** Enters a unit. */
    public synchronized void enter(Unit unit) {
        units.put(unit.number(), unit);
        tell(unit, "Ny");
    }

    /** Gives a unit another name. */
    public void rename(String number, String name) {
        change(
                number,
                u -> new Unit(number, name, u.sub, u.form, u.parent, u.deleted, u.removed),
                "Endring");
    }

    /** Gives a unit another organisation form. */
    public void reform(String number, String form) {
        change(
                number,
                u -> new Unit(number, u.name, u.sub, form, u.parent, u.deleted, u.removed),
                "Endring");
    }

    /** Moves a unit beneath another. */
    public void move(String number, String parent) {
        change(
                number,
                u ->
                        new Unit(
                                number,
                                u.name,
                                u.sub,
                                u.form,
                                Optional.of(parent),
                                u.deleted,
                                u.removed),
                "Endring");
    }

    /** Deletes a unit today. */
    public void delete(String number) {
        change(
                number,
                u -> new Unit(number, u.name, u.sub, u.form, u.parent, today(), u.removed),
                "Sletting");
    }

    /** Removes a unit, so that nothing is told of it any more. */
    public void remove(String number) {
        change(
                number,
                u -> new Unit(number, u.name, u.sub, u.form, u.parent, today(), true),
                "Fjernet");
    }

    private Optional<LocalDate> today() {
        return Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Says who has which role at a unit from today. */
    public synchronized void roles(String number, Role... held) {
        roles.put(number, new Roles(List.of(held), today().orElseThrow()));
        tell(Feed.ROLES, number, "no.brreg.enhetsregisteret.roller.oppdatert");
    }

    private synchronized void change(String number, UnaryOperator<Unit> change, String kind) {
        Unit after = change.apply(unit(number).orElseThrow());
        units.put(number, after);
        tell(after, kind);
    }

    private void tell(Unit unit, String kind) {
        tell(unit.sub() ? Feed.SUBUNITS : Feed.UNITS, unit.number(), kind);
    }

    /** Ids rise, but not by one: the real ones have gaps too. */
    private synchronized void tell(Feed feed, String number, String kind) {
        lastId += 3;
        List<Update> told = updates.getOrDefault(feed, List.of());
        told.add(new Update(lastId, clock.instant(), number, kind));
    }

    synchronized Optional<Unit> unit(String number) {
        return Optional.ofNullable(units.get(number));
    }

    synchronized List<Unit> units(boolean sub) {
        return units.values().stream().filter(u -> u.sub() == sub).toList();
    }

    synchronized Optional<Roles> rolesAt(String number) {
        return Optional.ofNullable(roles.get(number));
    }

    synchronized List<Update> updates(Feed feed) {
        return List.copyOf(updates.getOrDefault(feed, List.of()));
    }
}
