package no.segl.core.register;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Fact;
import no.segl.core.party.Unit;

/** What has happened to a unit in the register. */
public sealed interface RegisterFact extends Fact {

    /** The unit to which it happened. */
    OrgNumber unit();

    @Override
    default String subject() {
        return "unit:" + unit();
    }

    @Override
    default SortedMap<String, String> values() {
        return new TreeMap<>();
    }

    /** The register has a unit that Segl did not know from there. */
    record UnitRegistered(Registered registered) implements RegisterFact {
        @Override
        public OrgNumber unit() {
            return registered.unit().number();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = place(registered.unit());
            values.put("form", registered.form());
            return values;
        }
    }

    /** It has another name, which may be a person's and so is not told here. */
    record UnitRenamed(OrgNumber unit, String name) implements RegisterFact {}

    /** It stands beneath another unit, or is a unit of another kind. */
    record UnitMoved(Unit now, Optional<OrgNumber> from) implements RegisterFact {
        @Override
        public OrgNumber unit() {
            return now.number();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = place(now);
            from.ifPresent(f -> values.put("from", f.value()));
            return values;
        }
    }

    /** It has another organisation form. */
    record UnitReformed(OrgNumber unit, String form) implements RegisterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("form", form));
        }
    }

    /** It is gone. */
    record UnitDissolved(OrgNumber unit, Optional<LocalDate> on) implements RegisterFact {
        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            on.ifPresent(day -> values.put("on", day.toString()));
            return values;
        }
    }

    /** It was gone, and is there again. */
    record UnitRestored(OrgNumber unit) implements RegisterFact {}

    /** Somebody holds a key role that nobody held. */
    record KeyRoleTaken(OrgNumber unit, KeyRole role) implements RegisterFact {
        @Override
        public SortedMap<String, String> values() {
            return held(role);
        }
    }

    /** Others hold a key role, or more, or fewer. */
    record KeyRoleChanged(OrgNumber unit, KeyRole role) implements RegisterFact {
        @Override
        public SortedMap<String, String> values() {
            return held(role);
        }
    }

    /** Nobody holds a key role that somebody held. */
    record KeyRoleLeft(OrgNumber unit, String role) implements RegisterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("role", role));
        }
    }

    private static SortedMap<String, String> place(Unit unit) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("kind", unit.kind().name());
        unit.parent().ifPresent(p -> values.put("parent", p.value()));
        return values;
    }

    private static SortedMap<String, String> held(KeyRole role) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("role", role.code());
        values.put("holders", Integer.toString(role.holders()));
        role.changed().ifPresent(day -> values.put("changed", day.toString()));
        return values;
    }
}
