package no.segl.proof.sim;

import java.time.Instant;
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
import no.segl.core.access.Grant;
import no.segl.core.deadline.Notifying;
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

/**
 * The questions of the store on memory about what surrounds a letter, and the rows that they are
 * asked of.
 */
abstract class RowsOnMemory implements Post {

    final Map<LetterId, Drawer> drawers = new LinkedHashMap<>();
    final Map<UUID, Drawer.Told> byId = new LinkedHashMap<>();
    private final Rulings rulings;
    private final Supplier<UUID> ids;
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

    Drawer get(LetterId id) {
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
        if (isWaiting && d.isCase(Matter.Reason.PRINT_NEEDED, Side.SENDER)) {
            toPrint.add(d.id);
        } else {
            toPrint.remove(d.id);
        }
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
    public Optional<Notifying.State> state(UUID notice) {
        return Optional.ofNullable(byId.get(notice)).map(n -> n.state);
    }

    @Override
    public List<Notifying.Ordered> notices(LetterId letter) {
        return get(letter).ordered();
    }

    @Override
    public Notifying.Standing standing(LetterId letter, UUID notice) {
        return Notifying.standing(notice, get(letter).ordered(), get(letter).raised(), ids);
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
    public List<Grant> grants(PersonId person) {
        return rolls.of(person);
    }

    @Override
    public void enter(Unit unit) {
        rolls.enter(unit);
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
        return List.copyOf(waiting.getOrDefault(recipient, Set.of()));
    }

    @Override
    public List<LetterId> toPrint() {
        return List.copyOf(toPrint);
    }

    /** How many letters there are, by how they stand. */
    Map<String, Integer> standing() {
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
