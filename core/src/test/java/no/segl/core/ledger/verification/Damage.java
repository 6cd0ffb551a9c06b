package no.segl.core.ledger.verification;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;

/** Ways to change an entry without hashing it anew. */
final class Damage {

    private Damage() {}

    static Entry with(Entry e, Digest previous) {
        return with(e, previous, e.hash());
    }

    static Entry with(Entry e, Digest previous, Digest hash) {
        return new Entry(
                e.chain(),
                e.number(),
                e.at(),
                e.actorKind(),
                e.actorId(),
                e.right(),
                e.subject(),
                e.type(),
                e.values(),
                previous,
                hash);
    }

    static Entry with(Entry e, OrgNumber chain, long number) {
        return new Entry(
                chain,
                number,
                e.at(),
                e.actorKind(),
                e.actorId(),
                e.right(),
                e.subject(),
                e.type(),
                e.values(),
                e.previous(),
                e.hash());
    }

    /** Changes something of what the entry says happened. */
    static Entry content(Entry e, Random random) {
        int field = random.nextInt(7);
        SortedMap<String, String> values = new TreeMap<>(e.values());
        if (field == 6) {
            values.merge("key1", "x", String::concat);
        }
        return new Entry(
                e.chain(),
                e.number(),
                field == 0 ? e.at().plusNanos(1_000) : e.at(),
                field == 1 ? e.actorKind() + "x" : e.actorKind(),
                field == 2 ? e.actorId() + "x" : e.actorId(),
                field == 3 ? new Right(e.right().code(), e.right().ground() + "x") : e.right(),
                field == 4 ? e.subject() + "x" : e.subject(),
                field == 5 ? e.type() + "x" : e.type(),
                values,
                e.previous(),
                e.hash());
    }

    /** Changes any one field, the number and the hashes too, but not the chain. */
    static Entry anyField(Entry e, Random random) {
        Digest other = Digest.of(new byte[] {(byte) random.nextInt()});
        return switch (random.nextInt(6)) {
            case 0 -> with(e, other);
            case 1 -> with(e, e.previous(), other);
            case 2 -> with(e, e.chain(), e.number() + 1 + random.nextInt(30));
            case 3 -> with(e, e.chain(), e.number() == 1 ? 7 : 1 + random.nextLong(e.number() - 1));
            default -> content(e, random);
        };
    }
}
