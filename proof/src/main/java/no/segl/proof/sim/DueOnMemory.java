package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.app.store.DueNotices;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Notice;

/**
 * The questions of the store on memory: what is due, kept in order, so that asking costs nothing
 * when nothing is; claims that lapse; and what surrounds a letter.
 */
abstract class DueOnMemory extends RowsOnMemory {

    private static final Comparator<Slot> BY_TIME =
            Comparator.comparing(Slot::at).thenComparing(slot -> slot.letter().value());

    private final TreeSet<Slot> looks = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> destructions = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> jobs = new TreeSet<>(BY_TIME);
    private final TreeSet<Drawer.Told> notices = new TreeSet<>();
    private final Map<UUID, List<Drawer.Told>> messages = new LinkedHashMap<>();

    private record Slot(Instant at, LetterId letter) {}

    DueOnMemory(Rulings rulings, Supplier<UUID> ids) {
        super(rulings, ids);
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
        stands(d);
    }

    @Override
    public List<LetterId> claimLooks(Instant now, Duration claim, int limit) {
        return claim(looks, now, claim, limit);
    }

    @Override
    public List<LetterId> claimDestructions(Instant now, Duration claim, int limit) {
        return claim(destructions, now, claim, limit);
    }

    private List<LetterId> claim(Set<Slot> due, Instant now, Duration claim, int limit) {
        List<LetterId> claimed = new ArrayList<>();
        for (Slot slot : due) {
            if (slot.at().isAfter(now) || claimed.size() == limit) {
                break;
            }
            Drawer drawer = get(slot.letter());
            if (drawer.claimedUntil.filter(until -> !until.isBefore(now)).isEmpty()) {
                drawer.claimedUntil = Optional.of(now.plus(rulings().claim(claim)));
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
            drawer.jobDue = Optional.of(now.plus(rulings().claim(claim)));
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
            move(notice, now.plus(rulings().claim(Duration.between(now, until))));
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
        Instant first = notices.isEmpty() ? Instant.MAX : notices.first().next;
        first = earlier(first, first(looks));
        first = earlier(first, first(destructions));
        first = earlier(first, jobs.isEmpty() ? Instant.MAX : jobs.first().at());
        return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
    }

    /** The first that is not claimed, or when a claim before it lapses; of very many, a guess. */
    private Instant first(Set<Slot> due) {
        Instant first = Instant.MAX;
        int seen = 0;
        for (Slot slot : due) {
            Optional<Instant> claimed = get(slot.letter()).claimedUntil;
            boolean isFree = claimed.isEmpty() || claimed.get().isBefore(slot.at());
            first = earlier(first, isFree ? slot.at() : claimed.get().plusMillis(1));
            if (isFree || ++seen == 20) {
                break;
            }
        }
        return first;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
}
