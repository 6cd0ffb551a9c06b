package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.segl.app.export.LetterList;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.store.Units;
import no.segl.app.store.Watched;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.overview.Age;
import no.segl.core.overview.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The letters that a question is about: one answer for what the pages list, too. */
@RestController
public final class AskedController {

    private final Refusals refusals;
    private final Units units;
    private final LetterList lists;
    private final Watched watched;
    private final InstantSource clock;

    AskedController(
            Refusals refusals,
            Units units,
            LetterList lists,
            Watched watched,
            InstantSource clock) {
        this.refusals = refusals;
        this.units = units;
        this.lists = lists;
        this.watched = watched;
        this.clock = clock;
    }

    /**
     * A letter in a list.
     *
     * @param days how many days of the calendar it has lain
     * @param nextLook absent once the letter is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AskedLetter(
            String id,
            String sender,
            String senderName,
            String recipient,
            String recipientName,
            String category,
            @Nullable String sendersReference,
            @Nullable String caseNumber,
            String status,
            long days,
            @Nullable String availableAt,
            @Nullable String openedAt,
            @Nullable String closedAt,
            LetterAnswer.@Nullable LookAnswer nextLook) {

        private static AskedLetter of(Watched.Row row, Instant now) {
            return new AskedLetter(
                    row.id().toString(),
                    row.sender().value(),
                    row.senderName(),
                    row.recipient().value(),
                    row.recipientName(),
                    row.category().code(),
                    row.reference().orElse(null),
                    row.caseNumber().orElse(null),
                    row.state().name().toLowerCase(Locale.ROOT),
                    Math.max(0, Age.days(row.since(), now)),
                    LetterAnswer.text(row.availableAt()),
                    LetterAnswer.text(row.openedAt()),
                    LetterAnswer.text(row.closedAt()),
                    row.nextLook().map(LetterAnswer.LookAnswer::of).orElse(null));
        }
    }

    /** A page of letters; {@code next} is the {@code after} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AskedPage(List<AskedLetter> letters, @Nullable String next) {}

    @GetMapping("/api/v1/overview/sent/letters")
    AskedPage sent(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        return page(Side.SENDER, machine, q, after, limit);
    }

    @GetMapping("/api/v1/overview/received/letters")
    AskedPage received(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.RECEIVE);
        return page(Side.RECIPIENT, machine, q, after, limit);
    }

    private AskedPage page(
            Side own,
            Machine machine,
            Optional<String> q,
            Optional<String> after,
            Optional<String> limit) {
        QueryFields query = new QueryFields();
        Optional<Question> question =
                query.read(
                        "/q",
                        q,
                        text -> lists.read(text.strip(), own, Language.EN),
                        Rule.QUESTION_NOT_UNDERSTOOD);
        Optional<Watched.Cursor> cursor = query.read("/after", after, Watched.Cursor::parse);
        int most = query.limit(limit);
        query.check();
        Instant now = clock.instant();
        Watched.Page page =
                watched.page(
                        new Watched.Asked(
                                own,
                                units.within(Set.of(machine.organisation())),
                                question.orElse(Question.ALL),
                                now),
                        cursor,
                        most);
        return new AskedPage(
                page.rows().stream().map(row -> AskedLetter.of(row, now)).toList(),
                page.next().map(Watched.Cursor::toString).orElse(null));
    }
}
