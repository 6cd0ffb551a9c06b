package no.segl.sandbox.altinn;

import no.segl.sandbox.maskinporten.Token;

/**
 * Whoever asks.
 *
 * @param isAltinn whether it is a token that Altinn made; else it is one of Maskinporten's
 */
public record Caller(Token token, boolean isAltinn) {

    public static final String WRITE = "altinn:correspondence.write";
    public static final String READ = "altinn:correspondence.read";
    public static final String SERVICE_OWNER = "altinn:serviceowner";

    /** The organisation for which it acts. */
    public String organisation() {
        return token.acting();
    }

    /**
     * Whether it may come to where senders go. Maskinporten's own token does for service owners.
     */
    boolean maySend() {
        return token.has(WRITE) && (isAltinn || token.has(SERVICE_OWNER));
    }

    boolean mayReceive() {
        return isAltinn && token.has(READ);
    }

    /** Whether it owns the service as a service owner, whose access is never looked at. */
    boolean owns(Resource resource) {
        return token.has(SERVICE_OWNER) && token.consumer().equals(resource.owner());
    }
}
