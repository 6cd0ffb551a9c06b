package no.segl.core.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.party.Unit;
import no.segl.core.register.RegisterFact.KeyRoleChanged;
import no.segl.core.register.RegisterFact.KeyRoleLeft;
import no.segl.core.register.RegisterFact.KeyRoleTaken;
import no.segl.core.register.RegisterFact.UnitDissolved;
import no.segl.core.register.RegisterFact.UnitMoved;
import no.segl.core.register.RegisterFact.UnitReformed;
import no.segl.core.register.RegisterFact.UnitRegistered;
import no.segl.core.register.RegisterFact.UnitRenamed;
import no.segl.core.register.RegisterFact.UnitRestored;

/** Decides what has happened, from what Segl knows and what the register answers. */
public final class Comparing {

    private static final Right REGISTER = new Right("register", "Enhetsregisteret");

    private Comparing() {}

    /**
     * What has happened to one unit.
     *
     * @param known empty if Segl does not know the unit
     * @return the facts; the reply is how many they are
     */
    public static Decision<RegisterFact, Integer> unit(Optional<Known> known, Answer answer) {
        return decided(
                switch (answer) {
                    case Answer.Living(Registered now) -> living(known, now);
                    case Answer.Deleted deleted ->
                            known.filter(k -> !k.dissolved()).isPresent()
                                    ? List.of(new UnitDissolved(deleted.number(), deleted.on()))
                                    : List.of();
                    // Entered by hand, or asked for in the wrong place: nothing follows from it.
                    case Answer.Absent _ -> List.of();
                });
    }

    private static List<RegisterFact> living(Optional<Known> known, Registered now) {
        if (known.isEmpty() || known.get().form().isEmpty()) {
            return List.of(new UnitRegistered(now));
        }
        Known before = known.get();
        Unit unit = now.unit();
        List<RegisterFact> facts = new ArrayList<>();
        if (before.dissolved()) {
            facts.add(new UnitRestored(unit.number()));
        }
        if (!before.unit().name().equals(unit.name())) {
            facts.add(new UnitRenamed(unit.number(), unit.name()));
        }
        if (before.unit().kind() != unit.kind() || !before.unit().parent().equals(unit.parent())) {
            facts.add(new UnitMoved(unit, before.unit().parent()));
        }
        if (!before.form().get().equals(now.form())) {
            facts.add(new UnitReformed(unit.number(), now.form()));
        }
        return facts;
    }

    /**
     * What has happened to the key roles of one unit.
     *
     * @param known those that were held when it was last asked
     * @param answered those that are held now, each code once
     * @return the facts, by code; the reply is how many they are
     */
    public static Decision<RegisterFact, Integer> roles(
            OrgNumber unit, Collection<KeyRole> known, Collection<KeyRole> answered) {
        Map<String, KeyRole> before = byCode(known);
        List<RegisterFact> facts = new ArrayList<>();
        for (KeyRole role : byCode(answered).values()) {
            Optional<KeyRole> was = Optional.ofNullable(before.remove(role.code()));
            if (was.isEmpty()) {
                facts.add(new KeyRoleTaken(unit, role));
            } else if (!was.get().equals(role)) {
                facts.add(new KeyRoleChanged(unit, role));
            }
        }
        before.keySet().forEach(code -> facts.add(new KeyRoleLeft(unit, code)));
        return decided(facts);
    }

    private static Map<String, KeyRole> byCode(Collection<KeyRole> roles) {
        Map<String, KeyRole> byCode = new TreeMap<>();
        roles.forEach(role -> byCode.put(role.code(), role));
        return byCode;
    }

    private static Decision<RegisterFact, Integer> decided(List<? extends RegisterFact> facts) {
        return facts.isEmpty()
                ? Decision.nothing(0)
                : new Decision<>(REGISTER, List.copyOf(facts), facts.size());
    }
}
