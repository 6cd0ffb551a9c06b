package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Feed;
import no.segl.app.office.WebhookDesk;
import no.segl.app.store.Units;
import no.segl.app.store.WebhookList;
import no.segl.core.access.Clearances;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An organisation's webhooks: made, ended, begun anew, and what was set aside. */
@RestController
public final class WebhookController {

    private final Refusals refusals;
    private final Units units;
    private final WebhookDesk desk;
    private final WebhookList list;
    private final Feed feed;
    private final WebhookReader reader;

    WebhookController(
            Refusals refusals,
            Units units,
            WebhookDesk desk,
            WebhookList list,
            Feed feed,
            WebhookReader reader) {
        this.refusals = refusals;
        this.units = units;
        this.desk = desk;
        this.list = list;
        this.feed = feed;
        this.reader = reader;
    }

    /**
     * A webhook.
     *
     * @param cursor how far its events have been sent
     * @param silentSince since when nothing has been taken there, though it was tried
     * @param fault what the last attempt came to, if it failed
     * @param aside how many events were set aside
     * @param secret what its events are signed with; told once, when it is made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WebhookAnswer(
            String id,
            String url,
            boolean received,
            String madeAt,
            String cursor,
            @Nullable String takenAt,
            @Nullable String silentSince,
            @Nullable String fault,
            @Nullable String nextAttemptAt,
            long aside,
            @Nullable String secret) {

        private static WebhookAnswer of(WebhookList.Row row, @Nullable String secret) {
            return new WebhookAnswer(
                    row.id().toString(),
                    row.address(),
                    row.received(),
                    row.madeAt().toString(),
                    row.cursor(),
                    LetterAnswer.text(row.takenAt()),
                    LetterAnswer.text(row.silentSince()),
                    row.fault().orElse(null),
                    row.fault().isPresent() ? row.nextAt().toString() : null,
                    row.aside(),
                    secret);
        }
    }

    /** All of an organisation's. */
    public record WebhooksAnswer(List<WebhookAnswer> webhooks) {}

    /** An event that did not come through. */
    public record AsideAnswer(
            String event,
            String cursor,
            String letter,
            String type,
            String at,
            int failures,
            String fault) {

        private static AsideAnswer of(WebhookList.Aside one) {
            return new AsideAnswer(
                    one.event(),
                    one.cursor(),
                    one.letter().toString(),
                    one.type(),
                    one.at().toString(),
                    one.failures(),
                    one.fault());
        }
    }

    /** A page, the newest first; {@code next} is the {@code after} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AsidePage(List<AsideAnswer> events, @Nullable String next) {}

    @PostMapping("/api/v1/webhooks")
    ResponseEntity<WebhookAnswer> make(HttpServletRequest request, Machine machine)
            throws IOException {
        refusals.require(machine, Scopes.ADMIN);
        WebhookReader.Wish wish = reader.wish(request);
        // Whoever may not ask for it may not have it sent either.
        refusals.require(machine, Scopes.STATUS);
        if (wish.received()) {
            refusals.require(machine, Scopes.RECEIVE);
        }
        return switch (desk.make(
                machine.organisation(), wish.url(), wish.received(), asker(machine))) {
            case WebhookDesk.Made.Done(var id, var secret) ->
                    ResponseEntity.created(URI.create("/api/v1/webhooks/" + id))
                            .body(WebhookAnswer.of(list.find(id).orElseThrow(), secret));
            case WebhookDesk.Made.NoAddress _ ->
                    throw ApiProblem.invalid(
                            List.of(new Violation("/url", Rule.NOT_A_WEBHOOK_ADDRESS)));
            case WebhookDesk.Made.TooMany _ ->
                    throw ApiProblem.invalid(
                            List.of(new Violation("/url", Rule.TOO_MANY, Webhooks.MOST)));
            case WebhookDesk.Made.Refused(var why) ->
                    throw refusals.denied(why, machine, Scopes.ADMIN);
        };
    }

    @GetMapping("/api/v1/webhooks")
    WebhooksAnswer all(Machine machine) {
        refusals.require(machine, Scopes.ADMIN);
        return new WebhooksAnswer(
                list.of(Set.of(machine.organisation())).stream()
                        .map(row -> WebhookAnswer.of(row, null))
                        .toList());
    }

    @GetMapping("/api/v1/webhooks/{id}")
    WebhookAnswer one(@PathVariable String id, Machine machine) {
        refusals.require(machine, Scopes.ADMIN);
        return WebhookAnswer.of(mine(id, machine), null);
    }

    @DeleteMapping("/api/v1/webhooks/{id}")
    ResponseEntity<Void> end(@PathVariable String id, Machine machine) {
        refusals.require(machine, Scopes.ADMIN);
        done(desk.end(mine(id, machine), asker(machine)), machine);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/v1/webhooks/{id}/replay")
    WebhookAnswer replay(@PathVariable String id, HttpServletRequest request, Machine machine)
            throws IOException {
        refusals.require(machine, Scopes.ADMIN);
        WebhookList.Row webhook = mine(id, machine);
        switch (reader.from(request)) {
            case WebhookReader.From.Moment(var since) ->
                    done(desk.replay(webhook, since, asker(machine)), machine);
            case WebhookReader.From.After(var cursor) -> {
                if (!feed.knows(cursor)) {
                    throw new ApiProblem(Problem.CURSOR_UNKNOWN);
                }
                done(desk.replay(webhook, cursor, asker(machine)), machine);
            }
        }
        return WebhookAnswer.of(mine(id, machine), null);
    }

    @GetMapping("/api/v1/webhooks/{id}/aside")
    AsidePage aside(
            @PathVariable String id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            Machine machine) {
        refusals.require(machine, Scopes.ADMIN);
        QueryFields query = new QueryFields();
        Optional<Feed.Cursor> cursor = query.read("/after", after, Feed.Cursor::parse);
        int most = query.limit(limit);
        UUID webhook = mine(id, machine).id();
        query.check();
        List<WebhookList.Aside> found =
                list.aside(
                        webhook,
                        cursor.map(Feed.Cursor::position).orElse(Long.MAX_VALUE),
                        most + 1);
        List<WebhookList.Aside> shown = found.subList(0, Math.min(most, found.size()));
        return new AsidePage(
                shown.stream().map(AsideAnswer::of).toList(),
                found.size() > most ? shown.getLast().cursor() : null);
    }

    private WebhookList.Row mine(String id, Machine machine) {
        return Uuids.parse(id)
                .flatMap(list::find)
                .filter(row -> row.unit().equals(machine.organisation()))
                .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
    }

    private void done(Webhooks.Reply reply, Machine machine) {
        switch (reply) {
            case Webhooks.Reply.Refused(var why) ->
                    throw refusals.denied(why, machine, Scopes.ADMIN);
            case Webhooks.Reply.Done _, Webhooks.Reply.TooMany _ -> {}
        }
    }

    private WebhookDesk.Asker asker(Machine machine) {
        return new WebhookDesk.Asker(
                machine.actor(),
                Clearances.byScope(
                        Scopes.ADMIN,
                        machine.scopes(),
                        machine.organisation(),
                        units.lineage(machine.organisation())));
    }
}
