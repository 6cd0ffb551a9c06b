package no.segl.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.segl.sandbox.altinn.AccessRoutes;
import no.segl.sandbox.altinn.AltinnDoor;
import no.segl.sandbox.altinn.Caller;
import no.segl.sandbox.altinn.CorrespondenceRoutes;
import no.segl.sandbox.altinn.CorrespondenceWorld;
import no.segl.sandbox.altinn.ExchangeRoutes;
import no.segl.sandbox.altinn.Happening;
import no.segl.sandbox.altinn.MessageList;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.events.EventRoutes;
import no.segl.sandbox.events.EventWorld;
import no.segl.sandbox.maskinporten.Keys;
import no.segl.sandbox.maskinporten.Maskinporten;
import no.segl.sandbox.maskinporten.Mint;
import no.segl.sandbox.notice.Notices;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.register.RegisterBook;
import no.segl.sandbox.svarut.SvarUtDoor;
import no.segl.sandbox.svarut.SvarUtWorld;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.time.SandboxClock;
import no.segl.sandbox.wire.Line;
import no.segl.sandbox.wire.Troubles;

/** All neighbours, and the lines to them. */
public final class Neighbours {

    public static final String ALTINN = "altinn";
    public static final String SVARUT = "svarut";
    public static final String MASKINPORTEN = "maskinporten";
    public static final String REGISTER = "enhetsregisteret";

    private static final String KEY = "sandbox-clients";

    private final SandboxClock clock;
    private final Knobs knobs;
    private final Directory directory = Seed.directory();
    private final Access access;
    private final Notices notices = new Notices();
    private final Resources resources = Resources.seed();
    private final Maskinporten maskinporten;
    private final Mint altinnTokens;
    private final CorrespondenceWorld correspondence;
    private final EventWorld events;
    private final SvarUtWorld svarut;
    private final RegisterBook register;
    private final Map<String, Troubles> troubles = new LinkedHashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** Where each can be found, without a slash at the end; the answers hold these addresses. */
    public record Addresses(String maskinporten, String altinn, String svarut) {

        /** Where nobody listens, for whoever asks without a socket. */
        public static Addresses nowhere() {
            return new Addresses(
                    "http://maskinporten.invalid",
                    "http://altinn.invalid",
                    "http://svarut.invalid");
        }
    }

    /**
     * Makes them.
     *
     * @param seed of all that is left to chance
     */
    public Neighbours(Addresses at, SandboxClock clock, Knobs knobs, long seed) {
        this.clock = clock;
        this.knobs = knobs;
        this.access = Seed.access(directory, clock.instant());
        for (String name : Set.of(ALTINN, SVARUT, MASKINPORTEN, REGISTER)) {
            troubles.put(name, new Troubles(seed + name.hashCode()));
        }
        var maskinportenTime = clock.asReadBy(MASKINPORTEN);
        var altinnTime = clock.asReadBy(ALTINN);
        Mint mint =
                new Mint(at.maskinporten() + "/", Keys.of(seed, MASKINPORTEN), maskinportenTime);
        maskinporten = new Maskinporten(mint, Keys.of(seed, KEY), maskinportenTime, knobs);
        altinnTokens =
                new Mint(
                        at.altinn() + "/authentication/api/v1/openid/",
                        Keys.of(seed, ALTINN),
                        altinnTime);
        events = new EventWorld(at.altinn(), altinnTime, knobs, seed + 1);
        correspondence =
                new CorrespondenceWorld(
                        directory,
                        access,
                        resources,
                        altinnTime,
                        knobs,
                        notices,
                        h -> pass(at, h),
                        seed + 2);
        svarut =
                new SvarUtWorld(
                        directory,
                        clock.asReadBy(SVARUT),
                        knobs,
                        notices,
                        new AltinnCarrier(correspondence),
                        seed + 3);
        register = RegisterBook.of(directory, clock.asReadBy(REGISTER));
        Clients.register(maskinporten);
        Mint ofMaskinporten = mint.asReadBy(altinnTime);
        lines.put(MASKINPORTEN, new Line(maskinporten, of(MASKINPORTEN)));
        lines.put(ALTINN, new Line(altinn(ofMaskinporten, seed), of(ALTINN)));
        lines.put(
                SVARUT,
                new Line(
                        new SvarUtDoor(
                                svarut,
                                mint.asReadBy(clock.asReadBy(SVARUT)),
                                clock.asReadBy(SVARUT),
                                at.svarut()),
                        of(SVARUT)));
    }

    private AltinnDoor altinn(Mint ofMaskinporten, long seed) {
        AltinnDoor door = new AltinnDoor(ofMaskinporten, altinnTokens);
        ExchangeRoutes.add(door, ofMaskinporten, altinnTokens, knobs);
        CorrespondenceRoutes.add(
                door, correspondence, new MessageList(correspondence, seed + 4), directory);
        AccessRoutes.add(door, access, directory);
        EventRoutes.add(door, events);
        return door;
    }

    /** Whoever subscribes is told of it, and SvarUT of what was opened of its own. */
    private void pass(Addresses at, Happening happening) {
        events.happened(
                "no.altinn.correspondence." + happening.type(),
                at.altinn() + "/correspondence/api/v1/correspondence",
                happening.resource(),
                happening.instance(),
                "urn:altinn:organization:identifier-no:" + happening.subject(),
                happening.at());
        if (happening.type().equals("correspondencereceiverread")
                && happening.subject().equals(Seed.SVARUT)) {
            svarut.isOpened(java.util.UUID.fromString(happening.instance()), happening.at());
        }
    }

    /** Lets all happen that is due anywhere. */
    public void settle() {
        correspondence.settle();
        svarut.settle();
    }

    private Troubles of(String name) {
        return Objects.requireNonNull(troubles.get(name), name);
    }

    /** The troubles of each line, by its name. */
    public Map<String, Troubles> troubles() {
        return Map.copyOf(troubles);
    }

    /**
     * The line to one of {@link #ALTINN}, {@link #SVARUT} and {@link #MASKINPORTEN}.
     *
     * @throws NullPointerException if there is none of that name
     */
    public Line line(String name) {
        return Objects.requireNonNull(lines.get(name), name);
    }

    public SandboxClock clock() {
        return clock;
    }

    public Knobs knobs() {
        return knobs;
    }

    public Directory directory() {
        return directory;
    }

    public Access access() {
        return access;
    }

    public Notices notices() {
        return notices;
    }

    public Resources resources() {
        return resources;
    }

    public Maskinporten maskinporten() {
        return maskinporten;
    }

    public CorrespondenceWorld correspondence() {
        return correspondence;
    }

    public EventWorld events() {
        return events;
    }

    public SvarUtWorld svarut() {
        return svarut;
    }

    public RegisterBook register() {
        return register;
    }

    /** No token that was made before holds any more. */
    public void endTokens() {
        maskinporten.mint().endAll();
        altinnTokens.endAll();
    }

    /** A person at an organisation, who opens what Altinn's pages let them. */
    public static Caller person(String owner) {
        return AltinnCarrier.caller(owner, Set.of(Caller.READ, Caller.SERVICE_OWNER));
    }
}
