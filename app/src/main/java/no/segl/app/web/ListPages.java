package no.segl.app.web;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Bookmarks;
import no.segl.app.store.KeptQuestions.Kept;
import no.segl.app.store.Units;
import no.segl.app.store.Watched;
import no.segl.app.web.page.KeptViews;
import no.segl.app.web.page.LetterStatus;
import no.segl.app.web.page.LettersFilter;
import no.segl.app.web.page.LettersPage;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.References;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Texts;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Side;
import no.segl.core.overview.State;
import no.segl.core.readiness.Readiness;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages of the letters that a question is about, with the questions that are kept. */
@Component
final class ListPages {

    private static final int PAGE = 50;
    private static final int MOST_GROUPS = 200;

    /** How many units there are to choose from at most, to share a question with. */
    private static final int MOST_UNITS = 50;

    private final Frame frame;
    private final Words words;
    private final Questions questions;
    private final Overseen overseen;
    private final Watched watched;
    private final Bookmarks bookmarks;
    private final Units units;
    private final InstantSource clock;

    ListPages(
            Frame frame,
            Words words,
            Questions questions,
            Overseen overseen,
            Watched watched,
            Bookmarks bookmarks,
            Units units,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.questions = questions;
        this.overseen = overseen;
        this.watched = watched;
        this.bookmarks = bookmarks;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What stands in the address.
     *
     * @param number whether somebody's national identity number stood in another, which led here
     */
    record Typed(
            Optional<String> question,
            Optional<String> view,
            Optional<String> after,
            boolean number) {}

    /**
     * What was filled in to keep a question.
     *
     * @param trouble why it was not kept, a code
     */
    record Keeping(String name, String unit, Optional<String> trouble) {

        static final Keeping NOTHING = new Keeping("", "", Optional.empty());

        Keeping with(String why) {
            return new Keeping(name, unit, Optional.of(why));
        }
    }

    /** Reads what was typed. */
    Questions.Asked read(Side own, Typed typed, Texts texts) {
        String path = LettersController.path(own);
        LettersFilter.View view = LettersFilter.View.of(typed.view().orElse(""));
        return typed.number()
                ? questions.withoutNumber(path, view, texts)
                : questions.read(path, own, view, typed.question().orElse(""), texts);
    }

    ResponseEntity<byte[]> answer(
            Side own, Typed typed, LoggedIn person, Shell shell, Keeping keeping) {
        Questions.Asked read = read(own, typed, shell.texts());
        Watched.Asked asked =
                new Watched.Asked(
                        own, overseen.by(person.person(), own), read.question(), clock.instant());
        if (read.isFaulty() || asked.units().isEmpty()) {
            return frame.answer(
                    read.isFaulty() && !typed.number() ? 422 : 200,
                    new LettersPage(
                            shell,
                            own,
                            read.filter(),
                            List.of(),
                            List.of(),
                            new LettersPage.Count(0, false, Optional.empty()),
                            false,
                            Optional.empty(),
                            !asked.units().isEmpty(),
                            asked.units().isEmpty()
                                    ? KeptViews.NONE
                                    : kept(asked, person, read.filter(), keeping)));
        }
        return frame.answer(
                keeping.trouble().isPresent() ? 422 : 200,
                page(
                        shell,
                        asked,
                        read.filter(),
                        typed.after().flatMap(Watched.Cursor::parse),
                        kept(asked, person, read.filter(), keeping)));
    }

    private KeptViews kept(
            Watched.Asked asked, LoggedIn person, LettersFilter filter, Keeping keeping) {
        List<Kept> kept = bookmarks.of(person.person(), asked.own(), asked.units());
        Set<OrgNumber> roots = overseen.places(person.person(), asked.own());
        Set<OrgNumber> named = new HashSet<>(roots);
        kept.forEach(k -> k.unit().ifPresent(named::add));
        Map<OrgNumber, String> names = units.names(named);
        return new KeptViews(
                kept.stream()
                        .map(k -> {
                            String href =
                                    new LettersFilter(
                                                    filter.path(),
                                                    LettersFilter.View.of(k.view()),
                                                    k.question(),
                                                    List.of(),
                                                    List.of())
                                            .here();
                            return new KeptViews.Kept(
                                    k.id(),
                                    k.name(),
                                    k.unit().map(u -> names.getOrDefault(u, u.grouped())),
                                    href,
                                    href.equals(filter.here()));
                        })
                        .toList(),
                roots.stream()
                        .map(u -> new Party(names.getOrDefault(u, u.grouped()), u))
                        .sorted(Comparator.comparing(Party::name))
                        .limit(MOST_UNITS)
                        .toList(),
                keeping.name(),
                keeping.unit(),
                keeping.trouble());
    }

    private LettersPage page(
            Shell shell,
            Watched.Asked asked,
            LettersFilter filter,
            Optional<Watched.Cursor> after,
            KeptViews kept) {
        boolean grouped = filter.view() == LettersFilter.View.PARTIES;
        Watched.Page page =
                grouped
                        ? new Watched.Page(List.of(), Optional.empty())
                        : watched.page(asked, after, PAGE);
        Watched.Count count = watched.count(asked);
        Words.Names categories = words.categories(shell.language());
        Map<Watched.Place, Readiness> ready =
                watched.ready(
                        page.rows().stream().filter(r -> !r.state().isClosed()).toList(),
                        asked.at());
        return new LettersPage(
                shell,
                asked.own(),
                filter,
                page.rows().stream()
                        .map(r -> row(r, asked.own(), categories, ready, shell))
                        .toList(),
                grouped
                        ? watched.groups(asked, MOST_GROUPS).stream()
                                .map(g ->
                                        new LettersPage.Group(
                                                new Party(g.name(), g.party()),
                                                g.letters(),
                                                g.oldest(),
                                                to(asked, g.party(), shell)))
                                .toList()
                        : List.of(),
                new LettersPage.Count(count.letters(), count.more(), count.oldest()),
                after.isPresent(),
                page.next().map(Watched.Cursor::toString),
                true,
                kept);
    }

    /** The way to the letters with one unit at the other end. */
    private String to(Watched.Asked asked, OrgNumber party, Shell shell) {
        return LettersFilter.letters(
                LettersController.path(asked.own()),
                questions.write(asked.question().with(party), shell.texts()));
    }

    /** A letter as a row of a list. */
    static LettersPage.Row row(
            Watched.Row row,
            Side own,
            Words.Names categories,
            Map<Watched.Place, Readiness> ready,
            Shell shell) {
        Party sender = new Party(row.senderName(), row.sender());
        Party recipient = new Party(row.recipientName(), row.recipient());
        return new LettersPage.Row(
                row.id(),
                own == Side.SENDER ? sender : recipient,
                own == Side.SENDER ? recipient : sender,
                categories.of(row.category()),
                new References(row.reference(), row.caseNumber(), Optional.empty()),
                status(row.state()),
                row.since(),
                Optional.ofNullable(ready.get(new Watched.Place(row.recipient(), row.category())))
                        .filter(_ -> !row.state().isClosed())
                        .map(r -> r.verdict().name()),
                row.nextLook().map(l -> Words.look(l, shell.texts())));
    }

    private static LetterStatus status(State state) {
        return LetterStatus.valueOf(state.name());
    }
}
