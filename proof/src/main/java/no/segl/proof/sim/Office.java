package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts.Contact;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Content;
import no.segl.core.letter.Language;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Reading;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Withdrawing;
import no.segl.core.party.Unit;

/** What people and machines ask of Segl, each in one commit, as app.office does it. */
final class Office {

    private static final Clearance CLEARED = new Clearance.Cleared(new Right("scope", "segl:send"));

    private final Stage stage;
    private final Town town;
    private final NaiveAccess access;
    private final Watch watch;
    private final Map<String, List<LetterId>> sent = new LinkedHashMap<>();
    private final List<Unit> units;

    Office(Stage stage, Town town, NaiveAccess access, Watch watch) {
        this.stage = stage;
        this.town = town;
        this.access = access;
        this.watch = watch;
        this.units = new ArrayList<>(town.units());
    }

    /** Enters all that there is when the history begins. */
    void begin() {
        for (Unit unit : units) {
            stage.post.enter(unit);
            access.unit(unit);
        }
        for (Grant grant : town.grants()) {
            stage.post.give(grant, stage.act("load"));
            access.given(grant);
        }
        town.addresses().forEach(a -> enter(a.owner(), a.address()));
    }

    void send(Happening.Send send) {
        Unit from = unit(send.from());
        Category category = send.childWelfare() ? Tables.CHILD_WELFARE : Tables.HEALTH;
        List<OrgNumber> to = send.to().stream().map(i -> unit(i).number()).distinct().toList();
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
        for (int i = 0; i < send.times(); i++) {
            Map<OrgNumber, LetterId> ids = new LinkedHashMap<>();
            to.forEach(unit -> ids.put(unit, new LetterId(stage.id())));
            Sending.Reply reply =
                    stage.post.send(
                            new Sending.Command(
                                    new DispatchId(stage.id()), content, ids, List.of()),
                            send.key(),
                            CLEARED,
                            new Act(new Actor.Machine(from.number(), "case-system"), stage.now()));
            if (reply instanceof Sending.Reply.Sent) {
                if (sent.put(send.key(), List.copyOf(ids.values())) != null) {
                    throw new Broken("sent once", "the same key made a second dispatch");
                }
            }
        }
    }

    private Optional<LetterId> letter(String key, int recipient) {
        List<LetterId> letters = sent.getOrDefault(key, List.of());
        return letters.isEmpty()
                ? Optional.empty()
                : Optional.of(letters.get(recipient % letters.size()));
    }

    void ask(Happening.Ask ask) {
        letter(ask.key(), ask.recipient()).ifPresent(id -> open(id, person(ask.who()).id()));
    }

    void visit(Happening.Visit visit) {
        Town.Person person = person(visit.who());
        for (Unit unit : units) {
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
                            Clearance clearance =
                                    stage.rulings.toRead(
                                            stage.post.grants(person),
                                            stage.post.lineage(
                                                    held.letter().envelope().recipient()),
                                            held.letter().envelope().category(),
                                            now);
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
                    Actor actor = new Actor.Person(person(0).id());
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

    void give(Happening.Give give) {
        Instant now = stage.now();
        Grant grant =
                new Grant(
                        new UUID(9, stage.dice.nextLong()),
                        person(give.who()).id(),
                        unit(give.unit()).number(),
                        Power.READ,
                        Optional.of(give.childWelfare() ? Tables.CHILD_WELFARE : Tables.HEALTH),
                        now,
                        give.until().map(now::plus));
        stage.post.give(grant, stage.act("access"));
        access.given(grant);
    }

    void end(Happening.End end) {
        Instant now = stage.now();
        for (Grant grant : stage.post.grants(person(end.who()).id())) {
            if (grant.unit().equals(unit(end.unit()).number()) && grant.power() == Power.READ) {
                stage.post.end(grant, new Act(new Actor.Segl("access"), now));
                access.ended(grant, now);
            }
        }
    }

    void enter(Happening.Enter enter) {
        enter(
                enter.person()
                        ? new Notice.To.Person(person(enter.which()).id())
                        : new Notice.To.Unit(unit(enter.which()).number()),
                enter.address());
    }

    private void enter(Notice.To owner, FakeMail.Address address) {
        stage.post.enter(
                new Contact(
                        new UUID(5, stage.dice.nextLong()),
                        owner,
                        Notice.Channel.EMAIL,
                        address + "-" + owner.code(),
                        Language.NB,
                        Optional.empty()));
    }

    /** The register's word, which may come twice. A sub-unit may come to stand beneath another. */
    void move(Happening.Move move) {
        int index = Math.floorMod(move.unit(), units.size());
        Unit unit = units.get(index);
        Unit parent = unit(move.parent());
        if (unit.parent().isEmpty() || parent.parent().isPresent()) {
            return;
        }
        Unit moved =
                new Unit(unit.number(), unit.name(), unit.kind(), Optional.of(parent.number()));
        for (int i = 0; i < move.times(); i++) {
            stage.post.enter(moved);
            access.unit(moved);
            units.set(index, moved);
        }
    }

    PersonId clerk() {
        return person(0).id();
    }

    private Town.Person person(int index) {
        return town.people().get(Math.floorMod(index, town.people().size()));
    }

    private Unit unit(int index) {
        return units.get(Math.floorMod(index, units.size()));
    }
}
