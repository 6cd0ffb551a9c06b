package no.segl.proof.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.World;

/** Everyone who asks at the doors; {@code doors.txt} says who they are. */
enum Caller {
    NOBODY,
    NOTHING,
    UNIT,
    ABOVE,
    BEYOND,
    OTHER,
    PAST,
    LATER,
    SHARED,
    BARE,
    HANDED,
    LOW,
    UNSHARED,
    DEPUTY,
    ADMIN,
    LEADER,
    MANAGER,
    OVERSEER,
    WATCHER,
    SENDER,
    ELSEWHERE,
    BOTH(Town.POLICE_CLIENT, Town.POLICE.value(), "segl:send", "segl:status"),
    STATUS(Town.POLICE_CLIENT, Town.POLICE.value(), "segl:status"),
    SEND(Town.POLICE_CLIENT, Town.POLICE.value(), "segl:send"),
    SCOPELESS(Town.POLICE_CLIENT, Town.POLICE.value()),
    TWIN("another-machine", Town.POLICE.value(), "segl:send", "segl:status"),
    FOREIGN("hospital-machine", Town.HOSPITAL.value(), Caller.EVERY),
    RECIPIENT("municipal-machine", Town.MUNICIPALITY.value(), Caller.EVERY),
    FETCHER("fetching-machine", Town.MUNICIPALITY.value(), "segl:receive"),
    KEEPER("keeping-machine", Town.MUNICIPALITY.value(), "segl:admin"),
    DELEGATED("suppliers-machine", Town.POLICE.value(), "segl:send", "segl:status"),
    BAD(Town.POLICE_CLIENT, Town.POLICE.value(), "segl:send", "segl:status");

    private static final String EVERY = "segl:send segl:status segl:receive segl:admin";

    private final String client;
    private final String organisation;
    private final String scopes;

    Caller() {
        this("", "");
    }

    Caller(String client, String organisation, String... scopes) {
        this.client = client;
        this.organisation = organisation;
        this.scopes = String.join(" ", scopes);
    }

    /** The machine that it is, with the scopes of its token; empty for a person and for nobody. */
    Optional<World.Machine> machine() {
        return client.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new World.Machine(
                                client,
                                new OrgNumber(organisation),
                                new TreeSet<>(List.of(scopes.split(" ", -1)))));
    }

    boolean isPerson() {
        return client.isEmpty() && this != NOBODY;
    }

    /** What the login calls the person. */
    String subject() {
        return "door-" + word();
    }

    /** What {@code doors.txt} calls them. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
