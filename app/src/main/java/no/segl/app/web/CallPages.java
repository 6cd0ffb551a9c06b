package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Addresses;
import no.segl.app.store.Cases;
import no.segl.app.store.Contacts;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Watched;
import no.segl.app.web.page.Call;
import no.segl.app.web.page.CallListPage;
import no.segl.app.web.page.CallPage;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Texts;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.overview.State;
import no.segl.core.readiness.Readiness;
import no.segl.core.readiness.Readiness.Ground;
import org.springframework.stereotype.Component;

/** The pages of calls about what has been sent and lies unopened. */
@Component
final class CallPages {

    /** How many recipients are listed: more are not called in a day. */
    private static final int MOST_CALLS = 50;

    /** How many letters one call is written down of. */
    static final int MOST_LETTERS = 200;

    private final Words words;
    private final Questions questions;
    private final Overseen overseen;
    private final Watched watched;
    private final Cases cases;
    private final Contacts contacts;
    private final Addresses addresses;
    private final RuleTable rules;
    private final InstantSource clock;

    CallPages(
            Words words,
            Questions questions,
            Overseen overseen,
            Watched watched,
            Cases cases,
            Contacts contacts,
            Addresses addresses,
            RuleTable rules,
            InstantSource clock) {
        this.words = words;
        this.questions = questions;
        this.overseen = overseen;
        this.watched = watched;
        this.cases = cases;
        this.contacts = contacts;
        this.addresses = addresses;
        this.rules = rules;
        this.clock = clock;
    }

    /** The letters that calls are about: those that lie unopened, of those asked for. */
    Watched.Asked asked(Questions.Asked read, LoggedIn person) {
        return new Watched.Asked(
                Side.SENDER,
                overseen.by(person.person(), Side.SENDER),
                read.question().in(Set.of(State.AVAILABLE)),
                clock.instant());
    }

    /** Whom to call. */
    CallListPage list(Shell shell, LoggedIn person, Questions.Asked read) {
        Watched.Asked asked = asked(read, person);
        boolean none = read.isFaulty() || asked.units().isEmpty();
        List<Watched.Group> groups = none ? List.of() : watched.groups(asked, MOST_CALLS + 1);
        List<Watched.Group> shown = groups.stream().limit(MOST_CALLS).toList();
        return new CallListPage(
                shell,
                read.filter(),
                calls(shell, person, read, asked, shown),
                groups.size() > shown.size(),
                !asked.units().isEmpty());
    }

    /** One call; empty if nothing that was asked for lies with {@code party}. */
    Optional<CallPage> one(
            Shell shell,
            LoggedIn person,
            Questions.Asked read,
            OrgNumber party,
            CallPage.Entered entered,
            Optional<String> trouble,
            Optional<CallPage.Said> said) {
        Watched.Asked all = asked(read, person);
        Watched.Asked asked =
                new Watched.Asked(all.own(), all.units(), all.question().with(party), all.at());
        List<Call> calls =
                read.isFaulty() || all.units().isEmpty()
                        ? List.of()
                        : calls(shell, person, read, asked, watched.groups(asked, 1));
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        Watched.Page page = watched.page(asked, Optional.empty(), MOST_LETTERS);
        return Optional.of(
                new CallPage(
                        shell,
                        calls.getFirst(),
                        rows(page.rows(), person.person(), shell),
                        page.next().isPresent(),
                        entered,
                        trouble,
                        said,
                        Days.first(asked.at()),
                        last(asked.at()),
                        read.filter().typed(),
                        read.filter().file("ringeliste")));
    }

    /** The last day on which a case must not have been looked at again. */
    private LocalDate last(Instant now) {
        return rules.newest()
                .row(Rule.CASE_PUT_OFF)
                .after(now)
                .atZone(WorkingDays.NORWAY)
                .toLocalDate()
                .minusDays(1);
    }

    private List<CallPage.Row> rows(List<Watched.Row> rows, PersonId person, Shell shell) {
        Words.Names categories = words.categories(shell.language());
        Map<LetterId, List<Cases.Row>> followed =
                cases.of(rows.stream().map(Watched.Row::id).toList(), Side.SENDER).stream()
                        .collect(Collectors.groupingBy(Cases.Row::letter));
        return rows.stream()
                .map(r ->
                        new CallPage.Row(
                                r.id(),
                                categories.of(r.category()),
                                new References(r.reference(), r.caseNumber(), Optional.empty()),
                                r.since(),
                                followed.getOrDefault(r.id(), List.of()).stream()
                                        .map(c -> followed(c, person))
                                        .toList()))
                .toList();
    }

    private static CallPage.Followed followed(Cases.Row row, PersonId person) {
        Optional<PersonId> owner = row.matter().owner();
        return new CallPage.Followed(
                row.matter().id(),
                row.matter().version(),
                owner.map(o -> Words.person(o, row.ownerName().orElse("")).name()),
                owner.filter(person::equals).isPresent(),
                row.matter().due());
    }

    private List<Call> calls(
            Shell shell,
            LoggedIn person,
            Questions.Asked read,
            Watched.Asked asked,
            List<Watched.Group> groups) {
        Set<OrgNumber> parties =
                groups.stream().map(Watched.Group::party).collect(Collectors.toSet());
        List<Watched.Share> shares =
                parties.isEmpty()
                        ? List.of()
                        : watched.shares(asked).stream()
                                .filter(s -> parties.contains(s.party()))
                                .toList();
        Map<Watched.Place, Readiness> ready =
                watched.readyAt(shares.stream().map(CallPages::place).toList(), asked.at());
        return groups.stream()
                .map(g ->
                        new Call(
                                new Party(g.name(), g.party()),
                                g.letters(),
                                g.oldest(),
                                asks(
                                        shares.stream()
                                                .filter(s -> s.party().equals(g.party()))
                                                .toList(),
                                        ready,
                                        shell),
                                addresses(person.person(), g.party()),
                                href(read.filter(), g.party())))
                .toList();
    }

    private static Watched.Place place(Watched.Share share) {
        return new Watched.Place(share.party(), share.category());
    }

    private static String href(LettersFilter filter, OrgNumber party) {
        return filter.file("ringeliste/" + party.value());
    }

    /** What to ask for, by what would mend it; what must be mended first, first. */
    private List<Call.Ask> asks(
            List<Watched.Share> shares, Map<Watched.Place, Readiness> ready, Shell shell) {
        Texts texts = shell.texts();
        Words.Names categories = words.categories(shell.language());
        Map<Ground, List<Watched.Share>> by = new EnumMap<>(Ground.class);
        Map<Ground, Instant> asOf = new EnumMap<>(Ground.class);
        for (Watched.Share share : shares) {
            Optional.ofNullable(ready.get(place(share)))
                    .ifPresent(r -> {
                        by.computeIfAbsent(r.ground(), _ -> new ArrayList<>()).add(share);
                        asOf.put(r.ground(), r.asOf());
                    });
        }
        return asOf.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey() == Ground.HELD))
                .map(e -> {
                    String what =
                            by.getOrDefault(e.getKey(), List.of()).stream()
                                    .map(s ->
                                            texts.get(
                                                    "calls.share",
                                                    categories.of(s.category()),
                                                    texts.figures().number(s.letters())))
                                    .collect(Collectors.joining(", "));
                    return new Call.Ask(
                            texts.get("calls.ask." + e.getKey().name(), what),
                            texts.get("ready.ground." + e.getKey().name()),
                            e.getValue(),
                            e.getKey() != Ground.HELD);
                })
                .toList();
    }

    /** Shown to those alone who look after them there: they were not given to whoever sends. */
    private Optional<List<String>> addresses(PersonId person, OrgNumber unit) {
        Notice.To owner = new Notice.To.Unit(unit);
        return addresses.may(person, owner)
                ? Optional.of(contacts.own(owner).stream().map(Contacts.Contact::address).toList())
                : Optional.empty();
    }

    /** Reads the question that calls are about. */
    Questions.Asked read(Optional<String> typed, Texts texts) {
        return questions.read(
                "/sendt", Side.SENDER, LettersFilter.View.PARTIES, typed.orElse(""), texts);
    }
}
