package no.segl.proof.register;

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
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.World;

/** The units and roles of an invented register, and every change to them in order. */
public final class RegisterBook {

    private final InstantSource clock;
    private final Map<OrgNumber, Unit> units = new LinkedHashMap<>();
    private final Map<OrgNumber, Roles> roles = new LinkedHashMap<>();
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
            OrgNumber number,
            String name,
            boolean sub,
            String form,
            Optional<OrgNumber> parent,
            Optional<LocalDate> deleted,
            boolean removed) {

        /** One that is there. */
        public static Unit of(
                OrgNumber number,
                String name,
                boolean sub,
                String form,
                Optional<OrgNumber> parent) {
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
    record Update(long id, Instant at, OrgNumber number, String kind) {}

    /** A register with the units of {@code world}, all new now. */
    public static RegisterBook of(World world, InstantSource clock) {
        RegisterBook book = new RegisterBook(clock);
        for (World.Unit unit : world.units()) {
            boolean sub = unit.kind() == World.UnitKind.SUBUNIT;
            book.enter(
                    Unit.of(
                            unit.number(),
                            unit.name(),
                            sub,
                            sub ? "BEDR" : form(unit.name()),
                            unit.parent()));
        }
        return book;
    }

    private static String form(String name) {
        if (name.endsWith(" kommune")) {
            return "KOMM";
        }
        if (name.endsWith(" HF")) {
            return "SÆR";
        }
        return name.endsWith(" AS") ? "AS" : "ORGL";
    }

    /** Enters a unit. */
    public synchronized void enter(Unit unit) {
        units.put(unit.number(), unit);
        tell(unit, "Ny");
    }

    /** Gives a unit another name. */
    public void rename(OrgNumber number, String name) {
        change(
                number,
                u -> new Unit(number, name, u.sub, u.form, u.parent, u.deleted, u.removed),
                "Endring");
    }

    /** Gives a unit another organisation form. */
    public void reform(OrgNumber number, String form) {
        change(
                number,
                u -> new Unit(number, u.name, u.sub, form, u.parent, u.deleted, u.removed),
                "Endring");
    }

    /** Moves a unit beneath another. */
    public void move(OrgNumber number, OrgNumber parent) {
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
    public void delete(OrgNumber number) {
        change(
                number,
                u -> new Unit(number, u.name, u.sub, u.form, u.parent, today(), u.removed),
                "Sletting");
    }

    /** Removes a unit, so that nothing is told of it any more. */
    public void remove(OrgNumber number) {
        change(
                number,
                u -> new Unit(number, u.name, u.sub, u.form, u.parent, today(), true),
                "Fjernet");
    }

    private Optional<LocalDate> today() {
        return Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Says who has which role at a unit from today. */
    public synchronized void roles(OrgNumber number, Role... held) {
        roles.put(number, new Roles(List.of(held), today().orElseThrow()));
        tell(Feed.ROLES, number, "no.brreg.enhetsregisteret.roller.oppdatert");
    }

    private synchronized void change(OrgNumber number, UnaryOperator<Unit> change, String kind) {
        Unit after = change.apply(unit(number).orElseThrow());
        units.put(number, after);
        tell(after, kind);
    }

    private void tell(Unit unit, String kind) {
        tell(unit.sub() ? Feed.SUBUNITS : Feed.UNITS, unit.number(), kind);
    }

    /** Ids rise, but not by one: the real ones have gaps too. */
    private synchronized void tell(Feed feed, OrgNumber number, String kind) {
        lastId += 3;
        List<Update> told = updates.getOrDefault(feed, List.of());
        told.add(new Update(lastId, clock.instant(), number, kind));
    }

    synchronized Optional<Unit> unit(OrgNumber number) {
        return Optional.ofNullable(units.get(number));
    }

    synchronized List<Unit> units(boolean sub) {
        return units.values().stream().filter(u -> u.sub() == sub).toList();
    }

    synchronized Optional<Roles> rolesAt(OrgNumber number) {
        return Optional.ofNullable(roles.get(number));
    }

    synchronized List<Update> updates(Feed feed) {
        return List.copyOf(updates.getOrDefault(feed, List.of()));
    }
}
