package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.store.ReceivedLetters;
import no.segl.app.store.Units;
import no.segl.core.id.LetterId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What lies at an organisation's units. It never gives out a title or content. */
@RestController
public final class ReceivedController {

    private final Refusals refusals;
    private final Units units;
    private final ReceivedLetters received;

    ReceivedController(Refusals refusals, Units units, ReceivedLetters received) {
        this.refusals = refusals;
        this.units = units;
        this.received = received;
    }

    /** A letter that lies there: where it came from and when, and whether it has been opened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReceivedAnswer(
            String id,
            String sender,
            String recipient,
            String category,
            String language,
            String status,
            String availableAt,
            @Nullable String openedAt,
            @Nullable String assignedAt,
            @Nullable String handledAt) {

        private static ReceivedAnswer of(ReceivedLetters.Row row) {
            return new ReceivedAnswer(
                    row.id().toString(),
                    row.sender().value(),
                    row.recipient().value(),
                    row.category().code(),
                    row.language(),
                    row.openedAt().isPresent() ? "opened" : "available",
                    row.availableAt().toString(),
                    LetterAnswer.text(row.openedAt()),
                    LetterAnswer.text(row.assignedAt()),
                    LetterAnswer.text(row.handledAt()));
        }
    }

    /** A page of letters; {@code next} is the {@code after} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReceivedPage(List<ReceivedAnswer> letters, @Nullable String next) {}

    @GetMapping("/api/v1/received")
    ReceivedPage received(
            @RequestParam Optional<String> unopened,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.RECEIVE);
        QueryFields query = new QueryFields();
        boolean onlyUnopened = query.flag("/unopened", unopened);
        Optional<LetterId> cursor = query.read("/after", after, LetterId::parse);
        int most = query.limit(limit);
        query.check();
        ReceivedLetters.Page page =
                received.page(
                        new ReceivedLetters.Question(
                                units.within(Set.of(machine.organisation())), onlyUnopened, cursor),
                        most);
        return new ReceivedPage(
                page.rows().stream().map(ReceivedAnswer::of).toList(),
                page.next().map(LetterId::toString).orElse(null));
    }
}
