package no.segl.sandbox.altinn;

import java.util.Set;
import no.segl.sandbox.party.Access;

/**
 * A service in the resource registry.
 *
 * @param owner the number of the organisation that sends by it
 * @param isAllowed whether Altinn has let it be used for messages
 */
public record Resource(
        String id, String title, String owner, Confidentiality confidentiality, boolean isAllowed) {

    /** What its policy makes of it. */
    public enum Confidentiality {
        NOT_CONFIDENTIAL,
        CONFIDENTIAL,
        /** Access to it is given one by one; it takes confidential messages and others. */
        EXPLICITLY_DELEGATED
    }

    /** What gives access to it: the package of its policy, and itself. */
    Set<String> accessBy() {
        return switch (confidentiality) {
            case NOT_CONFIDENTIAL -> Set.of(id, Access.ORDINARY);
            case CONFIDENTIAL -> Set.of(id, Access.CONFIDENTIAL);
            case EXPLICITLY_DELEGATED -> Set.of(id);
        };
    }

    public String urn() {
        return "urn:altinn:resource:" + id;
    }
}
