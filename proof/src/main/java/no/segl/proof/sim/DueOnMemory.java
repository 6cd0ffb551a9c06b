package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import no.segl.app.store.DueCases;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DueWork;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Reason;
import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.print.PrintJob;

/**
 * The questions of the store on memory: what is due, kept in order, so that asking costs nothing
 * when nothing is; claims that lapse; and what surrounds a letter.
 */
abstract class DueOnMemory extends NoticesOnMemory {

    private static final Comparator<Slot> BY_TIME =
            Comparator.comparing(Slot::at).thenComparing(Slot::id);

    private static final Duration LONGEST_CLAIM = Duration.ofHours(6);

    // Not the dice: the database throws its own, too.
    final SplittableRandom own = new SplittableRandom(1);

    private final TreeSet<Slot> looks = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> destructions = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> jobs = new TreeSet<>(BY_TIME);
    private final TreeSet<Slot> cases = new TreeSet<>(BY_TIME);

    private record Slot(Instant at, UUID id, LetterId letter) {}

    DueOnMemory(Rulings rulings, Supplier<UUID> ids) {
        super(rulings, ids);
    }

    void add(Drawer drawer) {
        drawers.put(drawer.id, drawer);
        in(drawer);
    }

    /** Takes a letter out of all orders, before its rows change. */
    void out(Drawer d) {
        d.nextLook.map(NextLook::at).ifPresent(at -> looks.remove(slot(at, d)));
        d.destroyAt.ifPresent(at -> destructions.remove(slot(at, d)));
        d.jobs.forEach(j -> j.next.ifPresent(at -> jobs.remove(slot(at, j, d))));
        d.open().forEach(c -> cases.remove(new Slot(c.dueAt, c.id, d.id)));
        withdraw(d);
    }

    /** Puts it back. */
    void in(Drawer d) {
        d.nextLook.map(NextLook::at).ifPresent(at -> looks.add(slot(at, d)));
        d.destroyAt.ifPresent(at -> destructions.add(slot(at, d)));
        d.jobs.forEach(j -> j.next.ifPresent(at -> jobs.add(slot(at, j, d))));
        d.open().forEach(c -> cases.add(new Slot(c.dueAt, c.id, d.id)));
        submit(d);
        stands(d);
    }

    private static Slot slot(Instant at, Drawer d) {
        return new Slot(at, d.id.value(), d.id);
    }

    private static Slot slot(Instant at, JobRow job, Drawer d) {
        return new Slot(at, job.id().value(), d.id);
    }

    @Override
    public List<DueWork.Claim> claimLooks(Instant now, Duration claim, int limit) {
        return claim(looks, now, claim, limit);
    }

    /** As app.store.LostReaders has it. */
    @Override
    public void lookAnew(Instant now) {
        for (Drawer d : readable()) {
            Envelope letter = d.letter.envelope();
            boolean isLater =
                    d.nextLook.filter(look -> look.at().isAfter(now)).isPresent()
                            && lastLook(d).filter(at -> at.isBefore(now)).isPresent();
            if (isLater && rolls().readers(letter.recipient(), letter.category(), now).isEmpty()) {
                out(d);
                d.nextLook =
                        d.nextLook.map(
                                l -> new NextLook(now, Reason.ANEW, l.owner(), l.paragraph()));
                d.anew = true;
                in(d);
            }
        }
    }

    private static Optional<Instant> lastLook(Drawer d) {
        return d.letter instanceof Letter.Available a ? a.lastLook() : Optional.empty();
    }

    @Override
    public List<DueWork.Claim> claimDestructions(Instant now, Duration claim, int limit) {
        return claim(destructions, now, claim, limit);
    }

    private List<DueWork.Claim> claim(Set<Slot> due, Instant now, Duration claim, int limit) {
        List<DueWork.Claim> claimed = new ArrayList<>();
        for (Slot slot : due) {
            if (slot.at().isAfter(now) || claimed.size() == limit) {
                break;
            }
            Drawer drawer = get(slot.letter());
            if (isFree(drawer.claimedUntil, now)) {
                drawer.claimedUntil =
                        Optional.of(now.plus(rulings().claim(longer(claim, drawer.attempts))));
                drawer.attempts++;
                claimed.add(new DueWork.Claim(slot.letter(), drawer.attempts));
            }
        }
        return claimed.stream().sorted(Comparator.comparing(c -> c.letter().toString())).toList();
    }

    /** Of what nothing came is kept twice as long each time, and somewhat longer. */
    private Duration longer(Duration claim, int attempts) {
        int many = Math.min(attempts, 10);
        Duration doubled = claim.multipliedBy(1L << many);
        Duration held =
                many == 0 ? doubled : doubled.plusMillis(own.nextLong(doubled.toMillis() / 4));
        return held.compareTo(LONGEST_CLAIM) < 0 ? held : LONGEST_CLAIM;
    }

    private static boolean isFree(Optional<Instant> claimedUntil, Instant now) {
        return claimedUntil.filter(until -> !until.isBefore(now)).isEmpty();
    }

    @Override
    public List<DueCases.Due> claimCases(Instant now, Duration claim, int limit) {
        List<DueCases.Due> claimed = new ArrayList<>();
        for (Slot slot : cases) {
            if (slot.at().isAfter(now) || claimed.size() == limit) {
                break;
            }
            Drawer.Case matter = matter(slot.id());
            if (isFree(matter.claimedUntil, now)) {
                claimed.add(claim(matter, now, claim));
            }
        }
        return claimed;
    }

    private DueCases.Due claim(Drawer.Case matter, Instant now, Duration claim) {
        Duration held = longer(claim, matter.attempts);
        matter.claimedUntil = Optional.of(now.plus(rulings().claim(held)));
        matter.attempts++;
        return new DueCases.Due(matter.id, matter.letter);
    }

    @Override
    public List<DueCases.Due> claimStrays(Instant now, Duration claim) {
        return strays(now).stream()
                .filter(matter -> isFree(matter.claimedUntil, now))
                .map(matter -> claim(matter, now, claim))
                .toList();
    }

    @Override
    public List<DuePrints.Due> claimJobs(Instant now, Instant until, int most) {
        List<Slot> due =
                jobs.stream().takeWhile(slot -> !slot.at().isAfter(now)).limit(most).toList();
        List<DuePrints.Due> claimed = new ArrayList<>();
        for (Slot slot : due) {
            JobRow job = job(slot.letter(), new PrintJobId(slot.id()));
            job.tries++;
            move(job, slot, Optional.of(now.plus(rulings().claim(Duration.between(now, until)))));
            claimed.add(
                    new DuePrints.Due(job.id(), slot.letter(), job.tries, job.next.orElseThrow()));
        }
        return claimed.stream().sorted(Comparator.comparing(d -> d.job().toString())).toList();
    }

    private void move(JobRow job, Slot from, Optional<Instant> next) {
        jobs.remove(from);
        job.next = next;
        next.ifPresent(at -> jobs.add(new Slot(at, from.id(), from.letter())));
    }

    private JobRow job(LetterId letter, PrintJobId id) {
        return get(letter).jobs.stream().filter(j -> j.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public void again(DuePrints.Due due, Instant next) {
        if (job(due.letter(), due.job()).next.filter(due.until()::equals).isPresent()) {
            put(due, next);
        }
    }

    @Override
    public void afterAttempt(DuePrints.Due due, Instant next) {
        PrintJob job = job(due.letter(), due.job()).job;
        if (job instanceof PrintJob.Ordered || job instanceof PrintJob.HandingOver) {
            put(due, next);
        }
    }

    private void put(DuePrints.Due due, Instant next) {
        JobRow job = job(due.letter(), due.job());
        job.tries = due.tries();
        move(
                job,
                new Slot(job.next.orElseThrow(), due.job().value(), due.letter()),
                Optional.of(next));
    }

    @Override
    public void forgotten(DuePrints.Due due) {
        JobRow job = job(due.letter(), due.job());
        job.next
                .filter(_ -> job.job.isEnded())
                .ifPresent(at ->
                        move(job, new Slot(at, due.job().value(), due.letter()), Optional.empty()));
    }

    @Override
    public Optional<Instant> firstDue(Instant now) {
        Instant first = firstNotice();
        for (Drawer.Case stray : strays(now)) {
            first =
                    earlier(
                            first,
                            isFree(stray.claimedUntil, now)
                                    ? now
                                    : stray.claimedUntil.orElse(now).plusMillis(1));
        }
        first = earlier(first, first(looks, slot -> get(slot.letter()).claimedUntil));
        first = earlier(first, first(destructions, slot -> get(slot.letter()).claimedUntil));
        first = earlier(first, first(cases, slot -> matter(slot.id()).claimedUntil));
        first = earlier(first, jobs.isEmpty() ? Instant.MAX : jobs.first().at());
        return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
    }

    /** The first that is not claimed, or when a claim before it lapses; of very many, a guess. */
    private static Instant first(Set<Slot> due, Function<Slot, Optional<Instant>> claimed) {
        Instant first = Instant.MAX;
        int seen = 0;
        for (Slot slot : due) {
            Optional<Instant> until = claimed.apply(slot);
            boolean isFree = until.isEmpty() || until.get().isBefore(slot.at());
            first = earlier(first, isFree ? slot.at() : until.get().plusMillis(1));
            if (isFree || ++seen == 40) {
                break;
            }
        }
        return first;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public Optional<Instant> firstLook() {
        return looks.isEmpty() ? Optional.empty() : Optional.of(looks.first().at());
    }
}
