package no.segl.sandbox.maskinporten;

import java.util.Optional;
import java.util.Set;

/**
 * What a token says.
 *
 * @param issuer who made it
 * @param client whose grant it was made for
 * @param consumer the number of the organisation that the client is of
 * @param systemUser the system user that it acts as, if any
 * @param systemUserOf the number of the organisation that the system user is of
 */
public record Token(
        String issuer,
        String client,
        String consumer,
        Optional<String> systemUser,
        Optional<String> systemUserOf,
        Set<String> scopes) {

    public Token {
        scopes = Set.copyOf(scopes);
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** The organisation for which it acts. */
    public String acting() {
        return systemUserOf.orElse(consumer);
    }

    /** Whoever it is, each of whom may have been given something. */
    public Set<String> parties() {
        return systemUser.isPresent() ? Set.of(acting(), systemUser.get()) : Set.of(acting());
    }
}
