package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.AccessList;
import no.segl.app.store.Holders;
import no.segl.app.store.Units;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has access at a unit: persons by pseudonym, never by name or number. */
@RestController
public final class AccessListController {

    private final Refusals refusals;
    private final Units units;
    private final AccessList list;

    AccessListController(Refusals refusals, Units units, AccessList list) {
        this.refusals = refusals;
        this.units = units;
        this.list = list;
    }

    /**
     * Somebody who has access.
     *
     * @param givenAt the unit at which it was given
     * @param inherited whether that is another than the one that was asked about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HolderAnswer(
            String person,
            String power,
            @Nullable String category,
            String givenAt,
            boolean inherited,
            @Nullable String until) {

        private static HolderAnswer of(OrgNumber unit, Holders.Holder holder) {
            return new HolderAnswer(
                    holder.person().toString(),
                    holder.power().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    holder.category().map(Category::code).orElse(null),
                    holder.from().value(),
                    !holder.from().equals(unit),
                    holder.until().map(Object::toString).orElse(null));
        }
    }

    /** Everybody who has access there. */
    public record AccessAnswer(String unit, String asOf, List<HolderAnswer> holders) {}

    @GetMapping("/api/v1/access")
    AccessAnswer access(@RequestParam(name = "unit") Optional<String> number, Machine machine) {
        refusals.require(machine, Scopes.ADMIN);
        QueryFields query = new QueryFields();
        Optional<OrgNumber> parsed =
                query.require("/unit", number, OrgNumber::parse, Rule.NOT_AN_ORGANISATION_NUMBER);
        query.check();
        OrgNumber unit = parsed.orElseThrow();
        return switch (list.tell(unit, machine.actor(), clearance(machine, unit))) {
            case AccessList.Reply.Told(var at, var holders) ->
                    new AccessAnswer(
                            unit.value(),
                            at.toString(),
                            holders.stream().map(h -> HolderAnswer.of(unit, h)).toList());
            case AccessList.Reply.Refused(var why) ->
                    throw refusals.denied(why, machine, Scopes.ADMIN);
        };
    }

    /** A number that is no unit here is nobody's, also to whoever has it. */
    private Clearance clearance(Machine machine, OrgNumber unit) {
        return units.find(unit).isPresent()
                ? Clearances.byScope(
                        Scopes.ADMIN, machine.scopes(), machine.organisation(), units.lineage(unit))
                : new Clearance.Denied(Clearance.Ground.OTHER_ORGANISATION, unit);
    }
}
