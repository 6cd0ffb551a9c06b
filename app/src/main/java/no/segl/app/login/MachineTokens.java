package no.segl.app.login;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.core.id.OrgNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads who a machine is from a token in the form of Maskinporten's: {@code consumer} names the
 * organisation as {@code 0192:} and its number, {@code supplier} the one that it has delegated to,
 * if any, {@code scope} what it may ask for.
 */
public final class MachineTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final String PREFIX = "0192:";

    private final String scopePrefix;

    /**
     * @param scopePrefix what the scopes of tokens begin with
     */
    public MachineTokens(String scopePrefix) {
        this.scopePrefix = scopePrefix;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        OrgNumber organisation =
                organisation(token.getClaims().get("consumer"))
                        .orElseThrow(() ->
                                new InvalidBearerTokenException(
                                        "the token's consumer is not an organisation"));
        Optional<OrgNumber> supplier = Optional.empty();
        if (token.hasClaim("supplier")) {
            supplier = organisation(token.getClaims().get("supplier"));
            if (supplier.isEmpty()) {
                throw new InvalidBearerTokenException(
                        "the token's supplier is not an organisation");
            }
        }
        String client =
                Optional.ofNullable(token.getClaimAsString("client_id"))
                        .filter(MachineTokens::isPlain)
                        .orElseThrow(() ->
                                new InvalidBearerTokenException(
                                        "the token has no usable client_id"));
        String scope = Optional.ofNullable(token.getClaimAsString("scope")).orElse("");
        Set<String> scopes =
                Arrays.stream(scope.split(" ", -1))
                        // What has another prefix is for somebody else, whatever follows it.
                        .filter(s -> s.startsWith(scopePrefix))
                        .map(s -> Scopes.PREFIX + s.substring(scopePrefix.length()))
                        .collect(Collectors.toUnmodifiableSet());
        return new Machine(organisation, supplier, client, scopes, scopePrefix);
    }

    private static Optional<OrgNumber> organisation(@Nullable Object claim) {
        return claim instanceof Map<?, ?> named
                        && named.get("ID") instanceof String id
                        && id.startsWith(PREFIX)
                ? OrgNumber.parse(id.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** A client id goes into the ledger, after a slash: it must be a short plain word. */
    private static boolean isPlain(String client) {
        return !client.isEmpty()
                && client.length() <= 100
                && client.chars().allMatch(c -> c > ' ' && c < 127 && c != '/');
    }
}
