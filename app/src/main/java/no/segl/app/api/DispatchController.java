package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Intake;
import no.segl.app.office.PostOffice;
import no.segl.app.office.ReadyDesk;
import no.segl.app.office.Uploads;
import no.segl.app.store.Categories;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Units;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Checking;
import no.segl.core.letter.Content;
import no.segl.core.letter.Document;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Submission;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Violation.Rule;
import no.segl.core.readiness.Readiness;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sending, and the dispatches that were sent. */
@RestController
public final class DispatchController {

    private static final int LONGEST_KEY = 100;

    private final Refusals refusals;
    private final PostOffice office;
    private final ReadyDesk ready;
    private final Uploads uploads;
    private final Units units;
    private final Categories categories;
    private final SentLetters sent;
    private final LetterContents contents;
    private final InstantSource clock;

    DispatchController(
            Refusals refusals,
            PostOffice office,
            ReadyDesk ready,
            Uploads uploads,
            Units units,
            Categories categories,
            SentLetters sent,
            LetterContents contents,
            InstantSource clock) {
        this.refusals = refusals;
        this.office = office;
        this.ready = ready;
        this.uploads = uploads;
        this.units = units;
        this.categories = categories;
        this.sent = sent;
        this.contents = contents;
        this.clock = clock;
    }

    /** A dispatch and its letters. */
    public record DispatchAnswer(String id, List<LetterAnswer> letters) {}

    @PostMapping("/api/v1/dispatches")
    ResponseEntity<DispatchAnswer> send(HttpServletRequest request, Machine machine)
            throws IOException {
        refusals.require(machine, Scopes.SEND);
        String key = idempotencyKey(request);
        try (Intake intake = office.intake()) {
            RequestBody.Read body = RequestBody.read(request, intake, clock);
            SubmissionReader.Read read = body.json();
            List<Violation> faults = new ArrayList<>(read.violations());
            if (body.partTwice()) {
                faults.add(new Violation("/documents", Rule.PART_TWICE));
            }
            if (body.tooManyParts()) {
                faults.add(new Violation("/documents", Rule.TOO_MANY, DocumentRules.MOST));
            }
            // What is wrong now need not have been when the same was sent before.
            List<Violation> since = new ArrayList<>();
            Optional<Content> content = check(read.submission(), faults, since);
            Optional<Clearance> clearance = content.map(c -> toSend(machine, c.sender()));
            if (clearance.orElse(null) instanceof Clearance.Denied denied) {
                throw refusals.denied(denied, machine, Scopes.SEND);
            }
            Before before = new Before(sent, contents, content.map(Content::sender), key);
            DispatchDocuments documents =
                    new DispatchDocuments(intake, uploads, machine.actor(), body.files(), before);
            documents.assemble(
                    read.documents(),
                    content.map(c -> c.recipients().size()).orElse(1),
                    faults.isEmpty() && (since.isEmpty() || before.dispatch().isPresent()));
            faults.addAll(documents.violations());
            since.addAll(documents.gone());
            if (!faults.isEmpty() || content.isEmpty()) {
                faults.addAll(since);
                throw ApiProblem.invalid(faults);
            }
            if (!since.isEmpty()) {
                Sending.Reply again =
                        Sending.again(content.get(), documents.documents(), before.dispatch())
                                .orElseThrow(() -> ApiProblem.invalid(since));
                return answer(again, content.get(), true, machine);
            }
            Map<OrgNumber, Sending.NotReady> notReady =
                    ready.notReady(content.get(), read.whenNotReady());
            return answer(
                    office.send(
                            intake,
                            content.get(),
                            documents.documents(),
                            notReady,
                            key,
                            machine.actor(),
                            clearance.orElseThrow()),
                    content.get(),
                    !notReady.isEmpty(),
                    machine);
        }
    }

    private Clearance toSend(Machine machine, OrgNumber sender) {
        return Clearances.byScope(
                Scopes.SEND, machine.scopes(), machine.organisation(), units.lineage(sender));
    }

    /**
     * Checks what was handed in.
     *
     * @param faults gets what is wrong whenever it is sent
     * @param since gets what may have become wrong after it was sent
     */
    private Optional<Content> check(
            Submission submission, List<Violation> faults, List<Violation> since) {
        Set<OrgNumber> asked =
                Stream.concat(
                                submission.recipients().stream(),
                                Stream.ofNullable(submission.sender()))
                        .flatMap(text -> OrgNumber.parse(text).stream())
                        .collect(Collectors.toSet());
        Set<OrgNumber> living = units.living(asked);
        Set<OrgNumber> known = living.containsAll(asked) ? living : units.known(asked);
        Set<Category> named = new HashSet<>();
        categories.all().forEach(c -> named.add(c.category()));
        return switch (Checking.check(submission, known::contains, named::contains)) {
            case Checking.Result.Faulty(var violations) -> {
                faults.addAll(violations);
                yield Optional.empty();
            }
            case Checking.Result.Sound(var content) -> {
                since.addAll(dissolved(content, living));
                if (!answersWhatCame(content)) {
                    since.add(new Violation("/replyTo", Rule.NOT_A_REPLY));
                }
                yield Optional.of(content);
            }
        };
    }

    private static List<Violation> dissolved(Content content, Set<OrgNumber> living) {
        List<Violation> dissolved = new ArrayList<>();
        if (!living.contains(content.sender())) {
            dissolved.add(new Violation("/sender", Rule.UNKNOWN_SENDER));
        }
        List<OrgNumber> recipients = content.recipients();
        for (int i = 0; i < recipients.size(); i++) {
            if (!living.contains(recipients.get(i))) {
                dissolved.add(new Violation("/recipients/" + i, Rule.UNKNOWN_RECIPIENT));
            }
        }
        return dissolved;
    }

    /** A reply goes back to the one sender of a letter that the replying unit got. */
    private boolean answersWhatCame(Content content) {
        return content.replyTo()
                .map(original ->
                        sent.find(original)
                                .filter(o -> o.recipient().equals(content.sender()))
                                .filter(o -> content.recipients().equals(List.of(o.sender())))
                                .isPresent())
                .orElse(true);
    }

    private ResponseEntity<DispatchAnswer> answer(
            Sending.Reply reply, Content content, boolean wasAnyNotReady, Machine machine) {
        return switch (reply) {
            // When all are ready, the ledger need not be asked who was not.
            case Sending.Reply.Sent(var id) -> created(id).body(found(id, wasAnyNotReady));
            case Sending.Reply.Repeat(var id) ->
                    created(id).header("Idempotent-Replayed", "true").body(found(id, true));
            case Sending.Reply.NotReady(var recipients) ->
                    throw new ApiProblem(
                            Problem.RECIPIENT_NOT_READY, notReady(content, recipients));
            case Sending.Reply.KeyReused _ -> throw new ApiProblem(Problem.IDEMPOTENCY_KEY_REUSED);
            case Sending.Reply.Refused(var why) -> throw refusals.denied(why, machine, Scopes.SEND);
        };
    }

    private static List<Violation> notReady(
            Content content, Map<OrgNumber, Sending.NotReady> recipients) {
        List<Violation> violations = new ArrayList<>();
        List<OrgNumber> asked = content.recipients();
        for (int i = 0; i < asked.size(); i++) {
            Sending.NotReady found = recipients.get(asked.get(i));
            if (found != null && violations.size() < ApiProblem.MOST_FAULTS) {
                violations.add(new Violation("/recipients/" + i, rule(found)));
            }
        }
        return violations;
    }

    private static Rule rule(Sending.NotReady found) {
        return switch (Readiness.Verdict.valueOf(found.verdict())) {
            case NO_HOLDER -> Rule.RECIPIENT_CANNOT_OPEN;
            case NO_KEY_ROLE -> Rule.RECIPIENT_WITHOUT_KEY_ROLE;
            case NO_NOTICE_ADDRESS -> Rule.RECIPIENT_NOT_REACHED;
            case UNKNOWN, READY -> Rule.RECIPIENT_NOT_CERTAIN;
        };
    }

    private static ResponseEntity.BodyBuilder created(DispatchId id) {
        return ResponseEntity.created(URI.create("/api/v1/dispatches/" + id));
    }

    @GetMapping("/api/v1/dispatches/{id}")
    DispatchAnswer dispatch(@PathVariable("id") String text, Machine machine) {
        refusals.require(machine, Scopes.STATUS);
        DispatchAnswer answer =
                DispatchId.parse(text)
                        .map(id -> found(id, true))
                        .filter(a -> !a.letters().isEmpty())
                        .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
        OrgNumber sender = new OrgNumber(answer.letters().getFirst().sender());
        if (!units.lineage(sender).isWithin(machine.organisation())) {
            throw new ApiProblem(Problem.NOT_FOUND);
        }
        return answer;
    }

    private DispatchAnswer found(DispatchId id, boolean wasAnyNotReady) {
        List<SentLetters.Row> rows = sent.of(id);
        // The letters of a dispatch hold the same documents: they are asked for once.
        List<Document> documents =
                rows.isEmpty() ? List.of() : contents.documents(rows.getFirst().id());
        Map<LetterId, SentLetters.NotReady> notReady =
                wasAnyNotReady
                        ? sent.notReady(rows.stream().map(SentLetters.Row::id).toList())
                        : Map.of();
        return new DispatchAnswer(
                id.toString(),
                rows.stream()
                        .map(row ->
                                LetterAnswer.of(
                                        row,
                                        Optional.ofNullable(notReady.get(row.id())),
                                        documents))
                        .toList());
    }

    private static String idempotencyKey(HttpServletRequest request) {
        String key = Objects.requireNonNullElse(request.getHeader("Idempotency-Key"), "");
        boolean plain = key.chars().allMatch(c -> c > ' ' && c < 127);
        if (key.isEmpty() || key.length() > LONGEST_KEY || !plain) {
            throw new ApiProblem(Problem.IDEMPOTENCY_KEY_MISSING);
        }
        return key;
    }
}
