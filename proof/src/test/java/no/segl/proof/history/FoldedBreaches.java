package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import no.segl.app.store.Breaches;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.CaseFact.CaseClosed;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.Side;
import no.segl.proof.running.RunningSegl;

/** What may be a breach, as it is counted and listed, held against the facts of the ledger. */
final class FoldedBreaches {

    private static final Duration CLOCK = Duration.ofDays(3);

    private final Map<UUID, Open> open = new TreeMap<>();
    private final Breaches breaches;
    private final Instant now;

    /** One that nobody has decided on. */
    private record Open(OrgNumber unit, Side at, Instant known) {}

    FoldedBreaches(RunningSegl segl, Instant now) {
        this.breaches = segl.server.part(Breaches.class);
        this.now = now;
    }

    /** Takes in the history of a letter from {@code sender} to {@code recipient}. */
    void take(OrgNumber sender, OrgNumber recipient, List<Written> history) {
        for (Written written : history) {
            switch (written.fact()) {
                case CaseRaised raised when raised.reason().isBreach() ->
                        open.put(
                                raised.matter(),
                                new Open(
                                        raised.at() == Side.SENDER ? sender : recipient,
                                        raised.at(),
                                        written.at()));
                case CaseClosed closed -> open.remove(closed.matter());
                default -> {}
            }
        }
    }

    /** Holds what is counted and listed, for each unit and for all of them together. */
    void check() {
        Set<OrgNumber> all = new HashSet<>();
        open.values().forEach(o -> all.add(o.unit()));
        List<Set<OrgNumber>> scopes =
                new ArrayList<>(all.stream().<Set<OrgNumber>>map(Set::of).toList());
        scopes.add(all);
        for (Set<OrgNumber> units : scopes) {
            check(units, Set.of());
            check(Set.of(), units);
            check(units, units);
        }
    }

    private void check(Set<OrgNumber> recipients, Set<OrgNumber> senders) {
        Predicate<Open> theirs =
                o -> (o.at() == Side.SENDER ? senders : recipients).contains(o.unit());
        long late =
                open.values().stream()
                        .filter(theirs)
                        .filter(o -> !o.known().plus(CLOCK).isAfter(now))
                        .count();
        List<UUID> ids =
                open.entrySet().stream()
                        .filter(e -> theirs.test(e.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(breaches.count(recipients, senders, now))
                .isEqualTo(new Breaches.Count(ids.size(), late));
        assertThat(listed(recipients, senders)).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Every part of the list, put together. */
    private List<UUID> listed(Set<OrgNumber> recipients, Set<OrgNumber> senders) {
        List<UUID> ids = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            Breaches.Page page = breaches.page(recipients, senders, true, after, 7);
            page.rows().forEach(r -> ids.add(r.matter().id()));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }
}
