package no.segl.app.web;

import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Entry;

/** Reads who acted from an entry of the ledger. */
final class Actors {

    private Actors() {}

    static Actor of(Entry entry) {
        String id = entry.actorId();
        return switch (entry.actorKind()) {
            case "person" -> new Actor.Person(PersonId.parse(id).orElseThrow());
            case "machine" ->
                    new Actor.Machine(new OrgNumber(id.substring(0, 9)), id.substring(10));
            default -> new Actor.Segl(id);
        };
    }
}
