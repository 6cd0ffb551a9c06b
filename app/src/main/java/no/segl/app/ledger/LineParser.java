package no.segl.app.ledger;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.ledger.Pem.UnusablePem;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Closing;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.Right;
import no.segl.core.ledger.verification.Line;

/** Turns the bytes of a line into what it says. */
final class LineParser {

    private final JsonObjects json = new JsonObjects();

    Header header(byte[] bytes) throws NotALedger {
        try {
            Members members = json.read(bytes);
            if (!members.text("format").equals(LedgerFormat.NAME)) {
                throw new NotALedger("its first line names another format");
            }
            if (members.number("version") != LedgerFormat.VERSION) {
                throw new NotALedger("it has a version of the format that is not known here");
            }
            Instant madeAt = time(members, "madeAt");
            List<PublicKey> keys = new ArrayList<>();
            for (Object element : members.array("keys")) {
                keys.add(key(element));
            }
            members.nothingElse();
            return new Header(madeAt, keys);
        } catch (Refused e) {
            throw new NotALedger("its first line is not the header of a ledger: " + e.reason);
        }
    }

    private static PublicKey key(Object element) throws Refused {
        if (!(element instanceof Members members)) {
            throw new Refused("a key is not an object");
        }
        String keyId = members.text("keyId");
        try {
            PublicKey key = Pem.publicKey(members.text("publicKey"));
            members.nothingElse();
            if (!CheckpointKeys.idOf(key).equals(keyId)) {
                throw new Refused("a key has another id than it says");
            }
            return key;
        } catch (UnusablePem e) {
            throw new Refused("a key is not an Ed25519 public key");
        }
    }

    Line line(long line, byte[] bytes) {
        try {
            Members members = json.read(bytes);
            String kind = members.text("kind");
            Line read =
                    switch (kind) {
                        case "entry" -> new Line.OfEntry(line, entry(members));
                        case "checkpoint" -> new Line.OfCheckpoint(line, checkpoint(members));
                        case "end" -> end(line, members);
                        default ->
                                throw new Refused("it is of a kind that the format does not know");
                    };
            members.nothingElse();
            return read;
        } catch (Refused e) {
            return new Line.Unreadable(line, e.reason);
        } catch (IllegalArgumentException e) {
            // Entry and Checkpoint say what they refuse, and never repeat what they were given.
            return new Line.Unreadable(line, "it holds what no entry or checkpoint can");
        }
    }

    private static Entry entry(Members members) throws Refused {
        Members actor = members.object("actor");
        Members right = members.object("right");
        Entry entry =
                new Entry(
                        chain(members),
                        members.number("number"),
                        time(members, "at"),
                        actor.text("kind"),
                        actor.text("id"),
                        new Right(right.text("code"), right.text("ground")),
                        members.text("subject"),
                        members.text("type"),
                        members.object("values").texts(),
                        digest(members, "previous"),
                        digest(members, "hash"));
        actor.nothingElse();
        right.nothingElse();
        return entry;
    }

    private static Checkpoint checkpoint(Members members) throws Refused {
        return new Checkpoint(
                chain(members),
                members.number("number"),
                digest(members, "hash"),
                time(members, "at"),
                members.text("keyId"),
                members.text("signature"));
    }

    private static Line.End end(long line, Members members) throws Refused {
        return new Line.End(
                line,
                members.number("entries"),
                members.number("checkpoints"),
                members.has("signature") ? Optional.of(closing(members)) : Optional.empty());
    }

    private static Closing closing(Members members) throws Refused {
        return new Closing(time(members, "at"), members.text("keyId"), members.text("signature"));
    }

    private static OrgNumber chain(Members members) throws Refused {
        return new OrgNumber(members.text("chain"));
    }

    private static Digest digest(Members members, String name) throws Refused {
        return new Digest(members.text(name));
    }

    private static Instant time(Members members, String name) throws Refused {
        return LedgerTime.parse(members.text(name))
                .orElseThrow(() -> new Refused("its time is not in the format's form"));
    }
}
