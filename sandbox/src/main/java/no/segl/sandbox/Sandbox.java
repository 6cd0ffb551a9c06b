package no.segl.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.segl.sandbox.control.ControlDoor;
import no.segl.sandbox.events.Pusher;
import no.segl.sandbox.register.FakeRegister;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.HttpDoor;
import no.segl.sandbox.wire.Line;
import no.segl.sandbox.wire.Troubles;

/** All neighbours, each on a port of its own, and the control surface on another. */
public final class Sandbox implements AutoCloseable {

    public static final String CONTROL = "control";

    private final Map<String, HttpDoor> doors = new LinkedHashMap<>();
    private final Neighbours neighbours;
    private final Pusher pusher;
    private final URI register;

    /** Where each listens; 0 for a free port. */
    public record Ports(int control, int maskinporten, int altinn, int svarut, int register) {

        /** Five in a row. */
        public static Ports from(int first) {
            return new Ports(first, first + 1, first + 2, first + 3, first + 4);
        }

        /** Whichever are free. */
        public static Ports free() {
            return new Ports(0, 0, 0, 0, 0);
        }
    }

    /**
     * Starts it.
     *
     * @param host the address to listen at; {@code 127.0.0.1} for this machine alone
     * @param seed of all that is left to chance
     * @throws java.net.BindException if a port is taken
     */
    public Sandbox(String host, Ports ports, SandboxClock clock, Knobs knobs, long seed)
            throws IOException {
        try {
            open(CONTROL, host, ports.control());
            open(Neighbours.MASKINPORTEN, host, ports.maskinporten());
            open(Neighbours.ALTINN, host, ports.altinn());
            open(Neighbours.SVARUT, host, ports.svarut());
            open(Neighbours.REGISTER, host, ports.register());
        } catch (IOException e) {
            doors.values().forEach(HttpDoor::close);
            throw e;
        }
        neighbours =
                new Neighbours(
                        new Neighbours.Addresses(
                                uri(Neighbours.MASKINPORTEN).toString(),
                                uri(Neighbours.ALTINN).toString(),
                                uri(Neighbours.SVARUT).toString()),
                        clock,
                        knobs,
                        seed);
        for (String name : List.of(Neighbours.MASKINPORTEN, Neighbours.ALTINN, Neighbours.SVARUT)) {
            door(name).lead(neighbours.line(name));
        }
        Troubles ofRegister =
                Objects.requireNonNull(neighbours.troubles().get(Neighbours.REGISTER));
        register =
                new FakeRegister(neighbours.register(), door(Neighbours.REGISTER), ofRegister)
                        .uri();
        door(CONTROL)
                .lead(new Line(new ControlDoor(neighbours, this::addresses), new Troubles(seed)));
        pusher = new Pusher(neighbours.events(), neighbours::settle);
    }

    private void open(String name, String host, int port) throws IOException {
        doors.put(name, new HttpDoor(host, port));
    }

    private HttpDoor door(String name) {
        return Objects.requireNonNull(doors.get(name), name);
    }

    /** The address of a neighbour, or of {@link #CONTROL}. */
    public URI uri(String name) {
        return name.equals(Neighbours.REGISTER) ? register() : door(name).uri();
    }

    private URI register() {
        return register;
    }

    /** The address of each, in the order of their ports. */
    public Map<String, URI> addresses() {
        Map<String, URI> all = new LinkedHashMap<>();
        doors.keySet().forEach(name -> all.put(name, uri(name)));
        return all;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    @Override
    public void close() {
        pusher.close();
        new ArrayList<>(doors.values()).forEach(HttpDoor::close);
    }
}
