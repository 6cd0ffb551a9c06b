package no.segl.sandbox.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was given to whom in Altinn. */
public final class Access {

    /** The package that gives access to confidential mail. No role has it. */
    public static final String CONFIDENTIAL =
            "urn:altinn:accesspackage:post-til-virksomheten-med-taushetsbelagt-innhold";

    /** The package for ordinary mail. */
    public static final String ORDINARY = "urn:altinn:accesspackage:ordinaer-post-til-virksomheten";

    /** Who may see and give what others have at an organisation. */
    public static final String MANAGER = "urn:altinn:accesspackage:tilgangsstyring";

    /** The same, and more. */
    public static final String MAIN_ADMINISTRATOR = "urn:altinn:accesspackage:hovedadministrator";

    private final Directory directory;
    private final List<Holding> holdings = new ArrayList<>();

    /**
     * Something that somebody holds.
     *
     * @param from the organisation at which they hold it
     * @param to who: an organisation's number, or the name of a system user or a person
     * @param what a package's URN, or a resource's id
     */
    public record Holding(String from, String to, String what, Instant since) {

        public boolean isPackage() {
            return what.startsWith("urn:altinn:accesspackage:");
        }
    }

    public Access(Directory directory) {
        this.directory = directory;
    }

    /** Gives it; once is enough. */
    public synchronized void give(String from, String to, String what, Instant since) {
        if (find(from, to, what).isEmpty()) {
            holdings.add(new Holding(from, to, what, since));
        }
    }

    /** Takes it back. */
    public synchronized void end(String from, String to, String what) {
        find(from, to, what).ifPresent(holdings::remove);
    }

    private Optional<Holding> find(String from, String to, String what) {
        return holdings.stream()
                .filter(h -> h.from().equals(from) && h.to().equals(to) && h.what().equals(what))
                .findFirst();
    }

    /** All that is held at a unit itself. */
    public synchronized List<Holding> at(String from) {
        return holdings.stream().filter(h -> h.from().equals(from)).toList();
    }

    /** All that somebody holds anywhere. */
    public synchronized List<Holding> of(String to) {
        return holdings.stream().filter(h -> h.to().equals(to)).toList();
    }

    /**
     * Whether one of {@code parties} holds one of {@code what} at a unit. What is held at the unit
     * right above holds for a sub-unit, and for no other kind of unit.
     */
    public boolean holds(Set<String> parties, String unit, Set<String> what) {
        Optional<String> above = directory.answering(unit).map(Organisation::number);
        return java.util.stream.Stream.of(Optional.of(unit), above)
                .flatMap(Optional::stream)
                .flatMap(number -> at(number).stream())
                .anyMatch(h -> parties.contains(h.to()) && what.contains(h.what()));
    }

    /** Whether one of {@code parties} may see and give access at a unit. */
    public boolean manages(Set<String> parties, String unit) {
        return holds(parties, unit, Set.of(MANAGER, MAIN_ADMINISTRATOR));
    }
}
