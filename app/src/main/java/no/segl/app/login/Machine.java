package no.segl.app.login;

import java.util.Optional;
import java.util.Set;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A machine whose token has been checked. */
public final class Machine extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String organisation;
    private final String supplier;
    private final String client;
    private final Set<String> scopes;
    private final String scopePrefix;

    Machine(
            OrgNumber organisation,
            Optional<OrgNumber> supplier,
            String client,
            Set<String> scopes,
            String scopePrefix) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.organisation = organisation.value();
        this.supplier = supplier.map(OrgNumber::value).orElse("");
        this.client = client;
        this.scopes = Set.copyOf(scopes);
        this.scopePrefix = scopePrefix;
        setAuthenticated(true);
    }

    /** The organisation it acts for: the token's consumer. */
    public OrgNumber organisation() {
        return new OrgNumber(organisation);
    }

    /** What its token lets it ask for, as {@link Scopes} names it. */
    public Set<String> scopes() {
        return scopes;
    }

    /** What one of {@link Scopes} is called in its tokens. */
    public String called(String scope) {
        return scopePrefix + scope.substring(Scopes.PREFIX.length());
    }

    /**
     * The machine, as the ledger knows it: whom it acts for, the supplier that it was delegated to
     * if there is one, and the client.
     */
    public Actor.Machine actor() {
        return new Actor.Machine(organisation(), named());
    }

    private String named() {
        return supplier.isEmpty() ? client : supplier + "/" + client;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return organisation + "/" + named();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Machine that
                && that.organisation.equals(organisation)
                && that.supplier.equals(supplier)
                && that.client.equals(client)
                && that.scopes.equals(scopes);
    }

    @Override
    public int hashCode() {
        return organisation.hashCode() + client.hashCode();
    }
}
