package no.segl.app.api;

import java.util.List;
import java.util.Optional;
import no.segl.app.login.Machine;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.access.Clearances;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Lineage;
import org.springframework.stereotype.Component;

/**
 * Says to a machine why it may not, and who can change that: an organisation and a role in it,
 * never a person.
 */
@Component
final class Refusals {

    private final Units units;

    Refusals(Units units) {
        this.units = units;
    }

    /** An organisation, as the register names it. */
    record Named(OrgNumber number, String name) {}

    /**
     * Why a machine may not.
     *
     * @param scope the scope that it needs, as its token would call it
     * @param token the organisation that its token acts for
     * @param unit the unit at which it wanted to, if it named one
     */
    record Why(Ground ground, String scope, Named token, Optional<Named> unit) {

        /** The ground as programs read it, such as {@code scope-missing}. */
        String code() {
            return ground.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The organisation in which it can be changed. */
        Named changer() {
            return ground == Ground.OTHER_ORGANISATION ? unit.orElse(token) : token;
        }
    }

    /**
     * Ends the request unless the machine's token carries {@code scope}.
     *
     * @throws ApiProblem that says why
     */
    void require(Machine machine, String scope) {
        OrgNumber own = machine.organisation();
        Clearance clearance =
                Clearances.byScope(
                        scope, machine.scopes(), own, new Lineage(own, List.of(), List.of()));
        if (clearance instanceof Denied denied) {
            throw new ApiProblem(why(denied, machine, scope, Optional.empty()));
        }
    }

    /** What a machine may not do at the unit that it named. */
    ApiProblem denied(Denied denied, Machine machine, String scope) {
        return new ApiProblem(why(denied, machine, scope, Optional.of(denied.unit())));
    }

    private Why why(Denied denied, Machine machine, String scope, Optional<OrgNumber> unit) {
        return new Why(
                denied.ground(),
                machine.called(scope),
                named(machine.organisation()),
                unit.map(this::named));
    }

    private Named named(OrgNumber number) {
        return new Named(
                number, units.names(List.of(number)).getOrDefault(number, number.grouped()));
    }
}
