package no.segl.proof.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.letter.Notice;

/** One message to be, as app.work.Parcels has it. */
record Bundle(Contact contact, Notice.Kind kind, List<Due> notices) {

    boolean isText() {
        return contact.channel() == Notice.Channel.SMS;
    }

    Bundle of(Set<UUID> wanted) {
        return new Bundle(
                contact, kind, notices.stream().filter(n -> wanted.contains(n.id())).toList());
    }

    List<UUID> ids() {
        return notices.stream().map(Due::id).toList();
    }

    UUID message() {
        return UUID.nameUUIDFromBytes(
                ids().stream()
                        .map(UUID::toString)
                        .sorted()
                        .collect(Collectors.joining(" ", contact.id() + " ", ""))
                        .getBytes(UTF_8));
    }
}
