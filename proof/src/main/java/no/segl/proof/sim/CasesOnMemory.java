package no.segl.proof.sim;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.segl.app.store.Upkeep;
import no.segl.core.deadline.CaseDue;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/** Cases on memory: which there are, and whose. */
abstract class CasesOnMemory extends RowsOnMemory {

    private final Map<UUID, Drawer.Case> matters = new LinkedHashMap<>();
    private final Map<End, Set<LetterId>> waiting = new LinkedHashMap<>();
    private final Set<LetterId> worked = new LinkedHashSet<>();

    /** Those of them where somebody has a case who does not answer for it. */
    private final Set<LetterId> stray = new LinkedHashSet<>();

    /** Of which that may have changed. */
    private final Set<LetterId> unsure = new LinkedHashSet<>();

    /** One end of letters. */
    private record End(OrgNumber unit, Side side) {}

    CasesOnMemory(Rulings rulings, Supplier<UUID> ids) {
        super(rulings, ids);
    }

    @Override
    void stands(Drawer d) {
        super.stands(d);
        d.cases.forEach(c -> matters.putIfAbsent(c.id, c));
        for (Side side : Side.values()) {
            Set<LetterId> there =
                    waiting.computeIfAbsent(
                            new End(side.unit(d.letter.envelope()), side),
                            _ -> new LinkedHashSet<>());
            if (d.open().anyMatch(c -> c.side == side)) {
                there.add(d.id);
            } else {
                there.remove(d.id);
            }
        }
        if (d.open().anyMatch(c -> c.owner.isPresent())) {
            worked.add(d.id);
            unsure.add(d.id);
        } else if (worked.remove(d.id)) {
            unsure.add(d.id);
        }
    }

    @Override
    void moved() {
        unsure.addAll(worked);
    }

    Drawer.Case matter(UUID id) {
        return Optional.ofNullable(matters.get(id)).orElseThrow();
    }

    /** Open cases of persons who do not answer for them at {@code now}. */
    List<Drawer.Case> strays(Instant now) {
        for (LetterId letter : unsure) {
            if (strays(letter, now).findFirst().isPresent()) {
                stray.add(letter);
            } else {
                stray.remove(letter);
            }
        }
        unsure.clear();
        return stray.stream().flatMap(letter -> strays(letter, now)).toList();
    }

    private Stream<Drawer.Case> strays(LetterId letter, Instant now) {
        return get(letter)
                .open()
                .filter(c ->
                        c.owner
                                .filter(p -> !rolls().answering(c.side, c.unit, now).contains(p))
                                .isPresent());
    }

    /** As app.store.Upkeep has it. */
    @Override
    public Optional<Upkeep.Unanswered> unanswered(OrgNumber unit, Side side, Instant now) {
        List<Drawer> there =
                waiting.getOrDefault(new End(unit, side), Set.of()).stream()
                        .map(this::get)
                        .toList();
        if (there.isEmpty() || isHeard(new End(unit, side), now)) {
            return Optional.empty();
        }
        Optional<Instant> alone =
                there.stream()
                        .filter(d -> d.open().noneMatch(c -> isHeard(new End(c.unit, c.side), now)))
                        .flatMap(Drawer::open)
                        .filter(c -> c.side == side)
                        .map(c -> c.raisedAt)
                        .min(Comparator.naturalOrder());
        return rulings()
                .unanswered(
                        new Upkeep.Unanswered(
                                unit,
                                side,
                                there.stream()
                                        .flatMap(Drawer::open)
                                        .filter(c -> c.side == side)
                                        .count(),
                                !rolls().answering(side, unit, now).isEmpty(),
                                alone));
    }

    private boolean isHeard(End end, Instant now) {
        List<PersonId> answering = rolls().answering(end.side(), end.unit(), now);
        return !answering.isEmpty()
                && Stream.concat(
                                Stream.of(new Notice.To.Unit(end.unit())),
                                answering.stream().map(Notice.To.Person::new))
                        .anyMatch(to -> !rolls().reach(to).isEmpty());
    }

    @Override
    public List<UUID> openCases(LetterId letter) {
        return get(letter).open().map(c -> c.id).toList();
    }

    @Override
    public Worked worked(UUID id, Instant at) {
        Drawer.Case c = matter(id);
        return new Worked(
                c.letter,
                c.row(),
                c.unit,
                new CaseDue.Surroundings(
                        rolls().answering(c.side, c.unit, at), get(c.letter).raised(), ids));
    }
}
