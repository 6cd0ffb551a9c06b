package no.segl.sandbox.altinn;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Access.Holding;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Organisation;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Routes.Call;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Altinn's Access Management, as far as it tells who holds what. It tells it in full only of the
 * organisations at which the caller manages access: of others' recipients nobody is told.
 */
public final class AccessRoutes {

    private static final String BASE = "/accessmanagement/api/v1/enduser";
    private static final String TO_OTHERS =
            "altinn:accessmanagement/enduser:connections:toothers.read";
    private static final String PARTIES = "altinn:accessmanagement/authorizedparties";

    private final Access access;
    private final Directory directory;

    private AccessRoutes(Access access, Directory directory) {
        this.access = access;
        this.directory = directory;
    }

    /** Adds them. */
    public static void add(AltinnDoor door, Access access, Directory directory) {
        AccessRoutes r = new AccessRoutes(access, directory);
        door.add("GET", BASE + "/authorizedparties", r::parties)
                .add("GET", BASE + "/connections", r::connections)
                .add(
                        "GET",
                        BASE + "/connections/accesspackages",
                        (c, call) -> r.held(c, call, true))
                .add("GET", BASE + "/connections/resources", (c, call) -> r.held(c, call, false));
    }

    private static Answer listed(ArrayNode data) {
        ObjectNode answer = Json.object();
        answer.set("links", Json.object().putNull("next"));
        answer.set("data", data);
        return Answer.json(200, answer);
    }

    private static void scope(Caller caller, String scope) {
        if (!caller.isAltinn() || !caller.token().has(scope)) {
            throw Refused.of(403, 0, "The token lacks the scope " + scope);
        }
    }

    /** What the caller was given anywhere, with the units beneath under those above. */
    private Answer parties(Caller caller, Call call) {
        scope(caller, PARTIES);
        boolean packages = isAsked(call, "includeAccessPackages", "false");
        boolean subs = isAsked(call, "includeSubParties", "auto");
        List<String> any = call.request().queries("anyOfResourceIds");
        ArrayNode data = Json.array();
        for (Organisation unit : directory.all()) {
            Set<String> here = held(caller, unit.number());
            List<Organisation> below =
                    directory.beneath(unit.number()).stream()
                            .filter(Organisation::isSubUnit)
                            .toList();
            boolean beneath = below.stream().anyMatch(u -> !held(caller, u.number()).isEmpty());
            boolean shown = !here.isEmpty() || (subs && beneath);
            if (unit.isSubUnit() || !shown || !isAnyOf(any, here)) {
                continue;
            }
            ObjectNode party = party(unit, here, packages);
            ArrayNode subunits = Json.array();
            if (subs) {
                below.forEach(sub -> {
                    Set<String> there = new LinkedHashSet<>(here);
                    there.addAll(held(caller, sub.number()));
                    if (!there.isEmpty()) {
                        subunits.add(party(sub, there, packages));
                    }
                });
            }
            party.set("subunits", subunits);
            data.add(party);
        }
        return listed(data);
    }

    private static boolean isAsked(Call call, String name, String standard) {
        return !call.request().query(name).orElse(standard).equals("false");
    }

    private static boolean isAnyOf(List<String> asked, Set<String> held) {
        return asked.isEmpty() || asked.stream().anyMatch(held::contains);
    }

    private Set<String> held(Caller caller, String unit) {
        Set<String> held = new LinkedHashSet<>();
        access.at(unit).stream()
                .filter(h -> caller.token().parties().contains(h.to()))
                .forEach(h -> held.add(h.what()));
        return held;
    }

    private static ObjectNode party(Organisation unit, Set<String> held, boolean packages) {
        ObjectNode json =
                Json.object()
                        .put("partyUuid", unit.uuid().toString())
                        .put("name", unit.name())
                        .put("organizationNumber", unit.number())
                        .put("partyId", unit.partyId())
                        .put("type", "Organization")
                        .put("unitType", unit.form())
                        .put("isDeleted", false)
                        .put("onlyHierarchyElementWithNoAccess", held.isEmpty());
        boolean is = packages && !held.isEmpty();
        json.set("authorizedAccessPackages", Json.texts(of(is ? held : Set.of(), true)));
        json.set("authorizedResources", Json.texts(of(held, false)));
        json.set("authorizedRoles", Json.array());
        json.set("authorizedInstances", Json.array());
        json.set("subunits", Json.array());
        return json;
    }

    private static List<String> of(Set<String> held, boolean packages) {
        return held.stream()
                .filter(what -> what.startsWith("urn:altinn:accesspackage:") == packages)
                .toList();
    }

    /** The unit that is asked about, at which the caller must manage access. */
    private Organisation managed(Caller caller, Call call) {
        scope(caller, TO_OTHERS);
        UUID party = uuid(call, "party").orElseThrow(() -> Refused.field("party", "Required."));
        Optional<UUID> from = uuid(call, "from");
        Optional<UUID> to = uuid(call, "to");
        if (from.filter(party::equals).isEmpty() && to.filter(party::equals).isEmpty()) {
            throw Refused.field("party", "It must be equal to either to or from.");
        }
        if (from.filter(party::equals).isEmpty()) {
            throw Refused.of(403, 0, "Only what was given from a party is told here");
        }
        Organisation unit =
                directory.find(party).orElseThrow(() -> Refused.field("party", "Not found."));
        if (!access.manages(caller.token().parties(), unit.number())) {
            throw Refused.of(403, 0, "The caller does not manage access for that party");
        }
        return unit;
    }

    private static Optional<UUID> uuid(Call call, String name) {
        return call.request().query(name).flatMap(Drafts::uuid);
    }

    private List<Holding> asked(Organisation unit, Call call) {
        Optional<UUID> to = uuid(call, "to");
        return access.at(unit.number()).stream()
                .filter(h -> to.filter(t -> !t.equals(Organisation.uuidOf(h.to()))).isEmpty())
                .toList();
    }

    private Answer connections(Caller caller, Call call) {
        Organisation unit = managed(caller, call);
        Map<String, ObjectNode> byHolder = new LinkedHashMap<>();
        for (Holding holding : asked(unit, call)) {
            ObjectNode one =
                    byHolder.computeIfAbsent(
                            holding.to(),
                            to -> {
                                ObjectNode made = Json.object();
                                made.set("party", entity(to));
                                made.set("roles", Json.array().add(role()));
                                made.set("packages", Json.array());
                                made.set("resources", Json.array());
                                return made;
                            });
            one.withArray(holding.isPackage() ? "packages" : "resources").add(thing(holding));
        }
        ArrayNode data = Json.array();
        byHolder.values().forEach(data::add);
        return listed(data);
    }

    private Answer held(Caller caller, Call call, boolean packages) {
        Organisation unit = managed(caller, call);
        Map<String, ObjectNode> byThing = new LinkedHashMap<>();
        for (Holding holding : asked(unit, call)) {
            if (holding.isPackage() != packages) {
                continue;
            }
            ObjectNode one =
                    byThing.computeIfAbsent(
                            holding.what(),
                            _ -> {
                                ObjectNode made = Json.object();
                                made.set(packages ? "package" : "resource", thing(holding));
                                made.set("permissions", Json.array());
                                return made;
                            });
            ObjectNode permission = Json.object();
            permission.set("from", entity(unit.number()));
            permission.set("to", entity(holding.to()));
            permission.putNull("via").set("role", role());
            permission.putNull("viaRole");
            one.withArray("permissions").add(permission);
        }
        ArrayNode data = Json.array();
        byThing.values().forEach(data::add);
        return listed(data);
    }

    private static ObjectNode thing(Holding holding) {
        String id = Organisation.uuidOf(holding.what()).toString();
        return holding.isPackage()
                ? Json.object().put("id", id).put("urn", holding.what())
                : Json.object().put("id", id).put("refId", holding.what());
    }

    private static ObjectNode role() {
        return Json.object()
                .put("id", Organisation.uuidOf("rettighetshaver").toString())
                .put("code", "rettighetshaver")
                .put("urn", "urn:altinn:role:rettighetshaver");
    }

    private ObjectNode entity(String party) {
        Optional<Organisation> unit = directory.find(party);
        boolean system = unit.isEmpty() && !party.contains(" ");
        return Json.object()
                .put("id", Organisation.uuidOf(party).toString())
                .put("name", unit.map(Organisation::name).orElse(party))
                .put("type", unit.isPresent() ? "Organisasjon" : system ? "Systembruker" : "Person")
                .put("variant", unit.map(Organisation::form).orElse(system ? "System" : "Person"));
    }
}
