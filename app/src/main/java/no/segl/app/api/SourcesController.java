package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sources of what Segl says, and how fresh each is: the same as the page has. */
@RestController("apiSources")
public final class SourcesController {

    private final Refusals refusals;
    private final Sources sources;
    private final InstantSource clock;

    SourcesController(Refusals refusals, Sources sources, InstantSource clock) {
        this.refusals = refusals;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * One source.
     *
     * @param state in a word; only {@code fine} is known to be so
     * @param lastControl when it was last controlled
     * @param lastSent when something last went out by it
     * @param failingSince since when it has not answered
     * @param expectedWithinSeconds how long it may be from one control to the next
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceAnswer(
            String source,
            String state,
            @Nullable String lastControl,
            @Nullable String lastSent,
            @Nullable String failingSince,
            @Nullable Long expectedWithinSeconds) {}

    /** Every source. */
    public record SourcesAnswer(String asOf, List<SourceAnswer> sources) {}

    @GetMapping("/api/v1/overview/sources")
    SourcesAnswer sources(Machine machine) {
        refusals.require(machine, Scopes.ADMIN);
        return new SourcesAnswer(
                clock.instant().toString(),
                sources.all().stream().map(SourcesController::answer).toList());
    }

    private static SourceAnswer answer(Sources.Source source) {
        boolean connected = source.state() != Sources.State.OFF;
        return new SourceAnswer(
                SurveyController.word(source.name()),
                source.state() == Sources.State.OFF
                        ? "not-connected"
                        : SurveyController.word(source.state()),
                source.last().map(Instant::toString).orElse(null),
                source.used().map(Instant::toString).orElse(null),
                source.since().map(Instant::toString).orElse(null),
                connected ? source.patience().toSeconds() : null);
    }
}
