package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * Holds what Segl has done against what it has promised, after every step. It reads the ledger's
 * entries as they are written and the rows of the letters that changed; each letter is looked at
 * again when the naive models say that something should have happened to it.
 */
final class Watch {

    private static final Comparator<Alarm> BY_TIME =
            Comparator.comparing(Alarm::at).thenComparing(alarm -> alarm.letter().value());

    private final MemoryPost post;
    private final NaiveAccess access;
    private final FakePrinter printer;
    private final NaiveChains chains;
    private final Audit audit;
    private final Map<LetterId, Trace> traces = new LinkedHashMap<>();
    private final Map<LetterId, Alarm> alarms = new LinkedHashMap<>();
    private final TreeSet<Alarm> inOrder = new TreeSet<>(BY_TIME);
    private final List<UUID[]> toBounce = new ArrayList<>();
    private Instant lastFault = Instant.MIN;
    private int rules;

    private record Alarm(Instant at, LetterId letter) {}

    Watch(
            MemoryPost post,
            NaiveAccess access,
            FakePrinter printer,
            int rules,
            Consumer<Entry> reader) {
        this.chains = new NaiveChains(reader);
        this.post = post;
        this.access = access;
        this.printer = printer;
        this.audit = new Audit(printer);
        this.rules = rules;
    }

    /** What is late because of this is not held against Segl until a while later. */
    void fault(Instant now) {
        lastFault = now;
    }

    void newRules(int version) {
        rules = version;
    }

    /**
     * Something of a letter was shown to a person: what can be seen must have been written first.
     */
    void shown(LetterId letter, PersonId person, Instant at) {
        readEntries();
        Trace trace = trace(letter);
        if (!trace.readBy.contains(person.toString())) {
            throw new Broken("each opening in the ledger", "letter " + letter);
        }
        cleared(trace, person.toString(), at);
    }

    void refused(LetterId letter, PersonId person) {
        readEntries();
        if (!trace(letter).refused.contains(person.toString())) {
            throw new Broken("each refusal in the ledger", "letter " + letter);
        }
    }

    /** After a step. */
    void check(Instant now) {
        readEntries();
        for (LetterId letter : post.drainTouched()) {
            audit(letter, now);
        }
        while (!inOrder.isEmpty() && !inOrder.first().at().isAfter(now)) {
            audit(inOrder.first().letter(), now);
        }
        post.firstLook()
                .filter(at -> now.isAfter(late(at)))
                .ifPresent(at -> {
                    throw new Broken("looked at in time", "due " + at + ", now " + now);
                });
    }

    /** When the watch wants to look again. */
    Optional<Instant> next() {
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first().at());
    }

    /** When the history is over. */
    void end(Instant now) {
        traces.keySet().forEach(letter -> audit(letter, now));
        chains.end();
        for (UUID[] sent : toBounce) {
            Drawer.Told told = post.get(new LetterId(sent[0])).told(sent[1]);
            if (told.state != Notifying.State.FAILED) {
                throw new Broken("what came back is known", "notice " + told.id);
            }
        }
    }

    Map<OrgNumber, Digest> heads() {
        return chains.heads();
    }

    Map<String, Integer> facts() {
        return chains.facts();
    }

    private Instant late(Instant due) {
        return (due.isBefore(lastFault) ? lastFault : due).plus(Audit.SLACK);
    }

    private void audit(LetterId letter, Instant now) {
        Optional.ofNullable(alarms.remove(letter)).ifPresent(inOrder::remove);
        Drawer drawer = post.get(letter);
        Optional<Instant> due = audit.rows(drawer, trace(letter), now, lastFault);
        due.ifPresent(at -> {
            Instant when = late(at).plusSeconds(60);
            Alarm alarm =
                    new Alarm(when.isAfter(now) ? when : now.plus(Duration.ofHours(6)), letter);
            alarms.put(letter, alarm);
            inOrder.add(alarm);
        });
    }

    private Trace trace(LetterId letter) {
        return requireNonNull(traces.get(letter), "a letter of which the ledger says nothing");
    }

    private void readEntries() {
        List<Entry> entries = post.drainEntries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            chains.take(entry);
            if (entry.subject().startsWith("letter:")) {
                LetterId letter =
                        new LetterId(
                                UUID.fromString(entry.subject().substring("letter:".length())));
                if (entry.type().equals("LetterAvailable")) {
                    traces.put(
                            letter,
                            new Trace(post.get(letter).letter.envelope(), rules, entry.at()));
                } else if (!entry.type().equals("LetterAccepted")) {
                    take(trace(letter), entry, entries.subList(i + 1, entries.size()));
                }
            }
        }
    }

    private void take(Trace trace, Entry entry, List<Entry> after) {
        String actor = entry.actorId();
        switch (entry.type()) {
            case "LetterLookedAt" ->
                    LookCheck.of(
                            trace,
                            entry,
                            after,
                            access.readers(trace.recipient, trace.category, entry.at()),
                            late(Instant.MIN));
            case "LetterOpened" -> {
                cleared(trace, actor, entry.at());
                trace.openedBy = Optional.of(actor);
                trace.readBy.add(actor);
                closed(trace, entry);
            }
            case "LetterRead" -> {
                cleared(trace, actor, entry.at());
                trace.readBy.add(actor);
            }
            case "OpeningRefused" -> {
                trace.refused.add(actor);
                if (readers(trace, entry.at()).contains(actor)) {
                    throw new Broken("nobody is refused who may", "letter " + trace.letter);
                }
            }
            case "LetterWithdrawn", "LetterSettled", "LetterPosted" -> closed(trace, entry);
            case "NoticeSent" -> sent(trace, entry);
            case "NoticeFailed" -> failed(trace, entry);
            case "CaseRaised" -> raised(trace, entry);
            case "ContentDestroyed" -> destroyed(trace, entry);
            case "PrintHandoverAttempted" -> {
                if (trace.closedAt.isPresent()) {
                    throw new Broken("no paper that is not needed", "letter " + trace.letter);
                }
            }
            default -> {}
        }
        if (printer.prints(trace.letter) > 1) {
            throw new Broken("printed at most once", "letter " + trace.letter);
        }
    }

    private static void closed(Trace trace, Entry entry) {
        if (trace.closedAt.isPresent() && !entry.type().equals("LetterPosted")) {
            throw new Broken("closed once", "letter " + trace.letter + " " + entry.type());
        }
        if (trace.closedAt.isEmpty()) {
            trace.closedAt = Optional.of(entry.at());
            trace.closedHow = Optional.of(entry.type());
        }
    }

    private void cleared(Trace trace, String person, Instant at) {
        if (!readers(trace, at).contains(person)) {
            throw new Broken(
                    "nobody opens without a clearance",
                    "letter %s at %s".formatted(trace.letter, at));
        }
    }

    private List<String> readers(Trace trace, Instant at) {
        return access.readers(trace.recipient, trace.category, at).stream()
                .map(PersonId::toString)
                .toList();
    }

    private void sent(Trace trace, Entry entry) {
        String kind = requireNonNull(entry.values().get("kind"));
        boolean toReader = kind.equals("ARRIVED") || kind.equals("STILL_UNOPENED");
        if (toReader
                && requireNonNull(entry.values().get("at")).startsWith("person:")
                && trace.firstTold.isEmpty()
                && trace.closedAt.isEmpty()) {
            trace.firstTold = Optional.of(entry.at());
        }
        UUID notice = UUID.fromString(requireNonNull(entry.values().get("notice")));
        if (post.get(trace.letter).told(notice).contact.filter(post.rolls()::bounces).isPresent()) {
            toBounce.add(new UUID[] {trace.letter.value(), notice});
        }
    }

    private void failed(Trace trace, Entry entry) {
        UUID notice = UUID.fromString(requireNonNull(entry.values().get("notice")));
        Drawer.Told told = post.get(trace.letter).told(notice);
        if ("GAVE_UP".equals(entry.values().get("reason"))
                && entry.at().isBefore(told.orderedAt.plus(Duration.ofHours(72 - 4 - 2)))) {
            throw new Broken("a notice is tried for three days", "letter " + trace.letter);
        }
    }

    private void raised(Trace trace, Entry entry) {
        Side side = Side.valueOf(requireNonNull(entry.values().get("at")));
        boolean stands =
                post.get(trace.letter).cases.stream()
                        .anyMatch(c ->
                                c.side == side
                                        && c.reason.name().equals(entry.values().get("reason"))
                                        && c.raisedAt.equals(entry.at()));
        if (!stands) {
            throw new Broken("each case stands in the list", "letter " + trace.letter);
        }
    }

    private static void destroyed(Trace trace, Entry entry) {
        int days = trace.openedBy.isPresent() ? Tables.KEEP_OPENED_DAYS : Tables.KEEP_CLOSED_DAYS;
        if (trace.closedAt.filter(at -> !entry.at().isBefore(NaivePlan.days(at, days))).isEmpty()) {
            throw new Broken("nothing is destroyed before its time", "letter " + trace.letter);
        }
    }
}
