package no.segl.app.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.segl.app.ledger.SampleLedger;
import no.segl.core.access.Category;
import no.segl.core.id.Digest;
import no.segl.core.id.DispatchId;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Document;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Language;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.MediaType;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/** The proof of a letter that was sent, told of and opened, with another letter in between. */
public final class SampleProof {

    static final OrgNumber SENDER = new OrgNumber("312780402");
    static final OrgNumber RECIPIENT = new OrgNumber("310451223");
    static final LetterId LETTER = new LetterId(new UUID(1, 1));
    static final PersonId READER = new PersonId(new UUID(0x0198_0000_0000_7000L, 3));
    static final Instant SENT = Instant.parse("2026-11-24T08:15:30.000250Z");

    private static final CheckpointSigner SIGNER = new CheckpointSigner(SampleLedger.KEY);

    private SampleProof() {}

    /** The whole chain: entry 4 is of another letter. */
    static List<Entry> chain() {
        var machine = new Actor.Machine(SENDER, "case-system");
        var look = new Actor.Segl("look");
        var rule = new Right("rule", "eforvaltningsforskriften-8");
        List<Entry> chain = new ArrayList<>();
        add(chain, accepted(), machine, new Right("scope", "segl:send"));
        add(chain, new LetterFact.LetterAvailable(LETTER), machine, new Right("scope", "x"));
        add(
                chain,
                new LetterFact.NoticeOrdered(
                        LETTER, new UUID(5, 5), Notice.Kind.ARRIVED, new Notice.To.Unit(RECIPIENT)),
                look,
                rule);
        add(
                chain,
                new LetterFact.LetterAvailable(new LetterId(new UUID(1, 2))),
                machine,
                new Right("scope", "x"));
        add(
                chain,
                new LetterFact.NoticeSent(
                        LETTER,
                        new UUID(5, 5),
                        Notice.Kind.ARRIVED,
                        new Notice.To.Unit(RECIPIENT),
                        Notice.Channel.EMAIL),
                look,
                rule);
        add(
                chain,
                new LetterFact.LetterOpened(LETTER),
                new Actor.Person(READER),
                new Right("grant", "READ:7 level:high"));
        return chain;
    }

    private static LetterFact accepted() {
        return new LetterFact.LetterAccepted(
                new Envelope(
                        LETTER,
                        new DispatchId(new UUID(4, 4)),
                        SENDER,
                        RECIPIENT,
                        new Category("CHILD_WELFARE"),
                        Language.NN,
                        Optional.empty()),
                List.of(
                        new Document(
                                new DocumentId(new UUID(2, 2)),
                                "hemmelig.pdf",
                                MediaType.PDF,
                                81_920,
                                Digest.ZERO)));
    }

    private static void add(List<Entry> chain, Fact fact, Actor actor, Right right) {
        ChainHead head = chain.isEmpty() ? ChainHead.start(SENDER) : chain.getLast().head();
        chain.add(head.append(fact, actor, right, SENT.plusSeconds(60L * chain.size())));
    }

    static Proof proof(Side side, Language language) {
        List<Entry> chain = chain();
        ChainHead head = chain.getLast().head();
        return Proof.of(
                LETTER,
                side,
                SENT.plusSeconds(3_600),
                head,
                chain.stream().filter(e -> e.subject().equals("letter:" + LETTER)).toList(),
                List.of(
                        SIGNER.sign(chain.get(4).head(), SENT.plusSeconds(600)),
                        SIGNER.sign(head, SENT.plusSeconds(3_600))),
                new Proof.Names("Politiet", "Fjordvik barnevern", "Barnevern"),
                language);
    }

    /**
     * Of the same letter, when a second notice had gone out the day after and nobody had opened.
     */
    static Proof renotified(Language language) {
        List<Entry> chain = new ArrayList<>(chain().subList(0, 3));
        Entry again =
                chain.getLast()
                        .head()
                        .append(
                                new LetterFact.NoticeSent(
                                        LETTER,
                                        new UUID(5, 5),
                                        Notice.Kind.STILL_UNOPENED,
                                        new Notice.To.Unit(RECIPIENT),
                                        Notice.Channel.EMAIL),
                                new Actor.Segl("notices"),
                                new Right("rule", "eforvaltningsforskriften-8"),
                                SENT.plusSeconds(86_400));
        chain.add(again);
        return Proof.of(
                LETTER,
                Side.SENDER,
                SENT.plusSeconds(90_000),
                again.head(),
                chain,
                List.of(),
                new Proof.Names("Politiet", "Fjordvik barnevern", "Barnevern"),
                language);
    }

    /** The file. */
    static byte[] pack(Side side, Language language) throws IOException {
        return new PackMaker(
                        SIGNER,
                        List.of(SampleLedger.OTHER_KEY.getPublic(), SampleLedger.KEY.getPublic()))
                .make(proof(side, language));
    }

    /** The file that the sender gets, in bokmål. */
    public static byte[] forTheSender() throws IOException {
        return pack(Side.SENDER, Language.NB);
    }

    /** The fingerprint of the key that signed it. */
    public static Digest fingerprint() {
        return Digest.of(SampleLedger.KEY.getPublic().getEncoded());
    }

    /** The same with {@code name} changed. */
    static byte[] with(Map<String, byte[]> files, String name, UnaryOperator<byte[]> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, change.apply(changed.getOrDefault(name, new byte[0])));
        return Pack.zip(changed);
    }
}
