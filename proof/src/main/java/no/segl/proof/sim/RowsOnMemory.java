package no.segl.proof.sim;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.HeldPaper;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.deadline.Instead;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.print.Consequences;
import no.segl.core.print.Fallback;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.readiness.Readiness;

/**
 * The questions of the store on memory about what surrounds a letter, and the rows that they are
 * asked of.
 */
abstract class RowsOnMemory implements Store {

    final Map<LetterId, Drawer> drawers = new LinkedHashMap<>();
    final Map<UUID, Drawer.Told> byId = new LinkedHashMap<>();
    private final Rulings rulings;
    final Supplier<UUID> ids;
    private final Rolls rolls = new Rolls();
    private final Map<OrgNumber, Set<LetterId>> waiting = new LinkedHashMap<>();
    private final Set<LetterId> toPrint = new LinkedHashSet<>();

    RowsOnMemory(Rulings rulings, Supplier<UUID> ids) {
        this.rulings = rulings;
        this.ids = ids;
    }

    Rulings rulings() {
        return rulings;
    }

    Rolls rolls() {
        return rolls;
    }

    Optional<Drawer> find(LetterId id) {
        return Optional.ofNullable(drawers.get(id));
    }

    @Override
    public Drawer get(LetterId id) {
        return find(id).orElseThrow();
    }

    /** Takes note of whether a letter waits, and for paper. */
    void stands(Drawer d) {
        boolean isWaiting = d.letter instanceof Letter.Available;
        Set<LetterId> there =
                waiting.computeIfAbsent(
                        d.letter.envelope().recipient(), _ -> new LinkedHashSet<>());
        if (isWaiting) {
            there.add(d.id);
        } else {
            there.remove(d.id);
        }
        if (isWaiting && isForPerson(d)) {
            toPrint.add(d.id);
        } else {
            toPrint.remove(d.id);
        }
    }

    /** Those that somebody could open when they were last looked at, and that nobody has. */
    List<Drawer> readable() {
        return waiting.values().stream()
                .flatMap(Set::stream)
                .map(this::get)
                .filter(d ->
                        d.letter instanceof Letter.Available a
                                && a.looks() > 0
                                && !a.chase().readerless())
                .toList();
    }

    private static boolean isForPerson(Drawer d) {
        return d.isCase(Matter.Reason.PRINT_NEEDED, Side.SENDER)
                || d.isCase(Matter.Reason.PRINT_FAILED, Side.SENDER);
    }

    @Override
    public Situation situation(Envelope letter, Instant at) {
        return new Situation(
                rolls.readers(letter.recipient(), letter.category(), at),
                rolls.givers(letter.recipient(), at),
                get(letter.id()).raised(),
                ids);
    }

    @Override
    public Looking.Held heldBack(Envelope letter, Instant at) {
        return new Looking.Held(
                rolls.ready(letter.recipient(), letter.category(), at).isReady(),
                get(letter.id()).raised(),
                ids);
    }

    @Override
    public List<Readiness> ready(Collection<OrgNumber> units, Category category, Instant at) {
        return units.stream().map(unit -> rolls.ready(unit, category, at)).toList();
    }

    @Override
    public Fallback.Surroundings fallback(HeldPaper paper, Instant now) {
        Envelope letter = paper.held().letter().envelope();
        return new Fallback.Surroundings() {
            @Override
            public Optional<Route> route() {
                return rolls.route(letter.sender());
            }

            @Override
            public List<PrintJob> jobs() {
                return paper.jobs();
            }

            @Override
            public Set<Situation.Raised> cases() {
                return paper.cases();
            }

            @Override
            public Rules rules() {
                return paper.held().rules();
            }

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public UUID id() {
                return ids.get();
            }
        };
    }

    @Override
    public Consequences.Around around(HeldPaper paper, Instant now) {
        return new Consequences.Around(paper.cases(), ids, paper.held().rules(), now);
    }

    @Override
    public Optional<Notifying.State> state(UUID notice) {
        return Optional.ofNullable(byId.get(notice)).map(n -> n.state);
    }

    @Override
    public List<Notifying.Ordered> notices(LetterId letter) {
        return get(letter).all();
    }

    @Override
    public Notifying.Standing standing(Letter letter, Notifying.Gone gone, Instant now) {
        Drawer drawer = get(letter.envelope().id());
        return Notifying.standing(gone.notice(), drawer.all(), drawer.raised(), ids)
                .with(
                        Instead.of(
                                letter,
                                gone,
                                drawer.raised(),
                                new StandinsOnMemory(drawer, rolls, now),
                                ids));
    }

    @Override
    public List<Contact> reach(Notice.To to) {
        return rolls.reach(to);
    }

    @Override
    public void enter(Contact contact) {
        rolls.enter(contact);
    }

    @Override
    public void refused(UUID contact, Instant now) {
        rolls.refused(contact, now);
    }

    @Override
    public boolean bounced(UUID contact, int most, Instant now) {
        return rolls.bounced(contact, most, now);
    }

    @Override
    public List<Grant> grants(PersonId person) {
        return rolls.of(person);
    }

    @Override
    public void enter(Unit unit) {
        rolls.enter(unit);
        moved();
    }

    @Override
    public void enter(PersonId person) {
        // On memory nobody need be known to be named.
    }

    /** Who answers for what may have changed. */
    abstract void moved();

    @Override
    public void allow(OrgNumber unit, Route route) {
        rolls.allow(unit, route);
    }

    @Override
    public Lineage lineage(OrgNumber unit) {
        return rolls.lineage(unit);
    }

    @Override
    public Optional<Instant> last(LetterId letter, PersonId person, Set<String> types) {
        return get(letter).read.getOrDefault(person, Map.of()).entrySet().stream()
                .filter(e -> types.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<LetterId> waiting(OrgNumber recipient) {
        return waiting.getOrDefault(recipient, Set.of()).stream()
                .sorted(Comparator.comparing(LetterId::toString))
                .toList();
    }

    @Override
    public List<LetterId> toPrint() {
        return toPrint.stream().sorted(Comparator.comparing(LetterId::toString)).toList();
    }

    /** How many letters there are, by how they stand. */
    @Override
    public Map<String, Integer> standing() {
        Map<String, Integer> standing = new TreeMap<>();
        for (Drawer drawer : drawers.values()) {
            String how =
                    drawer.letter instanceof Letter.Closed closed
                            ? closed.how().getClass().getSimpleName()
                            : drawer.letter.getClass().getSimpleName();
            standing.merge(how, 1, Integer::sum);
        }
        return standing;
    }
}
