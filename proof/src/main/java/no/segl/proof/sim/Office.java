package no.segl.proof.sim;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.CaseDue;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Content;
import no.segl.core.letter.Language;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Reading;
import no.segl.core.letter.Releasing;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Withdrawing;
import no.segl.core.party.Unit;
import no.segl.core.readiness.Readiness;

/** What people and machines ask of Segl, each in one commit, as app.office does it. */
final class Office {

    private static final Clearance CLEARED = new Clearance.Cleared(new Right("scope", "segl:send"));

    private final Stage stage;
    private final Entered entered;
    private final Watch watch;
    private final CaseRounds cases;
    private final Map<String, List<LetterId>> sent = new LinkedHashMap<>();
    private final Map<String, OrgNumber> senders = new LinkedHashMap<>();

    Office(Stage stage, Entered entered, Watch watch) {
        this.stage = stage;
        this.entered = entered;
        this.watch = watch;
        this.cases = new CaseRounds(stage);
    }

    void send(Happening.Send send) {
        Unit from = entered.unit(send.from());
        Category category = send.childWelfare() ? Tables.CHILD_WELFARE : Tables.HEALTH;
        List<OrgNumber> to =
                send.to().stream().map(i -> entered.unit(i).number()).distinct().toList();
        Content content =
                new Content(
                        from.number(),
                        to,
                        category,
                        "A letter",
                        Language.NB,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        senders.put(send.key(), from.number());
        for (int i = 0; i < send.times(); i++) {
            if (send(send.key(), content, send.notReady()) instanceof Sending.Reply.NotReady) {
                // Whoever is asked says that it is to be held.
                send(send.key(), content, Sending.Response.HOLD);
            }
        }
    }

    private Sending.Reply send(String key, Content content, Sending.Response response) {
        Map<OrgNumber, LetterId> ids = new LinkedHashMap<>();
        content.recipients().forEach(unit -> ids.put(unit, new LetterId(stage.id())));
        Map<OrgNumber, Sending.NotReady> notReady = new LinkedHashMap<>();
        for (Readiness found :
                stage.post.ready(content.recipients(), content.category(), stage.now())) {
            Readiness ready = stage.rulings.ready(found);
            if (!ready.isReady()) {
                notReady.put(
                        ready.unit(),
                        new Sending.NotReady(
                                ready.verdict().name(), ready.ground().name(), response));
            }
        }
        Sending.Reply reply =
                stage.post.send(
                        new Sending.Command(
                                new DispatchId(stage.id()), content, ids, List.of(), notReady),
                        key,
                        CLEARED,
                        machine(content.sender()));
        if (reply instanceof Sending.Reply.Sent
                && sent.put(key, List.copyOf(ids.values())) != null) {
            throw new Broken("sent once", "the same key made a second dispatch");
        }
        return reply;
    }

    private Act machine(OrgNumber sender) {
        return new Act(new Actor.Machine(sender, "case-system"), stage.now());
    }

    void release(Happening.Release release) {
        letter(release.key(), release.recipient())
                .ifPresent(id ->
                        stage.post.letter(
                                id,
                                machine(requireNonNull(senders.get(release.key()))),
                                held -> Releasing.decide(held.letter(), CLEARED)));
    }

    void report(Happening.Report report) {
        Instant now = stage.now();
        PersonId person = entered.person(report.who()).id();
        letter(report.key(), report.recipient())
                .ifPresent(id ->
                        stage.post.letter(
                                id,
                                new Act(new Actor.Person(person), now),
                                held ->
                                        CaseDue.wrongAddressee(
                                                held.letter(),
                                                toRead(held, person, now),
                                                stage.post
                                                        .situation(held.letter().envelope(), now)
                                                        .cases(),
                                                stage::id,
                                                held.rules(),
                                                now)));
    }

    void work(Happening.Work work) {
        letter(work.key(), work.recipient())
                .ifPresent(id -> cases.work(id, work, entered.person(work.who()).id()));
    }

    private Clearance toRead(HeldLetter held, PersonId person, Instant now) {
        return stage.rulings.toRead(
                stage.post.grants(person),
                stage.post.lineage(held.letter().envelope().recipient()),
                held.letter().envelope().category(),
                now);
    }

    Optional<LetterId> letter(String key, int recipient) {
        List<LetterId> letters = sent.getOrDefault(key, List.of());
        return letters.isEmpty()
                ? Optional.empty()
                : Optional.of(letters.get(recipient % letters.size()));
    }

    void ask(Happening.Ask ask) {
        letter(ask.key(), ask.recipient())
                .ifPresent(id -> open(id, entered.person(ask.who()).id()));
    }

    void visit(Happening.Visit visit) {
        Town.Person person = entered.person(visit.who());
        for (Unit unit : entered.units()) {
            if (unit.number().equals(person.home())
                    || unit.parent().filter(person.home()::equals).isPresent()) {
                stage.post.waiting(unit.number()).forEach(id -> open(id, person.id()));
            }
        }
    }

    private void open(LetterId id, PersonId person) {
        Instant now = stage.now();
        Optional<Reading.Reply> reply =
                stage.post.letter(
                        id,
                        new Act(new Actor.Person(person), now),
                        held -> {
                            Clearance clearance = toRead(held, person, now);
                            return stage.rulings.open(
                                    held.letter(),
                                    held.destroyed(),
                                    clearance,
                                    stage.post.last(id, person, types(clearance)),
                                    now);
                        });
        switch (reply.orElseThrow()) {
            case Reading.Reply.Granted _ -> watch.shown(id, person, now);
            case Reading.Reply.Refused _ -> watch.refused(id, person);
            case Reading.Reply _ -> {}
        }
    }

    private static Set<String> types(Clearance clearance) {
        return switch (clearance) {
            case Clearance.Cleared _ -> Set.of("LetterOpened", "LetterRead");
            case Clearance.Denied(var ground, _) -> Set.of("OpeningRefused:" + ground);
        };
    }

    void close(Happening.Close close) {
        letter(close.key(), close.recipient())
                .ifPresent(id -> {
                    Actor actor = new Actor.Person(entered.person(0).id());
                    stage.post.<Object>letter(
                            id,
                            new Act(actor, stage.now()),
                            held ->
                                    close.settle()
                                            ? widen(
                                                    Settling.decide(
                                                            held.letter(),
                                                            Settling.Reason.TOLD_IN_PERSON,
                                                            CLEARED,
                                                            actor))
                                            : widen(
                                                    Withdrawing.decide(
                                                            held.letter(),
                                                            Withdrawing.Reason.SENT_TWICE,
                                                            CLEARED)));
                });
    }

    private static no.segl.core.ledger.Decision<LetterFact, Object> widen(
            no.segl.core.ledger.Decision<LetterFact, ?> decision) {
        return new no.segl.core.ledger.Decision<>(decision.right(), decision.facts(), "");
    }

    PersonId clerk() {
        return entered.person(0).id();
    }
}
