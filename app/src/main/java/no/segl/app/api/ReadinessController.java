package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.ReadyDesk;
import no.segl.app.store.Categories;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.readiness.Readiness;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Whether anybody at recipients can open what would be sent there. */
@RestController
public final class ReadinessController {

    private static final int LARGEST = 1 << 20;
    private static final Set<String> FIELDS = Set.of("category", "recipients");

    private final Refusals refusals;
    private final ReadyDesk desk;
    private final Categories categories;
    private final InstantSource clock;

    ReadinessController(
            Refusals refusals, ReadyDesk desk, Categories categories, InstantSource clock) {
        this.refusals = refusals;
        this.desk = desk;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * One recipient.
     *
     * @param readiness in a word
     * @param ground why, and so what would mend it
     * @param asOf when the ground was known, in UTC
     */
    public record RecipientAnswer(String recipient, String readiness, String ground, String asOf) {}

    /** What was asked, in the order of the organisation numbers. */
    public record ReadinessAnswer(String category, List<RecipientAnswer> recipients) {}

    @PostMapping("/api/v1/readiness")
    ReadinessAnswer readiness(HttpServletRequest request, Machine machine) throws IOException {
        refusals.require(machine, Scopes.SEND);
        JsonNode root =
                JsonBody.object(
                        JsonBody.bytes(new PacedInput(request.getInputStream(), clock), LARGEST));
        List<Violation> faults = new ArrayList<>();
        for (String name : root.propertyNames()) {
            if (!FIELDS.contains(name)) {
                faults.add(SubmissionReader.unknown("", name));
            }
        }
        Optional<Category> category = category(root.get("category"), faults);
        List<OrgNumber> recipients = recipients(root.get("recipients"), faults);
        if (!faults.isEmpty() || category.isEmpty()) {
            throw ApiProblem.invalid(faults);
        }
        return new ReadinessAnswer(
                category.get().code(),
                desk.ready(recipients, category.get()).stream()
                        .map(ReadinessController::answer)
                        .toList());
    }

    private static RecipientAnswer answer(Readiness readiness) {
        return new RecipientAnswer(
                readiness.unit().value(),
                readiness.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                readiness.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                readiness.asOf().toString());
    }

    private Optional<Category> category(@Nullable JsonNode node, List<Violation> faults) {
        Optional<String> text = text("/category", node, faults);
        Optional<Category> category = text.flatMap(categories::find);
        if (text.isPresent() && category.isEmpty()) {
            faults.add(new Violation("/category", Rule.UNKNOWN_CATEGORY));
        }
        return category;
    }

    private static List<OrgNumber> recipients(@Nullable JsonNode node, List<Violation> faults) {
        List<OrgNumber> numbers = new ArrayList<>();
        if (node == null || node.isNull() || (node.isArray() && node.isEmpty())) {
            faults.add(new Violation("/recipients", Rule.REQUIRED));
            return numbers;
        }
        if (!node.isArray()) {
            faults.add(new Violation("/recipients", Rule.WRONG_TYPE));
            return numbers;
        }
        if (node.size() > ReadyDesk.MOST) {
            faults.add(new Violation("/recipients", Rule.TOO_MANY, ReadyDesk.MOST));
            return numbers;
        }
        int i = 0;
        for (JsonNode item : node) {
            String pointer = "/recipients/" + i++;
            text(pointer, item, faults)
                    .ifPresent(t ->
                            OrgNumber.parse(t)
                                    .ifPresentOrElse(
                                            numbers::add,
                                            () ->
                                                    faults.add(
                                                            new Violation(
                                                                    pointer,
                                                                    Rule
                                                                            .NOT_AN_ORGANISATION_NUMBER))));
        }
        return numbers;
    }

    private static Optional<String> text(
            String pointer, @Nullable JsonNode node, List<Violation> faults) {
        if (node == null || node.isNull()) {
            faults.add(new Violation(pointer, Rule.REQUIRED));
            return Optional.empty();
        }
        if (!node.isString()) {
            faults.add(new Violation(pointer, Rule.NOT_TEXT));
            return Optional.empty();
        }
        return Optional.of(node.stringValue());
    }
}
