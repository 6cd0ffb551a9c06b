package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.LetterLife;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Categories;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.evidence.Event;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Language;
import no.segl.core.letter.Releasing;
import no.segl.core.letter.Side;
import no.segl.core.letter.Withdrawing;
import no.segl.core.letter.Withdrawing.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The letters that an organisation has sent: their status, their ledger, and taking them back. */
@RestController
public final class LetterController {

    private final Refusals refusals;
    private final PostOffice office;
    private final Units units;
    private final SentLetters sent;
    private final LetterContents contents;
    private final LetterLife life;
    private final Categories categories;
    private final InstantSource clock;

    LetterController(
            Refusals refusals,
            PostOffice office,
            Units units,
            SentLetters sent,
            LetterContents contents,
            LetterLife life,
            Categories categories,
            InstantSource clock) {
        this.refusals = refusals;
        this.office = office;
        this.units = units;
        this.sent = sent;
        this.contents = contents;
        this.life = life;
        this.categories = categories;
        this.clock = clock;
    }

    /** A page of letters; {@code next} is the {@code after} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LettersAnswer(List<LetterAnswer> letters, @Nullable String next) {}

    /** An entry of the ledger, as its sender may be told of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryAnswer(
            String chain,
            long number,
            String at,
            String actorKind,
            @Nullable String actor,
            String rightCode,
            String rightGround,
            String type,
            Map<String, String> values,
            String hash) {}

    /** What the ledger says of a letter; {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LedgerAnswer(List<EntryAnswer> entries, @Nullable Long next) {}

    /** A category and its names. */
    public record CategoryAnswer(String code, Map<String, String> names) {}

    /** All categories. */
    public record CategoriesAnswer(List<CategoryAnswer> categories) {}

    @GetMapping("/api/v1/letters")
    LettersAnswer letters(
            @RequestParam Optional<String> unopened,
            @RequestParam Optional<String> recipient,
            @RequestParam Optional<String> sendersReference,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        QueryFields query = new QueryFields();
        boolean onlyUnopened = query.flag("/unopened", unopened);
        Optional<OrgNumber> to = query.read("/recipient", recipient, OrgNumber::parse);
        Optional<LetterId> cursor = query.read("/after", after, LetterId::parse);
        Optional<String> reference =
                query.read("/sendersReference", sendersReference, LetterController::plain);
        int most = query.limit(limit);
        query.check();
        SentLetters.Page page =
                sent.page(
                        new SentLetters.Question(
                                units.within(Set.of(machine.organisation())),
                                onlyUnopened,
                                to,
                                reference,
                                cursor),
                        most);
        return new LettersAnswer(
                page.rows().stream().map(LetterAnswer::of).toList(),
                page.next().map(LetterId::toString).orElse(null));
    }

    @GetMapping("/api/v1/letters/{id}")
    LetterAnswer letter(@PathVariable String id, Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        SentLetters.Row row = mine(id, machine);
        return answer(row);
    }

    @GetMapping("/api/v1/letters/{id}/ledger")
    LedgerAnswer ledger(
            @PathVariable String id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        QueryFields query = new QueryFields();
        long begin = query.read("/after", after, LetterController::number).orElse(0L);
        int most = query.limit(limit);
        SentLetters.Row letter = mine(id, machine);
        query.check();
        LetterLife.Page page = life.page(letter.id(), Side.SENDER, begin, most);
        return new LedgerAnswer(
                page.events().stream().flatMap(e -> entry(e, letter.sender()).stream()).toList(),
                page.next().orElse(null));
    }

    @PostMapping("/api/v1/letters/{id}/withdrawal")
    ResponseEntity<LetterAnswer> withdraw(
            @PathVariable String id, HttpServletRequest request, Machine machine)
            throws IOException {
        refusals.require(machine, Scopes.SEND);
        LetterId letter = mine(id, machine).id();
        Reason reason = WithdrawalReader.read(request, clock);
        Withdrawing.Reply reply =
                office.withdraw(letter, reason, machine.actor(), sender -> toSend(machine, sender))
                        .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
        return switch (reply) {
            case Withdrawing.Reply.Withdrawn _, Withdrawing.Reply.AlreadyWithdrawn _ ->
                    ResponseEntity.ok(answer(mine(id, machine)));
            case Withdrawing.Reply.AlreadyOpened _ -> throw new ApiProblem(Problem.ALREADY_OPENED);
            case Withdrawing.Reply.AlreadyClosed _ -> throw new ApiProblem(Problem.LETTER_CLOSED);
            case Withdrawing.Reply.NotYet _ -> throw new ApiProblem(Problem.UNAVAILABLE);
            case Withdrawing.Reply.Refused _ -> throw new ApiProblem(Problem.NOT_FOUND);
        };
    }

    @PostMapping("/api/v1/letters/{id}/release")
    ResponseEntity<LetterAnswer> release(@PathVariable String id, Machine machine) {
        refusals.require(machine, Scopes.SEND);
        LetterId letter = mine(id, machine).id();
        Releasing.Reply reply =
                office.release(letter, machine.actor(), sender -> toSend(machine, sender))
                        .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
        return switch (reply) {
            case Releasing.Reply.Released _, Releasing.Reply.NotHeld _ ->
                    ResponseEntity.ok(answer(mine(id, machine)));
            case Releasing.Reply.Over _ -> throw new ApiProblem(Problem.LETTER_CLOSED);
            case Releasing.Reply.Refused _ -> throw new ApiProblem(Problem.NOT_FOUND);
        };
    }

    private Clearance toSend(Machine machine, OrgNumber sender) {
        return Clearances.byScope(
                Scopes.SEND, machine.scopes(), machine.organisation(), units.lineage(sender));
    }

    @GetMapping("/api/v1/categories")
    CategoriesAnswer categories() {
        return new CategoriesAnswer(
                categories.all().stream()
                        .map(c ->
                                new CategoryAnswer(
                                        c.category().code(),
                                        Map.of(
                                                "nb", c.names().get(Language.NB),
                                                "nn", c.names().get(Language.NN),
                                                "en", c.names().get(Language.EN))))
                        .toList());
    }

    private LetterAnswer answer(SentLetters.Row row) {
        return LetterAnswer.of(
                row,
                Optional.ofNullable(sent.notReady(List.of(row.id())).get(row.id())),
                contents.documents(row.id()));
    }

    private SentLetters.Row mine(String id, Machine machine) {
        return LetterId.parse(id)
                .flatMap(sent::find)
                .filter(row -> units.lineage(row.sender()).isWithin(machine.organisation()))
                .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
    }

    private static Optional<EntryAnswer> entry(Event event, OrgNumber sender) {
        return event.told()
                .map(told ->
                        new EntryAnswer(
                                sender.value(),
                                event.number(),
                                told.at().toString(),
                                told.actorKind(),
                                told.actorId().orElse(null),
                                told.right().code(),
                                told.right().ground(),
                                told.type(),
                                told.values(),
                                event.hash().hex()));
    }

    /** A text that some reference could be; the database takes no U+0000. */
    private static Optional<String> plain(String text) {
        return Optional.of(text).filter(t -> t.chars().noneMatch(Character::isISOControl));
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
