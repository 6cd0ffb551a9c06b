package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Feed;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what is wanted of webhooks, as strictly as a dispatch is read. */
@Component
final class WebhookReader {

    private static final int LARGEST = 10_000;

    private final InstantSource clock;

    WebhookReader(InstantSource clock) {
        this.clock = clock;
    }

    /** One that is to be made. */
    record Wish(String url, boolean received) {}

    /** From where events are sent once more. */
    sealed interface From {
        record Moment(Instant since) implements From {}

        record After(Feed.Cursor cursor) implements From {}
    }

    private JsonNode object(HttpServletRequest request, Set<String> known, List<Violation> faults)
            throws IOException {
        JsonNode root =
                JsonBody.object(
                        JsonBody.bytes(new PacedInput(request.getInputStream(), clock), LARGEST));
        for (String name : root.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(SubmissionReader.unknown("", name));
            }
        }
        return root;
    }

    /**
     * What is to be made.
     *
     * @throws ApiProblem that says all that is wrong
     */
    Wish wish(HttpServletRequest request) throws IOException {
        List<Violation> faults = new ArrayList<>();
        JsonNode root = object(request, Set.of("url", "received"), faults);
        Optional<String> url = text(root.get("url"), "/url", faults);
        if (url.isEmpty() && faults.stream().noneMatch(f -> f.pointer().equals("/url"))) {
            faults.add(new Violation("/url", Rule.REQUIRED));
        }
        JsonNode received = root.get("received");
        boolean given = received != null && !received.isNull();
        if (given && !received.isBoolean()) {
            faults.add(new Violation("/received", Rule.NOT_TRUE_OR_FALSE));
        }
        if (!faults.isEmpty()) {
            throw ApiProblem.invalid(faults);
        }
        return new Wish(url.orElseThrow(), given && received.booleanValue());
    }

    /**
     * From where.
     *
     * @throws ApiProblem that says all that is wrong
     */
    From from(HttpServletRequest request) throws IOException {
        List<Violation> faults = new ArrayList<>();
        JsonNode root = object(request, Set.of("after", "since"), faults);
        Optional<String> after = text(root.get("after"), "/after", faults);
        Optional<String> since = text(root.get("since"), "/since", faults);
        Optional<Feed.Cursor> cursor = after.flatMap(Feed.Cursor::parse);
        Optional<Instant> moment = since.flatMap(EventsController::instant);
        if (after.isPresent() && cursor.isEmpty()) {
            faults.add(new Violation("/after", Rule.WRONG_TYPE));
        }
        if (since.isPresent() && moment.isEmpty()) {
            faults.add(new Violation("/since", Rule.WRONG_TYPE));
        }
        if (after.isEmpty() && since.isEmpty() && faults.isEmpty()) {
            faults.add(new Violation("/since", Rule.REQUIRED));
        }
        if (!faults.isEmpty()) {
            throw ApiProblem.invalid(faults);
        }
        return cursor.<From>map(From.After::new)
                .orElseGet(() -> new From.Moment(moment.orElseThrow()));
    }

    private static Optional<String> text(
            @Nullable JsonNode node, String pointer, List<Violation> faults) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            faults.add(new Violation(pointer, Rule.NOT_TEXT));
            return Optional.empty();
        }
        return Optional.of(node.stringValue());
    }
}
