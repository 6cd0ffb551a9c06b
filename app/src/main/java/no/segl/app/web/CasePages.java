package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.FollowUp;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Cases;
import no.segl.app.store.Contacts;
import no.segl.app.store.Holders;
import no.segl.app.store.RuleTable;
import no.segl.app.store.SentLetters;
import no.segl.app.web.page.CasePage;
import no.segl.app.web.page.CaseStatus;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Clearance;
import no.segl.core.access.Power;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Breach;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.print.Whereabouts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page of one case, for those who answer for it; for others it is as if it were not. */
@Component
final class CasePages {

    private static final int MOST_STEPS = 9;

    private final Frame frame;
    private final Words words;
    private final CaseHistory history;
    private final FollowUp followUp;
    private final PostOffice office;
    private final Cases cases;
    private final Holders holders;
    private final Contacts contacts;
    private final RuleTable rules;
    private final InstantSource clock;

    CasePages(
            Frame frame,
            Words words,
            CaseHistory history,
            FollowUp followUp,
            PostOffice office,
            Cases cases,
            Holders holders,
            Contacts contacts,
            RuleTable rules,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.history = history;
        this.followUp = followUp;
        this.office = office;
        this.cases = cases;
        this.holders = holders;
        this.contacts = contacts;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What came of what was asked for.
     *
     * @param trouble a code for why it was not done; empty if it was, or nothing was
     * @param seen the version that whoever asked had seen, if others have changed it since
     */
    record Came(Optional<String> trouble, Optional<Integer> seen) {

        static Came asked() {
            return new Came(Optional.empty(), Optional.empty());
        }
    }

    ResponseEntity<byte[]> answer(
            int status,
            String id,
            LoggedIn person,
            Shell shell,
            Came came,
            CasePage.Entered entered) {
        return Uuids.parse(id)
                .flatMap(cases::find)
                .filter(row -> followUp.answers(row, person.person()))
                .map(row -> frame.answer(status, page(row, person.person(), shell, came, entered)))
                .orElseGet(() -> frame.error(404, shell));
    }

    private CasePage page(
            Cases.Row row, PersonId person, Shell shell, Came came, CasePage.Entered entered) {
        Instant now = clock.instant();
        Texts texts = shell.texts();
        List<CasePage.Event> events = history.of(row, texts);
        Optional<FollowUp.OnPaper> paper = followUp.paper(row, person);
        boolean sender = row.matter().at() == Side.SENDER;
        boolean maySettle =
                sender
                        && row.state() == SentLetters.Status.AVAILABLE
                        && office.to(Power.SEND, person, row.sender()) instanceof Clearance.Cleared;
        return new CasePage(
                shell,
                shown(row, person, shell, now),
                steps(row, paper.map(FollowUp.OnPaper::whereabouts), texts),
                people(row, person, now),
                events,
                // The first is that it became a case, which is no change of it.
                came.seen()
                        .map(seen ->
                                events.subList(Math.min(seen + 1, events.size()), events.size()))
                        .orElse(List.of()),
                came.trouble().map(code -> texts.named("case.trouble.", code)),
                entered,
                maySettle,
                paper.filter(FollowUp.OnPaper::mayOrder).isPresent(),
                Days.first(now),
                last(row, now));
    }

    /** The last day that ends before the case must be looked at again. */
    private LocalDate last(Cases.Row row, Instant now) {
        Instant latest = Breach.putOff(row.matter(), rules.version(row.rules()), now);
        return latest.atZone(WorkingDays.NORWAY).toLocalDate().minusDays(1);
    }

    private CasePage.Shown shown(Cases.Row row, PersonId person, Shell shell, Instant now) {
        return new CasePage.Shown(
                row.matter().id(),
                row.matter().version(),
                row.letter(),
                row.matter().reason(),
                row.matter().at(),
                new Party(row.senderName(), row.sender()),
                new Party(row.recipientName(), row.recipient()),
                words.categories(shell.language()).of(row.category()),
                Words.status(row.state()),
                row.availableAt(),
                status(row, now),
                row.matter().owner().map(o -> Words.person(o, row.ownerName().orElse(""))),
                row.matter().owner().filter(person::equals).isPresent(),
                row.matter().due(),
                row.matter().reason() == Matter.Reason.NOBODY_CAN_OPEN ? canOpen(row, now) : 0,
                row.matter().reason().isBreach()
                        ? Optional.of(Breach.ends(row.matter(), rules.version(row.rules())))
                        : Optional.empty());
    }

    private int canOpen(Cases.Row row, Instant now) {
        return (int)
                holders.canOpen(row.recipient(), Optional.of(row.category()), now).stream()
                        .map(Holders.Holder::person)
                        .distinct()
                        .count();
    }

    /** What to do next, step by step. */
    private static List<String> steps(Cases.Row row, Optional<Whereabouts> paper, Texts texts) {
        String key =
                paper.map(where -> "case.paper." + (isTakenBack(row) ? "TAKEN_BACK" : where) + ".")
                        .orElseGet(() ->
                                "case.do." + row.matter().reason() + "." + row.matter().at() + ".");
        List<String> steps = new ArrayList<>();
        for (int step = 1; step <= MOST_STEPS; step++) {
            texts.find(key + step, row.recipientName()).ifPresent(steps::add);
        }
        return steps;
    }

    /** Where its paper is then says where to stop it, and not how to get it out. */
    private static boolean isTakenBack(Cases.Row row) {
        return row.state() == SentLetters.Status.WITHDRAWN
                || row.state() == SentLetters.Status.SETTLED;
    }

    /** Those who answer for it, with their telephones: they are all of this end. */
    private List<CasePage.Answering> people(Cases.Row row, PersonId person, Instant now) {
        return holders.others(row.unit(), Matter.answeredBy(row.matter().at()), now).stream()
                .map(h -> Words.person(h.person(), h.name()))
                .distinct()
                .map(p ->
                        new CasePage.Answering(
                                p,
                                p.id().equals(person),
                                contacts.own(new Notice.To.Person(p.id())).stream()
                                        .filter(c -> c.channel() == Notice.Channel.SMS)
                                        .map(Contacts.Contact::address)
                                        .toList()))
                .toList();
    }

    /** The one word for how a case stands. */
    static CaseStatus status(Cases.Row row, Instant now) {
        if (row.matter().closed()) {
            return CaseStatus.DONE;
        }
        if (row.overdue() > 0 || !row.matter().due().isAfter(now)) {
            return CaseStatus.LATE;
        }
        if (row.snoozed().filter(now::isBefore).isPresent()) {
            return CaseStatus.SNOOZED;
        }
        return row.matter().owner().isPresent() ? CaseStatus.TAKEN : CaseStatus.NEW;
    }
}
