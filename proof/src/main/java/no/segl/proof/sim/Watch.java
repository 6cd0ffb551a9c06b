package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/**
 * Holds what Segl has done against what it has promised, after every step. It reads the ledger's
 * entries as they are written and the rows of the letters that changed; each letter is looked at
 * again when the naive models say that something should have happened to it.
 */
final class Watch implements NoticeRounds.Told {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final Duration LONGEST_CLAIM = Duration.ofHours(10);

    private final Books books;
    private final NaiveAccess access;
    private final FakePrinter printer;
    private final NaiveChains chains;
    private final Audit audit;
    private final Map<LetterId, Trace> traces = new LinkedHashMap<>();
    private final Alarms alarms = new Alarms();
    private final NoticeCheck notices;
    private Instant lastFault = Instant.MIN;
    private final Set<LetterId> unlookable = new LinkedHashSet<>();
    private Instant lookMended = Instant.MIN;
    private int rules;
    private boolean accessMoved;

    Watch(Books books, NaiveAccess access, FakePrinter printer, int rules, Consumer<Entry> reader) {
        this.chains = new NaiveChains(reader);
        this.books = books;
        this.access = access;
        this.printer = printer;
        this.notices = new NoticeCheck(books, access);
        this.audit = new Audit(books, printer, access);
        this.rules = rules;
    }

    /** What is late because of this is not held against Segl until a while later. */
    void fault(Instant now) {
        lastFault = now;
    }

    /** A letter cannot be looked at from now on. */
    void lookBroken(LetterId letter, Instant now) {
        trace(letter).lookBroken = Optional.of(now);
        unlookable.add(letter);
    }

    /** It can be again. */
    void lookMended(LetterId letter, Instant now) {
        trace(letter).lookBroken = Optional.empty();
        trace(letter).lookMended = now;
        unlookable.remove(letter);
        lookMended = now;
    }

    void newRules(int version) {
        rules = version;
    }

    /** Who answers for what may have changed. */
    void accessMoved() {
        accessMoved = true;
    }

    @Override
    public void sending(UUID contact, Notice.Kind kind, Instant now) {
        notices.sending(contact, kind.name(), now);
    }

    @Override
    public void texted(Instant now) {
        boolean excused = !now.isAfter(lastFault.plus(Audit.SLACK));
        // What is on its way out when the hour strikes is not called back.
        Instant begun = now.minus(ON_ITS_WAY);
        boolean loud =
                NaivePlan.textFrom(now).equals(now) || NaivePlan.textFrom(begun).equals(begun);
        if (!loud && !excused) {
            throw new Broken("no text message at a quiet hour", "at " + now);
        }
    }

    /**
     * Something of a letter was shown to a person: what can be seen must have been written first.
     */
    void shown(LetterId letter, PersonId person, Instant at) {
        readEntries();
        reading(trace(letter)).shown(person, at);
    }

    void refused(LetterId letter, PersonId person) {
        readEntries();
        reading(trace(letter)).refused(person);
    }

    /** After a step. */
    void check(Instant now) {
        readEntries();
        Set<LetterId> touched = new LinkedHashSet<>(books.drainTouched());
        if (accessMoved) {
            traces.values().stream()
                    .filter(t -> !t.cases.isEmpty())
                    .forEach(t -> touched.add(t.letter));
            accessMoved = false;
        }
        touched.forEach(letter -> audit(letter, now));
        for (var due = alarms.due(now); due.isPresent(); due = alarms.due(now)) {
            audit(due.get(), now);
        }
        books.firstLook()
                .filter(_ -> unlookable.isEmpty() && !isClaimLeft(lookMended, now))
                .filter(at -> now.isAfter(LookCheck.later(late(at), notices.excused())))
                .ifPresent(at -> {
                    throw new Broken("looked at in time", "due " + at + ", now " + now);
                });
    }

    /** When the watch wants to look again. */
    Optional<Instant> next() {
        return alarms.next();
    }

    /** When the history is over. */
    void end(Instant now) {
        traces.keySet().forEach(letter -> audit(letter, now));
        chains.end();
        notices.end();
    }

    Map<OrgNumber, Digest> heads() {
        return chains.heads();
    }

    Map<String, Integer> facts() {
        return chains.facts();
    }

    /** Whether a claim of what could not be looked at may still stand. */
    static boolean isClaimLeft(Instant mended, Instant now) {
        return !mended.equals(Instant.MIN) && now.isBefore(mended.plus(LONGEST_CLAIM));
    }

    private Instant late(Instant due) {
        return (due.isBefore(lastFault) ? lastFault : due).plus(Audit.SLACK);
    }

    private void audit(LetterId letter, Instant now) {
        alarms.clear(letter);
        Drawer drawer = books.get(letter);
        Optional<Instant> due = audit.rows(drawer, trace(letter), now, lastFault);
        due.ifPresent(at -> {
            Instant when = late(at).plusSeconds(60);
            alarms.set(letter, when.isAfter(now) ? when : now.plus(Duration.ofHours(6)));
        });
    }

    private Trace trace(LetterId letter) {
        return requireNonNull(traces.get(letter), "a letter of which the ledger says nothing");
    }

    private void readEntries() {
        List<Entry> entries = books.drainEntries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            chains.take(entry);
            if (entry.subject().startsWith("letter:")) {
                LetterId letter =
                        new LetterId(
                                UUID.fromString(entry.subject().substring("letter:".length())));
                List<Entry> after = entries.subList(i + 1, entries.size());
                if (entry.type().equals("LetterAccepted")) {
                    Trace trace = new Trace(entry, rules);
                    traces.put(letter, trace);
                    held(trace).accepted(entry, after);
                } else {
                    take(trace(letter), entry, after);
                }
            }
        }
    }

    private HeldCheck held(Trace trace) {
        return new HeldCheck(trace, access, excused(trace));
    }

    private ReadCheck reading(Trace trace) {
        return new ReadCheck(trace, access);
    }

    /** Until when nothing of it is late: since there was a fault, or it could not be looked at. */
    private Instant excused(Trace trace) {
        return trace.lookMended.equals(Instant.MIN)
                ? late(Instant.MIN)
                : LookCheck.later(late(Instant.MIN), trace.lookMended.plus(LONGEST_CLAIM));
    }

    private void take(Trace trace, Entry entry, List<Entry> after) {
        switch (entry.type()) {
            case "LetterAvailable" -> held(trace).available(entry);
            case "LetterLookedAt" -> look(trace, entry, after);
            case "LetterOpened" -> {
                reading(trace).read(entry);
                trace.openedBy = Optional.of(entry.actorId());
                closed(trace, entry);
            }
            case "LetterRead" -> reading(trace).read(entry);
            case "OpeningRefused" -> reading(trace).refused(entry);
            case "LetterWithdrawn", "LetterSettled" -> {
                closed(trace, entry);
                new PaperCheck(trace, access).takenBack(entry, after);
            }
            case "LetterPosted" -> closed(trace, entry);
            case "NoticeSent" -> notices.sent(trace, entry);
            case "NoticeFailed" -> notices.failed(trace, entry);
            case "ContentDestroyed" -> destroyed(trace, entry);
            case String type when type.startsWith("Case") ->
                    new CaseCheck(trace, access).take(entry, after);
            case String type when type.startsWith("P") ->
                    new PaperCheck(trace, access).take(entry, after);
            case String _ -> {}
        }
        if (printer.prints(trace.letter) > 1) {
            throw new Broken("printed at most once", "letter " + trace.letter);
        }
    }

    private void look(Trace trace, Entry entry, List<Entry> after) {
        if (trace.isHeld()) {
            held(trace).look(entry, after);
            return;
        }
        // Before the look is counted.
        new PaperCheck(trace, access).look(entry, after);
        LookCheck.of(
                trace,
                entry,
                after,
                access.readers(trace.recipient, trace.category, entry.at()),
                access.answering(Side.RECIPIENT, trace.recipient, entry.at()),
                excused(trace));
    }

    private void closed(Trace trace, Entry entry) {
        if (trace.closedAt.isPresent() && !entry.type().equals("LetterPosted")) {
            throw new Broken("closed once", "letter " + trace.letter + " " + entry.type());
        }
        if (trace.closedAt.isEmpty()) {
            trace.closedAt = Optional.of(entry.at());
            new CaseCheck(trace, access).closed(entry.type());
        }
    }

    private static void destroyed(Trace trace, Entry entry) {
        int days = trace.openedBy.isPresent() ? Tables.KEEP_OPENED_DAYS : Tables.KEEP_CLOSED_DAYS;
        if (trace.closedAt.filter(at -> !entry.at().isBefore(NaivePlan.days(at, days))).isEmpty()) {
            throw new Broken("nothing is destroyed before its time", "letter " + trace.letter);
        }
        if (trace.cases.containsKey(Trace.key("PRINT_FAILED", Side.SENDER))
                || trace.cases.containsKey(Trace.key("PRINT_NEEDED", Side.SENDER))) {
            throw new Broken("content is kept while its paper is a case", "letter " + trace.letter);
        }
    }
}
