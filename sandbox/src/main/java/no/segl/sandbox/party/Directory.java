package no.segl.sandbox.party;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every organisation there is, and the few persons. */
public final class Directory {

    /**
     * The roles of which an organisation must have one to be sent confidential mail. Norway's
     * documents name the Norwegian representative of a foreign unit too; Altinn's code does not.
     */
    private static final Map<String, String> KEY_ROLES =
            Map.of(
                    "BEST", "bestyrende-reder",
                    "DAGL", "daglig-leder",
                    "DTPR", "deltaker-delt-ansvar",
                    "DTSO", "deltaker-fullt-ansvar",
                    "INNH", "innehaver",
                    "LEDE", "styreleder",
                    "KOMP", "komplementar");

    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Boolean> persons = new LinkedHashMap<>();

    /** Enters or changes an organisation. */
    public synchronized void put(Organisation organisation) {
        organisations.put(organisation.number(), organisation);
    }

    /**
     * Enters a person.
     *
     * @param reserved whether they want no mail from the authorities over the net (KRR)
     */
    public synchronized void put(String person, boolean reserved) {
        persons.put(person, reserved);
    }

    public synchronized boolean hasPerson(String person) {
        return persons.containsKey(person);
    }

    public synchronized boolean isReserved(String person) {
        return persons.getOrDefault(person, false);
    }

    public synchronized Optional<Organisation> find(String number) {
        return Optional.ofNullable(organisations.get(number));
    }

    public synchronized Optional<Organisation> find(UUID uuid) {
        return organisations.values().stream().filter(o -> o.uuid().equals(uuid)).findFirst();
    }

    public synchronized Collection<Organisation> all() {
        return List.copyOf(organisations.values());
    }

    public synchronized List<Organisation> beneath(String number) {
        return organisations.values().stream()
                .filter(o -> o.parent().filter(number::equals).isPresent())
                .toList();
    }

    /** Of a sub-unit the unit above it, of all others the unit itself. */
    public Optional<Organisation> answering(String number) {
        Optional<Organisation> unit = find(number);
        return unit.filter(Organisation::isSubUnit).flatMap(Organisation::parent).isPresent()
                ? unit.flatMap(Organisation::parent).flatMap(this::find)
                : unit;
    }

    /** The key roles that somebody has at a unit; of a sub-unit, at the first unit above it. */
    public Set<String> keyRoles(String number) {
        return answering(number)
                .map(unit ->
                        unit.roles().stream()
                                .filter(KEY_ROLES::containsKey)
                                .map(code -> KEY_ROLES.getOrDefault(code, code))
                                .collect(java.util.stream.Collectors.toUnmodifiableSet()))
                .orElseGet(Set::of);
    }

    /** Where a unit wants to be notified by mail: its own addresses, or those of what is above. */
    public List<String> emails(String number) {
        return find(number)
                .map(unit -> unit.emails().isEmpty() ? above(unit).emails() : unit.emails())
                .orElseGet(List::of);
    }

    /** Where a unit wants to be notified by SMS. */
    public List<String> mobiles(String number) {
        return find(number)
                .map(unit -> unit.mobiles().isEmpty() ? above(unit).mobiles() : unit.mobiles())
                .orElseGet(List::of);
    }

    private Organisation above(Organisation unit) {
        return unit.parent().flatMap(this::find).filter(_ -> unit.isSubUnit()).orElse(unit);
    }
}
