package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Administration;
import no.segl.app.office.LogBook;
import no.segl.app.office.Reach;
import no.segl.app.store.Log;
import no.segl.app.store.Units;
import no.segl.app.web.page.Choice;
import no.segl.app.web.page.LogFilter;
import no.segl.app.web.page.LogPage;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.day.WorkingDays;
import no.segl.core.evidence.Topic;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of a unit, for those who follow what it sends or give access to it. */
@Controller
final class LogController {

    private static final int PAGE = 50;

    /** More than anybody chooses from; those with the longest ledgers. */
    private static final int MOST_UNITS = 200;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Frame frame;
    private final Words words;
    private final Overseen overseen;
    private final Administration administration;
    private final LogBook book;
    private final Log log;
    private final Units units;

    LogController(
            Frame frame,
            Words words,
            Overseen overseen,
            Administration administration,
            LogBook book,
            Log log,
            Units units) {
        this.frame = frame;
        this.words = words;
        this.overseen = overseen;
        this.administration = administration;
        this.book = book;
        this.log = log;
        this.units = units;
    }

    @GetMapping(LogFilter.HERE)
    ResponseEntity<byte[]> log(
            @RequestParam Optional<String> enhet,
            @RequestParam Optional<String> hva,
            @RequestParam Optional<String> brev,
            @RequestParam Optional<String> fra,
            @RequestParam Optional<String> til,
            @RequestParam(name = "for") Optional<String> before,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        if (Search.isPersonsNumber(brev)) {
            return FrontController.seeOther(LogFilter.HERE);
        }
        Shell shell = frame.shell(request, Section.LOG);
        Reach reach = administration.reach(person.person());
        Set<OrgNumber> seen = new HashSet<>(overseen.by(person.person(), Side.SENDER));
        Set<OrgNumber> followed = Set.copyOf(seen);
        seen.addAll(units.within(reach.roots()));
        Optional<OrgNumber> asked = enhet.flatMap(OrgNumber::parse);
        if (asked.filter(u -> !seen.contains(u)).isPresent()) {
            return frame.error(404, shell);
        }
        List<Log.Chain> chains = log.chains(seen, MOST_UNITS);
        Optional<OrgNumber> unit =
                asked.or(() ->
                        chains.stream()
                                .map(Log.Chain::unit)
                                .filter(u -> followed.isEmpty() || followed.contains(u))
                                .findFirst());
        boolean administers = unit.filter(reach::includes).isPresent();
        boolean follows = unit.filter(followed::contains).isPresent();
        LogFilter filter =
                new LogFilter(
                        unit,
                        hva.filter(LogPage.kinds(administers, follows)::contains).orElse(""),
                        brev.map(String::strip).filter(t -> t.length() <= 100).orElse(""),
                        fra.flatMap(LogController::day),
                        til.flatMap(LogController::day));
        Optional<Long> from = before.filter(NUMBER.asMatchPredicate()).map(Long::parseLong);
        return frame.answer(200, page(shell, chains, filter, new Sees(administers, follows), from));
    }

    /** What somebody sees of a unit's ledger. */
    private record Sees(boolean unit, boolean letters) {}

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private LogPage page(
            Shell shell,
            List<Log.Chain> chains,
            LogFilter filter,
            Sees sees,
            Optional<Long> before) {
        LogBook.Part part =
                filter.unit()
                        .map(unit -> book.part(asked(unit, filter, sees, before), PAGE))
                        .orElse(new LogBook.Part(List.of(), Optional.empty(), 0));
        LogBook.Vouched vouched =
                filter.unit()
                        .map(book::vouched)
                        .orElse(new LogBook.Vouched(LogBook.State.EMPTY, 0, 0, Optional.empty()));
        boolean broken = part.entries().stream().anyMatch(e -> !e.isSound());
        return new LogPage(
                shell,
                chains.stream().map(c -> new Choice(c.unit().value(), c.name())).toList(),
                filter,
                sees.unit(),
                sees.letters(),
                new LogPage.Vouched(
                        broken ? LogBook.State.BROKEN.name() : vouched.state().name(),
                        vouched.head(),
                        vouched.signed(),
                        vouched.at()),
                rows(part, filter, shell),
                part.lookedTo(),
                before.isPresent(),
                part.next().map(n -> Long.toString(n)));
    }

    private Log.Asked asked(OrgNumber unit, LogFilter filter, Sees sees, Optional<Long> before) {
        boolean aboutUnit = filter.kind().equals(LogFilter.UNIT);
        Set<String> types =
                Arrays.stream(Topic.values())
                        .filter(t -> t.name().equals(filter.kind()))
                        .findFirst()
                        .map(Topic::types)
                        .orElse(Set.of());
        Optional<List<LetterId>> letters =
                filter.letter().isEmpty()
                        ? Optional.empty()
                        : Optional.of(log.called(unit, filter.letter()));
        return new Log.Asked(
                unit,
                sees.letters() && !aboutUnit,
                sees.unit() && (aboutUnit || filter.kind().isEmpty()),
                types,
                letters,
                filter.from().map(LogController::begin),
                filter.until().map(d -> begin(d.plusDays(1))),
                before);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(WorkingDays.NORWAY).toInstant();
    }

    private List<LogPage.Row> rows(LogBook.Part part, LogFilter filter, Shell shell) {
        Map<PersonId, String> names =
                filter.unit()
                        .map(unit ->
                                words.names(
                                        part.entries().stream()
                                                .filter(t -> t.actor().isPresent())
                                                .map(LogBook.Told::entry)
                                                .toList(),
                                        unit))
                        .orElse(Map.of());
        Words.Names categories = words.categories(shell.language());
        return part.entries().stream().map(t -> row(t, names, categories, shell)).toList();
    }

    private static LogPage.Row row(
            LogBook.Told told, Map<PersonId, String> names, Words.Names categories, Shell shell) {
        Entry entry = told.entry();
        return new LogPage.Row(
                entry.number(),
                entry.at(),
                entry.type(),
                told.letter()
                        .map(l ->
                                new LogPage.Letter(
                                        l.letter(), l.recipient(), categories.of(l.category()))),
                entry.actorKind(),
                told.actor().map(_ -> Words.who(entry, names, shell.texts())),
                entry.right().code(),
                told.isSound());
    }
}
