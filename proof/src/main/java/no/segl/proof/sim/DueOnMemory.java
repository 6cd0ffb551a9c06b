package no.segl.proof.sim;

import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices;
import no.segl.core.access.Grant;
import no.segl.core.deadline.NextLook;
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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The questions of the store on memory: what is due, kept in order, so that asking costs nothing
 * when nothing is; claims that lapse; and what surrounds a letter.
 */
abstract class DueOnMemory implements Post {

    private static final Comparator<Slot> BY_TIME =
            Comparator.comparing(Slot::at).thenComparing(slot -> slot.letter().value());

    private final Rulings rulings;
    private final Supplier<UUID> ids;
    private final Rolls rolls = new Rolls();
    private final Map<LetterId, Drawer> drawers = new LinkedHashMap<>();
    private final TreeSet<Slot> looks = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> destructions = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> jobs = new TreeSet<>(BY_TIME);
    private final TreeSet<Drawer.Told> notices = new TreeSet<>();
    private final Map<UUID, Drawer.Told> byId = new LinkedHashMap<>();
    private final Map<UUID, List<Drawer.Told>> messages = new LinkedHashMap<>();
    private final Map<OrgNumber, Set<LetterId>> waiting = new LinkedHashMap<>();
    private final Set<LetterId> toPrint = new LinkedHashSet<>();

    private record Slot(Instant at, LetterId letter) {}

    DueOnMemory(Rulings rulings, Supplier<UUID> ids) {
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

    void add(Drawer drawer) {
        drawers.put(drawer.id, drawer);
        in(drawer);
    }

    /** Takes a letter out of all orders, before its rows change. */
    void out(Drawer d) {
        d.nextLook.map(NextLook::at).ifPresent(at -> looks.remove(new Slot(at, d.id)));
        d.destroyAt.ifPresent(at -> destructions.remove(new Slot(at, d.id)));
        d.jobDue.ifPresent(at -> jobs.remove(new Slot(at, d.id)));
        d.notices.values().forEach(notices::remove);
    }

    /** Puts it back. */
    void in(Drawer d) {
        d.nextLook.map(NextLook::at).ifPresent(at -> looks.add(new Slot(at, d.id)));
        d.destroyAt.ifPresent(at -> destructions.add(new Slot(at, d.id)));
        d.jobDue.ifPresent(at -> jobs.add(new Slot(at, d.id)));
        for (Drawer.Told notice : d.notices.values()) {
            byId.putIfAbsent(notice.id, notice);
            if (notice.state == Notifying.State.ORDERED) {
                notices.add(notice);
            }
        }
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
    public List<LetterId> claimLooks(Instant now, Duration claim, int limit) {
        return claim(looks, now, claim, limit);
    }

    @Override
    public List<LetterId> claimDestructions(Instant now, Duration claim, int limit) {
        return claim(destructions, now, claim, limit);
    }

    private List<LetterId> claim(TreeSet<Slot> due, Instant now, Duration claim, int limit) {
        List<LetterId> claimed = new ArrayList<>();
        for (Slot slot : due) {
            if (slot.at().isAfter(now) || claimed.size() == limit) {
                break;
            }
            Drawer drawer = get(slot.letter());
            if (drawer.claimedUntil.filter(until -> !until.isBefore(now)).isEmpty()) {
                drawer.claimedUntil = Optional.of(now.plus(rulings.claim(claim)));
                claimed.add(slot.letter());
            }
        }
        return claimed;
    }

    @Override
    public List<LetterId> claimJobs(Instant now, Duration claim, int limit) {
        List<LetterId> claimed =
                jobs.stream()
                        .takeWhile(slot -> !slot.at().isAfter(now))
                        .limit(limit)
                        .map(Slot::letter)
                        .toList();
        for (LetterId id : claimed) {
            Drawer drawer = get(id);
            out(drawer);
            drawer.jobDue = Optional.of(now.plus(rulings.claim(claim)));
            in(drawer);
        }
        return claimed;
    }

    @Override
    public List<DueNotices.Due> claimNotices(Instant now, Instant until, int addressees) {
        Map<Notice.To, List<Drawer.Told>> byAddressee = new LinkedHashMap<>();
        for (Drawer.Told notice : notices) {
            if (notice.next.isAfter(now)) {
                break;
            }
            if (byAddressee.size() < addressees || byAddressee.containsKey(notice.to)) {
                byAddressee.computeIfAbsent(notice.to, _ -> new ArrayList<>()).add(notice);
            }
        }
        List<Drawer.Told> claimed = byAddressee.values().stream().flatMap(List::stream).toList();
        for (Drawer.Told notice : claimed) {
            notice.attempts++;
            move(notice, now.plus(rulings.claim(Duration.between(now, until))));
        }
        return claimed.stream()
                .map(this::due)
                .sorted(
                        Comparator.comparing(DueNotices.Due::availableAt)
                                .thenComparing(DueNotices.Due::id))
                .toList();
    }

    private void move(Drawer.Told notice, Instant next) {
        notices.remove(notice);
        notice.next = next;
        notices.add(notice);
    }

    private DueNotices.Due due(Drawer.Told notice) {
        Letter letter = get(notice.letter).letter;
        Instant availableAt =
                letter instanceof Letter.Available a ? a.availableAt() : notice.orderedAt;
        return new DueNotices.Due(
                notice.id,
                notice.letter,
                notice.kind,
                notice.to,
                notice.orderedAt,
                notice.attempts,
                letter.envelope().recipient(),
                "",
                availableAt);
    }

    @Override
    public Optional<Instant> firstDue() {
        return Stream.of(first(looks), first(destructions), first(jobs), firstNotice())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> firstNotice() {
        return notices.isEmpty() ? Optional.empty() : Optional.of(notices.first().next);
    }

    /** The first that is not claimed, or when the first claim lapses; of very many, a guess. */
    private Optional<Instant> first(TreeSet<Slot> due) {
        return due.stream()
                .limit(20)
                .map(slot ->
                        get(slot.letter())
                                .claimedUntil
                                .map(until -> until.plusMillis(1))
                                .filter(until -> until.isAfter(slot.at()))
                                .orElse(slot.at()))
                .min(Comparator.naturalOrder());
    }

    /** The letter whose look is longest overdue, whether or not it is claimed. */
    Optional<Instant> firstLook() {
        return looks.isEmpty() ? Optional.empty() : Optional.of(looks.first().at());
    }

    @Override
    public void again(UUID notice, Instant next) {
        Optional.ofNullable(byId.get(notice))
                .filter(n -> n.state == Notifying.State.ORDERED)
                .ifPresent(n -> move(n, next));
    }

    @Override
    public void carriedBy(UUID message, UUID contact, Collection<UUID> carried) {
        List<Drawer.Told> told =
                carried.stream()
                        .map(id -> Optional.ofNullable(byId.get(id)).orElseThrow())
                        .toList();
        for (Drawer.Told notice : told) {
            notice.contact = Optional.of(contact);
            notice.message = Optional.of(message);
        }
        messages.put(message, told);
    }

    @Override
    public List<DueNotices.Carried> carriedIn(UUID message) {
        return messages.getOrDefault(message, List.of()).stream()
                .filter(n -> n.message.filter(message::equals).isPresent())
                .map(n -> new DueNotices.Carried(n.id, n.letter, n.contact.orElseThrow()))
                .toList();
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
