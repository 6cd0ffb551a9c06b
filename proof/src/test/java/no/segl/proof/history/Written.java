package no.segl.proof.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.id.DispatchId;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Language;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.AssignmentEnded;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.HandlingReopened;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterAssigned;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.LetterHandled;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.LetterRead;
import no.segl.core.letter.LetterFact.LetterSettled;
import no.segl.core.letter.LetterFact.LetterWithdrawn;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.LetterFact.RecipientNotReady;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Withdrawing.Reason;

/**
 * A fact as the ledger gives it back.
 *
 * @param fact without the documents, whose names and types the ledger does not hold
 */
record Written(LetterFact fact, Actor actor, Instant at) {

    /** Each entry of a letter's history. */
    static List<Written> all(List<Entry> entries) {
        return entries.stream().map(Written::of).toList();
    }

    /** The fact that {@code entry} holds. */
    static Written of(Entry entry) {
        Actor actor = Actor.of(entry.actorKind(), entry.actorId());
        return new Written(fact(entry), actor, entry.at());
    }

    private static LetterFact fact(Entry entry) {
        LetterId id = LetterId.parse(entry.subject().substring("letter:".length())).orElseThrow();
        SortedMap<String, String> values = entry.values();
        return switch (entry.type()) {
            case "LetterAccepted" -> new LetterAccepted(envelope(id, values), List.of());
            case "LetterAvailable" -> new LetterAvailable(id);
            case "LetterOpened" -> new LetterOpened(id);
            case "LetterRead" -> new LetterRead(id);
            case "DocumentRead" ->
                    new DocumentRead(id, DocumentId.parse(value(values, "document")).orElseThrow());
            case "OpeningRefused" ->
                    new OpeningRefused(
                            id,
                            new Clearance.Denied(
                                    Clearance.Ground.valueOf(value(values, "ground")),
                                    new OrgNumber(value(values, "unit"))));
            case "LetterAssigned" ->
                    new LetterAssigned(id, PersonId.parse(value(values, "person")).orElseThrow());
            case "AssignmentEnded" -> new AssignmentEnded(id);
            case "LetterHandled" -> new LetterHandled(id);
            case "HandlingReopened" -> new HandlingReopened(id);
            case "LetterWithdrawn" ->
                    new LetterWithdrawn(id, Reason.valueOf(value(values, "reason")));
            case "LetterLookedAt" ->
                    new LetterLookedAt(
                            id,
                            value(values, "rule"),
                            Integer.parseInt(value(values, "rules")),
                            Integer.parseInt(value(values, "steps")),
                            Integer.parseInt(value(values, "readers")),
                            Boolean.parseBoolean(value(values, "renotified")));
            case String type when type.startsWith("Notice") -> notice(type, id, values);
            case "RecipientNotReady" ->
                    new RecipientNotReady(
                            id,
                            value(values, "verdict"),
                            value(values, "ground"),
                            Sending.Response.valueOf(value(values, "response")));
            case String type when type.startsWith("Case") -> WrittenCase.of(type, id, values);
            case "LetterSettled" ->
                    new LetterSettled(id, Settling.Reason.valueOf(value(values, "reason")));
            case "ContentDestroyed" ->
                    new ContentDestroyed(
                            id, value(values, "rule"), Integer.parseInt(value(values, "rules")));
            default -> throw new IllegalArgumentException("a fact of no known kind");
        };
    }

    private static LetterFact notice(String type, LetterId id, SortedMap<String, String> values) {
        return switch (type) {
            case "NoticeOrdered" ->
                    new NoticeOrdered(
                            id,
                            UUID.fromString(value(values, "notice")),
                            Notice.Kind.valueOf(value(values, "kind")),
                            Notice.To.of(value(values, "to")));
            case "NoticeSent" ->
                    new NoticeSent(
                            id,
                            UUID.fromString(value(values, "notice")),
                            Notice.Kind.valueOf(value(values, "kind")),
                            Notice.To.of(value(values, "at")),
                            Notice.Channel.valueOf(value(values, "channel")));
            case "NoticeDelivered" ->
                    new NoticeDelivered(id, UUID.fromString(value(values, "notice")));
            case "NoticeFailed" ->
                    new NoticeFailed(
                            id,
                            UUID.fromString(value(values, "notice")),
                            Notice.Failure.valueOf(value(values, "reason")));
            default -> throw new IllegalArgumentException("a fact of no known kind");
        };
    }

    private static Envelope envelope(LetterId id, SortedMap<String, String> values) {
        return new Envelope(
                id,
                new DispatchId(UUID.fromString(value(values, "dispatch"))),
                new OrgNumber(value(values, "sender")),
                new OrgNumber(value(values, "recipient")),
                new Category(value(values, "category")),
                Language.parse(value(values, "language")).orElseThrow(),
                Optional.ofNullable(values.get("replyTo")).flatMap(LetterId::parse));
    }

    static String value(SortedMap<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }
}
