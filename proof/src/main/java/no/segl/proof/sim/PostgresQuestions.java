package no.segl.proof.sim;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.app.store.Cases;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueNotices;
import no.segl.app.store.Grants;
import no.segl.app.store.HeldPaper;
import no.segl.app.store.Ledger;
import no.segl.app.store.Postage;
import no.segl.app.store.Recipients;
import no.segl.app.store.Situations;
import no.segl.app.store.Units;
import no.segl.app.store.Upkeep;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Situation;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import no.segl.core.print.Consequences;
import no.segl.core.print.Fallback;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.readiness.Readiness;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What surrounds a letter, asked of the tables by the product's own questions. */
abstract class PostgresQuestions implements Store {

    final Situations situations;
    final Grants grants;
    final PostgresRows rows;
    private final Cases cases;
    private final Recipients recipients;
    private final Contacts contacts;
    private final Units units;
    private final Postage postage;
    private final Ledger ledger;
    private final DueNotices notices;

    private final Upkeep upkeep;

    PostgresQuestions(JdbcClient jdbc, Supplier<UUID> ids) {
        this.situations = new Situations(jdbc, ids, true);
        this.grants = new Grants(jdbc);
        this.rows = new PostgresRows(jdbc);
        this.cases = new Cases(jdbc);
        this.recipients = new Recipients(jdbc, EnumSet.allOf(Notice.Channel.class));
        this.contacts = new Contacts(jdbc);
        this.units = new Units(jdbc);
        this.postage = new Postage(jdbc);
        this.ledger = new Ledger(jdbc);
        this.notices = new DueNotices(jdbc);
        this.upkeep = new Upkeep(jdbc, EnumSet.allOf(Notice.Channel.class));
    }

    /** That something has been written, so that what is due may be something else. */
    abstract void written();

    /** In one order for all stores, by what they are called. */
    static <T> List<T> sorted(Collection<T> ids) {
        return ids.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    @Override
    public Situation situation(Envelope letter, Instant at) {
        Situation s = situations.of(letter, at);
        return new Situation(sorted(s.readers()), sorted(s.administrators()), s.cases(), s.ids());
    }

    @Override
    public Looking.Held heldBack(Envelope letter, Instant at) {
        boolean ready =
                ready(List.of(letter.recipient()), letter.category(), at).stream()
                        .allMatch(Readiness::isReady);
        return situations.held(letter.id(), ready);
    }

    @Override
    public Fallback.Surroundings fallback(HeldPaper paper, Instant now) {
        return situations.paper(paper, now);
    }

    @Override
    public Consequences.Around around(HeldPaper paper, Instant now) {
        return situations.around(paper, now);
    }

    @Override
    public Worked worked(UUID matter, Instant at) {
        Cases.Row row = cases.find(matter).orElseThrow();
        CaseDue.Surroundings around = situations.around(row, at);
        return new Worked(
                row.letter(),
                row.matter(),
                row.unit(),
                new CaseDue.Surroundings(sorted(around.owners()), around.cases(), around.ids()));
    }

    @Override
    public Optional<Upkeep.Unanswered> unanswered(OrgNumber unit, Side side, Instant now) {
        return upkeep.unanswered(now).stream()
                .filter(one -> one.unit().equals(unit) && one.side() == side)
                .findFirst();
    }

    @Override
    public List<UUID> openCases(LetterId letter) {
        return rows.openCases(letter);
    }

    @Override
    public List<Readiness> ready(Collection<OrgNumber> asked, Category category, Instant at) {
        return recipients.ready(asked, category, at);
    }

    @Override
    public Optional<Notifying.State> state(UUID notice) {
        return situations.state(notice);
    }

    @Override
    public List<Notifying.Ordered> notices(LetterId letter) {
        return situations.notices(letter);
    }

    @Override
    public Notifying.Standing standing(Letter letter, Notifying.Gone gone, Instant now) {
        return situations.of(letter, gone, now);
    }

    @Override
    public List<Contact> reach(Notice.To to) {
        return contacts.reach(to);
    }

    @Override
    public void enter(Contact contact) {
        contacts.enter(contact, Instant.EPOCH);
    }

    @Override
    public void refused(UUID contact, Instant now) {
        contacts.refused(contact, now);
    }

    @Override
    public boolean bounced(UUID contact, int most, Instant now) {
        return contacts.bounced(contact, false, most, now);
    }

    @Override
    public Optional<Instant> lastSent(UUID contact, Notice.Kind kind) {
        return notices.lastSent(contact, kind);
    }

    @Override
    public List<Grant> grants(PersonId person) {
        return grants.of(person);
    }

    @Override
    public void enter(Unit unit) {
        written();
        units.enter(unit);
    }

    @Override
    public void enter(PersonId person) {
        rows.enter(person);
    }

    @Override
    public void allow(OrgNumber unit, Route route) {
        postage.allow(unit, Optional.of(route));
    }

    @Override
    public Lineage lineage(OrgNumber unit) {
        return units.lineage(unit);
    }

    @Override
    public Optional<Instant> last(LetterId letter, PersonId person, Set<String> types) {
        return types.stream()
                .map(type -> type.split(":", 2))
                .map(t ->
                        ledger.last(
                                letter,
                                person,
                                List.of(t[0]),
                                t.length == 1 ? Map.of() : Map.of("ground", t[1])))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<LetterId> waiting(OrgNumber recipient) {
        return rows.waiting(recipient);
    }

    @Override
    public List<LetterId> toPrint() {
        return rows.toPrint();
    }

    @Override
    public void carriedBy(UUID message, UUID contact, Collection<UUID> carried) {
        notices.carriedBy(message, contact, carried);
    }

    @Override
    public List<DueNotices.Carried> carriedIn(UUID message) {
        return notices.in(message).stream()
                .sorted(Comparator.comparing(c -> c.id().toString()))
                .toList();
    }

    /** Whether its owner does not answer there any more. */
    boolean isStray(DueCases.Owner owner, Instant now) {
        return !situations.answering(owner.side(), owner.unit(), now).contains(owner.person());
    }
}
