package no.segl.app.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Item;
import no.segl.core.ledger.Right;

/** A small made-up ledger, always the same: two chains, and one entry after the last checkpoint. */
public final class SampleLedger {

    public static final Instant MADE_AT = Instant.parse("2026-11-24T12:00:00.000250Z");

    /** Made for the tests alone, from a fixed seed. */
    public static final KeyPair KEY = key(7);

    public static final KeyPair OTHER_KEY = key(8);

    private static final OrgNumber ONE = new OrgNumber("310000027");
    private static final OrgNumber TWO = new OrgNumber("310000019");

    private SampleLedger() {}

    private record SomeFact(String type, String subject, SortedMap<String, String> values)
            implements Fact {}

    /** The entries and checkpoints in the order they are exported in. */
    public static List<Item> items() {
        var signer = new CheckpointSigner(KEY);
        List<Item> items = new ArrayList<>();
        ChainHead one = ChainHead.start(ONE);
        ChainHead other = ChainHead.start(TWO);
        var person = new Actor.Person(new PersonId(new UUID(0x0198_0000_0000_7000L, 1L << 63)));
        var machine = new Actor.Machine(ONE, "sak-og-arkiv");
        one =
                add(
                        items,
                        one,
                        fact("LetterSent", "size", "1024"),
                        machine,
                        new Right("scope", "segl:send"));
        one =
                add(
                        items,
                        one,
                        fact("LetterOpened"),
                        person,
                        new Right("grant", "æøå \"x\\/\" \t\u2028"));
        items.add(signer.sign(one, MADE_AT.minusSeconds(60)));
        other =
                add(
                        items,
                        other,
                        fact("GrantGiven", "a-b", "\ud83d\udc8c", "A.b", "", "a_b", "1"),
                        person,
                        Right.NONE);
        one = add(items, one, fact("OpeningRefused"), person, Right.NONE);
        one = add(items, one, fact("LetterLooked"), new Actor.Segl("look"), Right.NONE);
        items.add(signer.sign(one, MADE_AT.minusSeconds(30)));
        items.add(signer.sign(other, MADE_AT.minusSeconds(30)));
        add(items, other, fact("GrantTaken"), person, Right.NONE);
        return items;
    }

    private static ChainHead add(
            List<Item> items, ChainHead head, Fact fact, Actor actor, Right right) {
        Entry entry = head.append(fact, actor, right, MADE_AT.minusSeconds(100 - items.size()));
        items.add(entry);
        return entry.head();
    }

    private static Fact fact(String type, String... values) {
        SortedMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return new SomeFact(type, "letter:0198", map);
    }

    /** The whole file. */
    public static byte[] file() throws IOException {
        return file(items().iterator());
    }

    static byte[] file(Iterator<? extends Item> items) throws IOException {
        var out = new ByteArrayOutputStream();
        LedgerWriter.write(out, MADE_AT, List.of(KEY.getPublic()), items);
        return out.toByteArray();
    }

    /** The file's lines, without their ends. */
    public static List<String> lines() throws IOException {
        return new ArrayList<>(
                Arrays.asList(new String(file(), StandardCharsets.UTF_8).split("\n")));
    }

    private static KeyPair key(int seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(
                    255,
                    new SecureRandom() {
                        private static final long serialVersionUID = 1;

                        @Override
                        public void nextBytes(byte[] bytes) {
                            Arrays.fill(bytes, (byte) seed);
                        }
                    });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
