package no.segl.core.letter;

import static no.segl.core.letter.Letters.CHILD_WELFARE;
import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.id.Digest;
import no.segl.core.id.DispatchId;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.Sending.Command;
import no.segl.core.letter.Sending.Earlier;
import no.segl.core.letter.Sending.Reply;
import org.junit.jupiter.api.Test;

/** One dispatch, one letter to each; and the same key gives the same answer. */
class SendingTest {

    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final Optional<String> NONE = Optional.empty();
    private static final Document PDF = document("brev.pdf", "%PDF-1.7");

    private static Document document(String name, String content) {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Document(
                new DocumentId(new UUID(9, content.hashCode())),
                name,
                MediaType.PDF,
                bytes.length,
                Digest.of(bytes));
    }

    private static Content content(
            String title, Optional<String> reference, Optional<String> caseNumber) {
        return new Content(
                SENDER,
                List.of(RECIPIENT, SCHOOL),
                CHILD_WELFARE,
                title,
                Language.NB,
                reference,
                caseNumber,
                NONE,
                Optional.empty());
    }

    private static Command command(int seed, Content content, List<Document> documents) {
        Map<OrgNumber, LetterId> letters = new HashMap<>();
        for (OrgNumber recipient : content.recipients()) {
            letters.put(recipient, new LetterId(new UUID(seed, letters.size())));
        }
        return new Command(new DispatchId(new UUID(seed, seed)), content, letters, documents);
    }

    private static Command sample(int seed) {
        return command(seed, content("Brev", NONE, NONE), List.of(PDF));
    }

    @Test
    void eachRecipientGetsALetterAcceptedFirstAndThenAvailable() {
        Command command = sample(1);
        Decision<LetterFact, Reply> sent = Sending.decide(command, Optional.empty(), CLEARED);
        Envelope first = Sending.envelope(command, RECIPIENT);
        Envelope second = Sending.envelope(command, SCHOOL);
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(sent)
                .isEqualTo(
                        new Decision<LetterFact, Reply>(
                                RIGHT,
                                List.of(
                                        new LetterAccepted(first, List.of(PDF)),
                                        new LetterAvailable(first.id()),
                                        new LetterAccepted(second, List.of(PDF)),
                                        new LetterAvailable(second.id())),
                                new Reply.Sent(command.id())));
    }

    @Test
    void theLedgerGetsDigestsAndNeverATitleOrAName() {
        var values =
                Sending.decide(sample(1), Optional.empty(), CLEARED).facts().getFirst().values();
        assertThat(values)
                .containsEntry("document.001.sha256", PDF.sha256().hex())
                .containsEntry("document.001.size", "8")
                .containsEntry("recipient", RECIPIENT.value());
        assertThat(values.values()).noneMatch(v -> v.contains("Brev") || v.contains("brev"));
    }

    @Test
    void theSameKeyGivesTheFirstAnswerOrARefusal() {
        Command first = sample(1);
        Earlier earlier = new Earlier(first.id(), Sending.digest(first));
        assertThat(Sending.decide(sample(2), Optional.of(earlier), CLEARED))
                .isEqualTo(Decision.nothing(new Reply.Repeat(first.id())));
        Command other = command(2, content("Et annet", NONE, NONE), List.of(PDF));
        assertThat(Sending.decide(other, Optional.of(earlier), CLEARED))
                .isEqualTo(Decision.nothing(new Reply.KeyReused()));
    }

    @Test
    void whoMayNotSendDoesNotLearnWhetherTheKeyWasUsed() {
        Command first = sample(1);
        Earlier earlier = new Earlier(first.id(), Sending.digest(first));
        assertThat(Sending.decide(first, Optional.of(earlier), DENIED))
                .isEqualTo(Decision.nothing(new Reply.Refused(DENIED)))
                .isEqualTo(Sending.decide(first, Optional.empty(), DENIED));
    }

    @Test
    void aLetterIsMissingForARecipient() {
        Command none =
                new Command(
                        new DispatchId(new UUID(1, 1)),
                        content("Brev", NONE, NONE),
                        Map.of(),
                        List.of(PDF));
        assertThatThrownBy(() -> Sending.decide(none, Optional.empty(), CLEARED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDigestIsOfWhatIsSentAndOfThatAlone() {
        assertThat(Sending.digest(sample(1))).isEqualTo(Sending.digest(sample(2)));
        Content plain = content("Brev", NONE, NONE);
        Optional<String> seven = Optional.of("7");
        Content category =
                new Content(
                        SENDER,
                        plain.recipients(),
                        new Category("GENERAL"),
                        plain.title(),
                        Language.NB,
                        NONE,
                        NONE,
                        NONE,
                        Optional.empty());
        Content reply =
                new Content(
                        SENDER,
                        plain.recipients(),
                        CHILD_WELFARE,
                        plain.title(),
                        Language.EN,
                        NONE,
                        NONE,
                        seven,
                        Optional.of(Letters.ID));
        List<Command> different =
                List.of(
                        sample(1),
                        command(1, content("Brev7", NONE, NONE), List.of(PDF)),
                        command(1, content("Brev", seven, NONE), List.of(PDF)),
                        command(1, content("Brev", NONE, seven), List.of(PDF)),
                        command(1, category, List.of(PDF)),
                        command(1, reply, List.of(PDF)),
                        command(1, plain, List.of(document("brev.pdf", "%PDF-1.6"))),
                        command(1, plain, List.of(document("annet.pdf", "%PDF-1.7"))),
                        command(1, plain, List.of(PDF, PDF)));
        Set<Digest> digests = new LinkedHashSet<>();
        different.forEach(command -> digests.add(Sending.digest(command)));
        assertThat(digests).hasSameSizeAs(different);
    }

    @Test
    void contentDoesNotTellItsTitleInText() {
        assertThat(content("Hemmelig", NONE, NONE).toString()).doesNotContain("Hemmelig");
    }

    @Test
    void aSealIsPartOfWhatIsSentAndStandsInTheLedger() {
        Content content = content("Brev", NONE, NONE);
        Document sealed =
                new Document(PDF.id(), PDF.name(), PDF.type(), PDF.size(), PDF.sha256(), true);
        assertThat(Sending.digest(command(1, content, List.of(sealed))))
                .isNotEqualTo(Sending.digest(command(1, content, List.of(PDF))));
        Envelope envelope = Sending.envelope(command(1, content, List.of(PDF)), RECIPIENT);
        assertThat(new LetterAccepted(envelope, List.of(PDF, sealed)).values())
                .containsEntry("document.002.sealed", "true")
                .doesNotContainKey("document.001.sealed");
    }
}
