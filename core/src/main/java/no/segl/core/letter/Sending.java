package no.segl.core.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Clearance;
import no.segl.core.id.Digest;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.RecipientNotReady;

/** Decides on sending: one dispatch, one letter to each recipient, all or none. */
public final class Sending {

    private Sending() {}

    /**
     * What is to be sent.
     *
     * @param id the new dispatch's id
     * @param letters a new letter's id for each recipient, in the order of the recipients
     * @param documents sealed in the vault for each of the letters, before this is decided
     * @param notReady those recipients that are not known to be able to open it
     */
    public record Command(
            DispatchId id,
            Content content,
            Map<OrgNumber, LetterId> letters,
            List<Document> documents,
            Map<OrgNumber, NotReady> notReady) {

        public Command {
            documents = List.copyOf(documents);
            notReady = Map.copyOf(notReady);
        }

        /** To recipients that are all ready. */
        public Command(
                DispatchId id,
                Content content,
                Map<OrgNumber, LetterId> letters,
                List<Document> documents) {
            this(id, content, letters, documents, Map.of());
        }
    }

    /** What is done about a recipient that is not known to be able to open what is sent. */
    public enum Response {
        /** It is sent, and whoever can mend it is told at once. */
        SEND,
        /** It is kept back until the recipient is ready, or the sender lets it go. */
        HOLD,
        /** Nothing is sent to anybody: the sender is asked what to do. */
        ASK,
        /** It is sent, and goes on paper at once where its sender allows that. */
        PAPER
    }

    /**
     * Why a recipient is not ready.
     *
     * @param verdict a code, see package {@code readiness}
     * @param ground a code
     */
    public record NotReady(String verdict, String ground, Response response) {}

    /**
     * A dispatch that the same sender made before with the same idempotency key.
     *
     * @param content the digest of what it held
     */
    public record Earlier(DispatchId id, Digest content) {}

    /** What came of it. */
    public sealed interface Reply {
        record Sent(DispatchId id) implements Reply {}

        /** The same was sent before under this key; its answer is given again. */
        record Repeat(DispatchId id) implements Reply {}

        /** Nothing was sent: the sender wants to be asked about these. */
        record NotReady(Map<OrgNumber, Sending.NotReady> recipients) implements Reply {}

        /** Something else was sent before under this key. */
        record KeyReused() implements Reply {}

        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Decides.
     *
     * @param clearance whether who asked may send from the sender
     */
    public static Decision<LetterFact, Reply> decide(
            Command command, Optional<Earlier> earlier, Clearance clearance) {
        return switch (clearance) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) -> {
                Optional<Reply> again = again(command.content(), command.documents(), earlier);
                if (again.isPresent()) {
                    yield Decision.nothing(again.get());
                }
                boolean ask =
                        command.notReady().values().stream()
                                .anyMatch(n -> n.response() == Response.ASK);
                yield ask
                        ? Decision.nothing(new Reply.NotReady(command.notReady()))
                        : new Decision<>(right, facts(command), new Reply.Sent(command.id()));
            }
        };
    }

    /**
     * What is answered when the key has been used before. It holds whatever has changed since: a
     * recipient that is dissolved by now was sent to all the same.
     *
     * @param documents what the request holds; one of which the bytes are gone may be given as the
     *     earlier dispatch had it, with what the request still says of it
     * @return empty if nothing was sent under the key
     */
    public static Optional<Reply> again(
            Content content, List<Document> documents, Optional<Earlier> earlier) {
        return earlier.map(before ->
                before.content().equals(digest(content, documents))
                        ? new Reply.Repeat(before.id())
                        : new Reply.KeyReused());
    }

    private static List<LetterFact> facts(Command command) {
        List<LetterFact> facts = new ArrayList<>();
        for (OrgNumber recipient : command.content().recipients()) {
            Envelope envelope = envelope(command, recipient);
            facts.add(new LetterAccepted(envelope, command.documents()));
            NotReady notReady = command.notReady().get(recipient);
            if (notReady != null) {
                facts.add(
                        new RecipientNotReady(
                                envelope.id(),
                                notReady.verdict(),
                                notReady.ground(),
                                notReady.response()));
            }
            if (notReady == null || notReady.response() != Response.HOLD) {
                facts.add(new LetterAvailable(envelope.id()));
            }
        }
        return facts;
    }

    /** The envelope of the letter to {@code recipient}. */
    public static Envelope envelope(Command command, OrgNumber recipient) {
        LetterId letter = command.letters().get(recipient);
        if (letter == null) {
            throw new IllegalArgumentException("a recipient has no letter");
        }
        Content content = command.content();
        return new Envelope(
                letter,
                command.id(),
                content.sender(),
                recipient,
                content.category(),
                content.language(),
                content.replyTo());
    }

    /**
     * The digest of what is sent, without the ids that Segl gives: equal for equal content. Each
     * field is preceded by its length, so that no two contents read the same.
     */
    public static Digest digest(Command command) {
        return digest(command.content(), command.documents());
    }

    private static Digest digest(Content c, List<Document> documents) {
        MessageDigest sha = Digest.newSha256();
        field(sha, c.sender().value());
        field(sha, Integer.toString(c.recipients().size()));
        c.recipients().forEach(r -> field(sha, r.value()));
        field(sha, c.category().code());
        field(sha, c.title());
        field(sha, c.language().code());
        field(sha, c.sendersReference().orElse(""));
        field(sha, c.caseNumber().orElse(""));
        field(sha, c.caseWorker().orElse(""));
        field(sha, c.replyTo().map(LetterId::toString).orElse(""));
        for (Document document : documents) {
            field(sha, document.name());
            field(sha, document.type().value());
            field(sha, document.sha256().hex());
            if (document.sealed()) {
                field(sha, "sealed");
            }
        }
        return Digest.ofRaw(sha.digest());
    }

    private static void field(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
    }
}
