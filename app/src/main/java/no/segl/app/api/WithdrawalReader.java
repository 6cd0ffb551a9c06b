package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.letter.Withdrawing.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads why a letter is taken back, as strictly as a dispatch is read. */
final class WithdrawalReader {

    private static final int LARGEST = 10_000;

    private WithdrawalReader() {}

    /**
     * The reason in the request's body.
     *
     * @throws ApiProblem if it is not JSON, too large or too slow, or has no such reason
     */
    static Reason read(HttpServletRequest request, InstantSource clock) throws IOException {
        JsonNode root =
                JsonBody.object(
                        JsonBody.bytes(new PacedInput(request.getInputStream(), clock), LARGEST));
        List<Violation> faults = new ArrayList<>();
        for (String name : root.propertyNames()) {
            if (!name.equals("reason")) {
                faults.add(SubmissionReader.unknown("", name));
            }
        }
        Optional<Reason> reason = reason(root.get("reason"), faults);
        if (!faults.isEmpty() || reason.isEmpty()) {
            throw ApiProblem.invalid(faults);
        }
        return reason.get();
    }

    private static Optional<Reason> reason(@Nullable JsonNode node, List<Violation> faults) {
        if (node == null || node.isNull()) {
            faults.add(new Violation("/reason", Rule.REQUIRED));
            return Optional.empty();
        }
        if (!node.isString()) {
            faults.add(new Violation("/reason", Rule.NOT_TEXT));
            return Optional.empty();
        }
        Optional<Reason> reason =
                Arrays.stream(Reason.values())
                        .filter(r -> r.name().equals(node.stringValue()))
                        .findFirst();
        if (reason.isEmpty()) {
            faults.add(new Violation("/reason", Rule.UNKNOWN_REASON));
        }
        return reason;
    }
}
