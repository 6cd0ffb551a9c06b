package no.segl.app.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;

/**
 * How far each chain had come when it was last signed, as it is kept away from the database: a line
 * of text for each chain, with its number, the entry's number and the entry's hash.
 */
public final class SignedHeads {

    private static final String FIRST = "segl-ledger-signed 1";

    private final SortedMap<OrgNumber, ChainHead> heads = new TreeMap<>();

    /** Of no chain. */
    public SignedHeads() {}

    /**
     * Those that {@link #bytes} wrote.
     *
     * @throws IOException if it did not write this; the message is the end of a sentence
     */
    public static SignedHeads read(byte[] bytes) throws IOException {
        SignedHeads read = new SignedHeads();
        Iterator<String> lines = new String(bytes, StandardCharsets.US_ASCII).lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(FIRST)) {
            throw new IOException("it does not begin as it should");
        }
        while (lines.hasNext()) {
            String[] words = lines.next().split(" ", -1);
            try {
                if (words.length != 3) {
                    throw new IllegalArgumentException("not three words");
                }
                read.put(
                        new ChainHead(
                                new OrgNumber(words[0]),
                                Long.parseLong(words[1]),
                                new Digest(words[2])));
            } catch (IllegalArgumentException e) {
                throw new IOException("a line of it names no entry of a chain", e);
            }
        }
        return read;
    }

    /** As {@link #read} reads it. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        for (ChainHead head : heads.values()) {
            text.append(head.chain().value())
                    .append(' ')
                    .append(head.number())
                    .append(' ')
                    .append(head.hash().hex())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Of one chain. */
    public Optional<ChainHead> of(OrgNumber chain) {
        return Optional.ofNullable(heads.get(chain));
    }

    /** Of each chain, in the order of its number. */
    public Collection<ChainHead> all() {
        return heads.values();
    }

    /** Holds this of its chain from now on. */
    public void put(ChainHead head) {
        heads.put(head.chain(), head);
    }
}
