package no.segl.proof.sim;

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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.segl.app.store.DueNotices;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Notifying;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Notice;

/** Notices on memory: those that are to go out, in order, and what carried them. */
abstract class NoticesOnMemory extends CasesOnMemory {

    private static final Duration LONG_BEFORE = Duration.ofDays(1);

    private final TreeSet<Drawer.Told> notices = new TreeSet<>();
    private final Map<UUID, List<Drawer.Told>> messages = new LinkedHashMap<>();
    private final Map<UUID, Set<Drawer.Told>> byContact = new LinkedHashMap<>();

    NoticesOnMemory(Rulings rulings, Supplier<UUID> ids) {
        super(rulings, ids);
    }

    /** Takes a letter's notices out of their order, before they change. */
    void withdraw(Drawer d) {
        d.ordered.forEach(notices::remove);
    }

    /** Puts them back. */
    void submit(Drawer d) {
        for (Drawer.Told notice : d.ordered) {
            byId.putIfAbsent(notice.id, notice);
            notices.add(notice);
        }
    }

    Instant firstNotice() {
        return notices.isEmpty() ? Instant.MAX : notices.first().next;
    }

    @Override
    public List<DueNotices.Due> claimNotices(
            Instant due, Instant now, Duration claim, int addressees) {
        Map<Notice.To, List<Drawer.Told>> byAddressee = new LinkedHashMap<>();
        for (Drawer.Told notice : notices) {
            if (notice.next.isAfter(due)) {
                break;
            }
            if (byAddressee.size() < addressees || byAddressee.containsKey(notice.to)) {
                byAddressee.computeIfAbsent(notice.to, _ -> new ArrayList<>()).add(notice);
            }
        }
        List<Drawer.Told> claimed = byAddressee.values().stream().flatMap(List::stream).toList();
        for (Drawer.Told notice : claimed) {
            move(notice, now.plus(rulings().claim(longer(claim, notice.attempts))));
            notice.attempts++;
        }
        return claimed.stream()
                .map(this::due)
                .sorted(
                        Comparator.comparing(DueNotices.Due::availableAt)
                                .thenComparing(notice -> notice.id().toString()))
                .toList();
    }

    private static Duration longer(Duration claim, int attempts) {
        Duration doubled = claim.multipliedBy(1L << Math.min(attempts, 10));
        Duration longest = claim.plusHours(6);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private void move(Drawer.Told notice, Instant next) {
        notices.remove(notice);
        notice.next = next;
        notices.add(notice);
    }

    private DueNotices.Due due(Drawer.Told notice) {
        Drawer drawer = get(notice.letter);
        Letter letter = drawer.letter;
        Instant availableAt =
                switch (letter) {
                    case Letter.Available a -> a.availableAt();
                    case Letter.Opened o -> o.availableAt();
                    case Letter.Accepted a -> a.acceptedAt();
                    case Letter.Closed c -> c.availableAt().orElse(c.acceptedAt());
                    case Letter.Draft _ -> notice.orderedAt;
                };
        return new DueNotices.Due(
                notice.id,
                notice.letter,
                notice.kind,
                notice.to,
                notice.orderedAt,
                notice.attempts,
                drawer.rules,
                letter.envelope().recipient(),
                "",
                availableAt,
                drawer.nextLook.map(NextLook::at));
    }

    @Override
    public Set<UUID> wanted(Collection<UUID> asked) {
        return asked.stream()
                .filter(id -> state(id).equals(Optional.of(Notifying.State.ORDERED)))
                .collect(Collectors.toSet());
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
        byContact.computeIfAbsent(contact, _ -> new LinkedHashSet<>()).addAll(told);
        messages.put(message, told);
    }

    @Override
    public Optional<Instant> lastSent(UUID contact, Notice.Kind kind) {
        Set<Drawer.Told> carried = byContact.getOrDefault(contact, Set.of());
        Optional<Instant> last =
                carried.stream()
                        .filter(n ->
                                n.kind == kind && n.contact.filter(contact::equals).isPresent())
                        .flatMap(n -> n.sentAt.stream())
                        .max(Comparator.naturalOrder());
        // In a year there are thousands, and what went out long before is not the last again.
        last.map(at -> at.minus(LONG_BEFORE))
                .ifPresent(before ->
                        carried.removeIf(n ->
                                n.kind == kind && n.sentAt.filter(before::isAfter).isPresent()));
        return last;
    }

    @Override
    public List<DueNotices.Carried> carriedIn(UUID message) {
        return messages.getOrDefault(message, List.of()).stream()
                .filter(n -> n.message.filter(message::equals).isPresent())
                .map(n ->
                        new DueNotices.Carried(
                                n.id,
                                n.letter,
                                n.contact.orElseThrow(),
                                n.kind,
                                n.to,
                                get(n.letter).letter.envelope().recipient()))
                .toList();
    }
}
