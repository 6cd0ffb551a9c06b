package no.segl.proof.demo;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponseKt;
import no.segl.proof.demo.World.Machine;

/**
 * Where machines fetch their tokens: the client credentials grant with a client secret, in place of
 * Maskinporten's signed assertion, so that curl is enough.
 */
final class MachineDesk {

    private final World world;
    private final Issuer.Settings settings;
    private final Tokens tokens;

    MachineDesk(World world, Issuer.Settings settings, Tokens tokens) {
        this.world = world;
        this.settings = settings;
        this.tokens = tokens;
    }

    OAuth2HttpResponse issue(OAuth2HttpRequest request) {
        TokenRequest asked;
        try {
            asked = TokenRequest.parse(request.asNimbusHTTPRequest());
        } catch (ParseException e) {
            return error(e);
        }
        if (!asked.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        Optional<Machine> machine = caller(asked);
        if (machine.isEmpty()) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.INVALID_CLIENT);
        }
        Collection<String> scopes =
                asked.getScope() == null ? machine.get().scopes() : asked.getScope().toStringList();
        if (!machine.get().scopes().containsAll(scopes)) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.INVALID_SCOPE);
        }
        List<URI> resources = asked.getResources();
        if (resources != null && !resources.equals(List.of(URI.create(settings.audience())))) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.INVALID_TARGET);
        }
        return OAuth2HttpResponseKt.json(
                Map.of(
                        "access_token", tokens.of(machine.get(), scopes),
                        "token_type", "Bearer",
                        "expires_in", Tokens.LIFETIME.toSeconds(),
                        "scope", String.join(" ", scopes)));
    }

    private Optional<Machine> caller(TokenRequest asked) {
        return Optional.ofNullable(asked.getClientAuthentication())
                .flatMap(client -> world.machine(client.getClientID().getValue()))
                .filter(machine -> isFrom(machine.clientId(), settings.secret(), asked));
    }

    /** Whether a client has proved to be {@code clientId}, in the header or in the form. */
    static boolean isFrom(String clientId, String secret, TokenRequest request) {
        return request.getClientAuthentication() instanceof PlainClientSecret client
                && client.getClientID().getValue().equals(clientId)
                && client.getClientSecret().equals(new Secret(secret));
    }

    static OAuth2HttpResponse error(ParseException fault) {
        ErrorObject error = fault.getErrorObject();
        return OAuth2HttpResponseKt.oauth2Error(
                error == null ? OAuth2Error.INVALID_REQUEST : error);
    }
}
