package no.segl.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

    private static final OrgNumber CHAIN = new OrgNumber("310000019");
    private static final Instant AT = Instant.parse("2026-11-24T08:15:30.000250Z");
    private static final Actor ACTOR =
            new Actor.Person(PersonId.parse("01935d3c-0000-7000-8000-000000000001").orElseThrow());

    private static Fact fact(Map<String, String> values) {
        return new Samples.AnyFact("LetterOpened", "letter:1", new TreeMap<>(values));
    }

    private static Entry append(Fact fact) {
        return ChainHead.start(CHAIN).append(fact, ACTOR, new Right("grant", "g1"), AT);
    }

    @Test
    void numbersAndLinksEntries() {
        Entry first = append(fact(Map.of()));
        Entry second = first.head().append(fact(Map.of("a", "b")), ACTOR, Right.NONE, AT);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(Digest.ZERO);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.head()).isEqualTo(new ChainHead(CHAIN, 2, second.hash()));
        assertThat(second.isSound()).isTrue();
    }

    /** If this turns red, every ledger written so far can no longer be verified. */
    @Test
    void theEncodingNeverChanges() {
        Entry entry = append(fact(Map.of("navn", "Ærlig Ø", "tom", "", "tegn", "\ud83d\udc8c\n")));

        assertThat(entry.hash().hex())
                .isEqualTo("6e9ce55054fba06bae6448470872709144e42e2487689f2beba1b631e084069d");
    }

    @Test
    void hashesWhatTheDocumentSays() {
        var random = new Random(7);
        ChainHead head = ChainHead.start(Samples.org(random));
        for (int i = 0; i < 500; i++) {
            Entry entry =
                    head.append(
                            Samples.fact(random),
                            Samples.actor(random),
                            Samples.right(random),
                            AT.plusNanos(random.nextLong(1L << 50)));
            assertThat(entry.hash()).isEqualTo(hashByTheDocument(entry));
            head = entry.head();
        }
    }

    /** The encoding of docs/api/ledger-format.md, written a second time. */
    private static Digest hashByTheDocument(Entry entry) {
        List<String> fields = new ArrayList<>();
        fields.add("segl-ledger-entry-1");
        fields.add(entry.chain().value());
        fields.add("" + entry.number());
        fields.add(LedgerTime.text(entry.at()));
        fields.add(entry.actorKind());
        fields.add(entry.actorId());
        fields.add(entry.right().code());
        fields.add(entry.right().ground());
        fields.add(entry.subject());
        fields.add(entry.type());
        fields.add(entry.previous().hex());
        fields.add("" + entry.values().size());
        entry.values()
                .forEach((key, value) -> {
                    fields.add(key);
                    fields.add(value);
                });
        var bytes = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        }
        return Digest.of(bytes.toByteArray());
    }

    @Test
    void textMovedBetweenFieldsIsAnotherEntry() {
        Right right = new Right("ab", "c");
        Right moved = new Right("a", "bc");
        ChainHead start = ChainHead.start(CHAIN);

        assertThat(start.append(fact(Map.of()), ACTOR, right, AT).hash())
                .isNotEqualTo(start.append(fact(Map.of()), ACTOR, moved, AT).hash());
        assertThat(append(fact(Map.of("a", "b", "c", "d"))).hash())
                .isNotEqualTo(append(fact(Map.of("a", "bcd"))).hash());
    }

    @Test
    void theOrderOfValuesIsItsOwn() {
        SortedMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", "1", "B", "2", "c", "3"));
        Entry entry = append(new Samples.AnyFact("LetterOpened", "letter:1", backwards));

        assertThat(entry.hash())
                .isEqualTo(append(fact(Map.of("a", "1", "B", "2", "c", "3"))).hash());
        assertThat(entry.values().keySet()).containsExactly("B", "a", "c");
        assertThat(entry.isSound()).isTrue();
    }

    @Test
    void isExactToTheMicrosecond() {
        Entry entry =
                ChainHead.start(CHAIN).append(fact(Map.of()), ACTOR, Right.NONE, AT.plusNanos(999));

        assertThat(entry.at()).isEqualTo(AT);
        assertThat(entry.isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d", "\udc8c", "\udc8c\ud83d", "\ud83dx"})
    void refusesTextWithoutAnExactForm(String bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(fact(Map.of("key", bad))))
                .withMessageNotContaining(bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(new Samples.AnyFact(bad, "s", new TreeMap<>())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "æ", "a\n", "a:b"})
    void refusesNamesThatNotEveryLanguageSortsAlike(String bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> append(fact(Map.of(bad, "v"))));
    }

    @Test
    void refusesMoreThanALineCanHold() {
        String most = "æ".repeat((Entry.MAX_BYTES - 200) / 2);
        assertThat(append(fact(Map.of("key", most))).isSound()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(fact(Map.of("key", most + "x".repeat(200)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(fact(Map.of("k".repeat(65), ""))));
    }

    @Test
    void aHeadIsEmptyOrNot() {
        Digest hash = Digest.of(new byte[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> new ChainHead(CHAIN, 0, hash));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChainHead(CHAIN, 3, Digest.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChainHead(CHAIN, -1, hash));
        ChainHead last = new ChainHead(CHAIN, Entry.MAX_NUMBER, hash);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> last.append(fact(Map.of()), ACTOR, Right.NONE, AT));
    }
}
