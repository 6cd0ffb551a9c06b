package no.segl.app.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.event.CloudEvent;
import no.segl.app.event.CloudEvents;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Feed;
import no.segl.app.store.Units;
import no.segl.core.id.OrgNumber;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an organisation's letters, for whoever follows it with a cursor. */
@RestController
public final class EventsController {

    private final Refusals refusals;
    private final Units units;
    private final Feed feed;
    private final CloudEvents form;

    EventsController(Refusals refusals, Units units, Feed feed, CloudEvents form) {
        this.refusals = refusals;
        this.units = units;
        this.feed = feed;
        this.form = form;
    }

    @GetMapping(path = "/api/v1/events", produces = CloudEvent.MANY)
    ResponseEntity<List<CloudEvent>> events(
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> since,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        QueryFields query = new QueryFields();
        Optional<Feed.Cursor> given = query.read("/after", after, Feed.Cursor::parse);
        Optional<Instant> from = query.read("/since", since, EventsController::instant);
        int most = query.limit(limit);
        query.check();
        if (given.filter(c -> !feed.knows(c)).isPresent()) {
            throw new ApiProblem(Problem.CURSOR_UNKNOWN);
        }
        Feed.Cursor begin = given.or(() -> from.map(feed::before)).orElse(Feed.Cursor.START);
        Feed.Page page = feed.page(follower(machine), begin, most);
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + form.after(page.next(), most) + ">; rel=\"next\"")
                .body(page.happenings().stream().map(form::of).toList());
    }

    /** Both ends of what is the machine's own: what it may ask of one by one, it may follow. */
    private Feed.Follower follower(Machine machine) {
        Set<OrgNumber> own = units.within(Set.of(machine.organisation()));
        return new Feed.Follower(own, machine.scopes().contains(Scopes.RECEIVE) ? own : Set.of());
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
