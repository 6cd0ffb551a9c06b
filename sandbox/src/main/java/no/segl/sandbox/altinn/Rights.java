package no.segl.sandbox.altinn;

import java.util.Optional;
import no.segl.sandbox.party.Access;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Organisation;

/** Who may do what with a message. */
final class Rights {

    private final Access access;
    private final Directory directory;

    Rights(Access access, Directory directory) {
        this.access = access;
        this.directory = directory;
    }

    boolean maySend(Caller caller, Resource resource) {
        return caller.maySend() && caller.organisation().equals(resource.owner());
    }

    boolean isSender(Caller caller, Message message) {
        return maySend(caller, message.resource());
    }

    /**
     * Whether the caller may read what comes to {@code recipient} by a service. Of ordinary mail an
     * organisation may read its own; of confidential mail nobody may, unless it was given to them.
     */
    boolean mayRead(Caller caller, String recipient, Resource resource) {
        if (!caller.mayReceive()) {
            return false;
        }
        return caller.owns(resource)
                || (resource.confidentiality() == Resource.Confidentiality.NOT_CONFIDENTIAL
                        && isOwn(caller, recipient))
                || access.holds(caller.token().parties(), recipient, resource.accessBy());
    }

    private boolean isOwn(Caller caller, String recipient) {
        Optional<String> answering = directory.answering(recipient).map(Organisation::number);
        return caller.organisation().equals(recipient)
                || answering.filter(caller.organisation()::equals).isPresent();
    }

    /** Whether the caller may see the reminders of an organisation. */
    boolean maySeeReminders(Caller caller) {
        return caller.mayReceive()
                && access.manages(caller.token().parties(), caller.organisation());
    }
}
