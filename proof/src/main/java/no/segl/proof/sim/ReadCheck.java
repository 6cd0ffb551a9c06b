package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;

/** Only those read a letter who may, only those are refused who may not, and both are written. */
record ReadCheck(Trace trace, NaiveAccess access) {

    /** The ledger says that somebody opened it or read it again. */
    void read(Entry entry) {
        cleared(entry.actorId(), entry.at());
        trace.readBy.add(entry.actorId());
    }

    /** The ledger says that somebody was refused. */
    void refused(Entry entry) {
        trace.refused.add(entry.actorId());
        if (readers(entry.at()).contains(entry.actorId())) {
            throw new Broken("nobody is refused who may", "letter " + trace.letter);
        }
    }

    /** Something of it was shown to a person. */
    void shown(PersonId person, Instant at) {
        if (!trace.readBy.contains(person.toString())) {
            throw new Broken("each opening in the ledger", "letter " + trace.letter);
        }
        cleared(person.toString(), at);
    }

    /** A person was refused. */
    void refused(PersonId person) {
        if (!trace.refused.contains(person.toString())) {
            throw new Broken("each refusal in the ledger", "letter " + trace.letter);
        }
    }

    private void cleared(String person, Instant at) {
        if (!readers(at).contains(person)) {
            throw new Broken(
                    "nobody opens without a clearance",
                    "letter %s at %s".formatted(trace.letter, at));
        }
    }

    private List<String> readers(Instant at) {
        return access.readers(trace.recipient, trace.category, at).stream()
                .map(PersonId::toString)
                .toList();
    }
}
