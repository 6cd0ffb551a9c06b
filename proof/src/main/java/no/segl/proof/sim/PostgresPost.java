package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DueWork;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.HeldPaper;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.LostReaders;
import no.segl.app.store.RuleTable;
import no.segl.app.vault.WrappedKey;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Sending;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product's own store on PostgreSQL. What was read is read again only after something was
 * written; nobody else writes.
 */
final class PostgresPost extends PostgresQuestions {

    private static final WrappedKey KEY = new WrappedKey("sim", new byte[] {1});

    private final Changes changes;
    private final DueWork due;
    private final LostReaders lost;
    private final DueNotices notices;
    private final DuePrints prints;
    private final DueCases dueCases;
    private final Set<LetterId> touched = new LinkedHashSet<>();
    private Optional<Optional<Instant>> firstDue = Optional.empty();
    private Optional<Optional<Instant>> firstLook = Optional.empty();
    private boolean isNews = true;

    /**
     * A store whose tables are empty.
     *
     * @param rules the version of the rule table that new letters follow
     */
    PostgresPost(DataSource source, int rules, RandomGenerator dice) {
        super(JdbcClient.create(source), () -> new UUID(dice.nextLong(), dice.nextLong()));
        JdbcTemplate template = new JdbcTemplate(source);
        JdbcClient jdbc = JdbcClient.create(template);
        this.changes =
                new Changes(
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        template,
                        new LedgerRows(template),
                        new RuleTable(jdbc));
        this.due = new DueWork(jdbc);
        this.lost = new LostReaders(jdbc);
        this.notices = new DueNotices(jdbc);
        this.prints = new DuePrints(jdbc);
        this.dueCases = new DueCases(jdbc);
        for (int version = 1; version <= rules; version++) {
            newRules(version);
        }
    }

    @Override
    void written() {
        firstDue = Optional.empty();
        firstLook = Optional.empty();
        isNews = true;
    }

    // ---- the door ----

    @Override
    public Sending.Reply send(Sending.Command command, String key, Clearance clearance, Act act) {
        written();
        Map<LetterId, WrappedKey> keys = new LinkedHashMap<>();
        command.letters().values().forEach(letter -> keys.put(letter, KEY));
        return changes.send(command, key, keys, clearance, act);
    }

    @Override
    public <R> Optional<R> letter(
            LetterId id, Act act, Function<HeldLetter, Decision<LetterFact, R>> decide) {
        written();
        return changes.letter(id, act, decide);
    }

    @Override
    public <R> Optional<R> paper(
            LetterId id, Act act, Function<HeldPaper, Decision<? extends Fact, R>> decide) {
        written();
        return changes.paper(id, act, decide);
    }

    @Override
    public void give(Grant grant, Act act) {
        access(grant, act, new AccessFact.AccessGiven(grant));
    }

    @Override
    public void end(Grant grant, Act act) {
        boolean hasEnded =
                grants.find(grant.id())
                        .flatMap(Grant::until)
                        .filter(end -> !end.isAfter(act.at()))
                        .isPresent();
        if (!hasEnded) {
            access(grant, act, new AccessFact.AccessEnded(grant.unit(), grant.id()));
        }
    }

    private void access(Grant grant, Act act, AccessFact fact) {
        written();
        changes.access(grant.person(), act, () -> new Decision<>(Right.NONE, List.of(fact), true));
    }

    @Override
    public void newRules(int version) {
        changes.rules(Tables.rules(version), "simulation", Instant.EPOCH);
    }

    // ---- what is due ----

    @Override
    public List<DueWork.Claim> claimLooks(Instant now, Duration claim, int limit) {
        written();
        return inOrder(due.claimLooks(now, claim, limit));
    }

    @Override
    public void lookAnew(Instant now) {
        written();
        lost.lookAnew(now);
    }

    @Override
    public List<DueWork.Claim> claimDestructions(Instant now, Duration claim, int limit) {
        written();
        return inOrder(due.claimDestructions(now, claim, limit));
    }

    private static List<DueWork.Claim> inOrder(List<DueWork.Claim> claimed) {
        return claimed.stream().sorted(Comparator.comparing(c -> c.letter().toString())).toList();
    }

    @Override
    public List<DueNotices.Due> claimNotices(
            Instant due, Instant now, Duration claim, int addressees) {
        written();
        return notices.claim(due, now, claim, addressees);
    }

    @Override
    public Set<UUID> wanted(Collection<UUID> asked) {
        return notices.wanted(asked);
    }

    @Override
    public List<DuePrints.Due> claimJobs(Instant now, Instant until, int most) {
        written();
        return prints.claim(now, until, most).stream()
                .sorted(Comparator.comparing(d -> d.job().toString()))
                .toList();
    }

    @Override
    public List<DueCases.Due> claimCases(Instant now, Duration claim, int limit) {
        written();
        return dueCases.claim(now, claim, limit);
    }

    @Override
    public List<DueCases.Due> claimStrays(Instant now, Duration claim) {
        List<DueCases.Due> claimed =
                dueCases.owners(now).stream()
                        .filter(owner -> isStray(owner, now))
                        .flatMap(owner -> dueCases.claim(owner, now, claim).stream())
                        .toList();
        if (!claimed.isEmpty()) {
            written();
        }
        return claimed;
    }

    private Optional<Instant> find(Instant now) {
        Stream<Instant> strays =
                rows.owned(now).entrySet().stream()
                        .filter(owned -> isStray(owned.getKey(), now))
                        .map(Map.Entry::getValue);
        return Stream.concat(strays, rows.firstDue().stream()).min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Instant> firstDue(Instant now) {
        if (firstDue.isEmpty()) {
            firstDue = Optional.of(find(now));
        }
        return firstDue.get();
    }

    @Override
    public void again(UUID notice, Instant next) {
        written();
        notices.again(notice, next);
    }

    @Override
    public void again(DuePrints.Due job, Instant next) {
        written();
        prints.again(job, next);
    }

    @Override
    public void afterAttempt(DuePrints.Due job, Instant next) {
        written();
        prints.afterAttempt(job, next);
    }

    @Override
    public void forgotten(DuePrints.Due job) {
        written();
        prints.forgotten(job.job());
    }

    // ---- as the watch reads it ----

    @Override
    public List<Entry> drainEntries() {
        if (!isNews) {
            return List.of();
        }
        isNews = false;
        List<Entry> news = rows.news();
        news.stream()
                .map(Entry::subject)
                .filter(subject -> subject.startsWith("letter:"))
                .map(subject -> new LetterId(UUID.fromString(subject.substring(7))))
                .forEach(touched::add);
        return news;
    }

    @Override
    public List<LetterId> drainTouched() {
        List<LetterId> drained = List.copyOf(touched);
        touched.clear();
        return drained;
    }

    @Override
    public Drawer get(LetterId letter) {
        return changes.paper(
                        letter,
                        new Act(new Actor.Segl("watch"), Instant.EPOCH),
                        paper ->
                                Decision.<Fact, Drawer>nothing(
                                        rows.drawer(paper.held(), paper.job())))
                .orElseThrow();
    }

    @Override
    public Optional<Instant> firstLook() {
        if (firstLook.isEmpty()) {
            firstLook = Optional.of(rows.firstLook());
        }
        return firstLook.get();
    }

    @Override
    public Map<String, Integer> standing() {
        return rows.standing();
    }
}
