package no.segl.app.login;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The OpenID Connect provider at which people log in. Its description is fetched at the first
 * login, not at start, so that Segl starts when the provider is away.
 */
public final class LoginProvider implements ClientRegistrationRepository {

    /** The only registration there is; it stands in the address to which the provider returns. */
    public static final String ID = "login";

    private final URI issuer;
    private final String clientId;
    private final String clientSecret;
    private final AtomicReference<@Nullable ClientRegistration> fetched = new AtomicReference<>();

    public LoginProvider(URI issuer, String clientId, String clientSecret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration known = fetched.get();
        if (known == null) {
            known = fetch();
            fetched.set(known);
        }
        return known;
    }

    private ClientRegistration fetch() {
        return ClientRegistrations.fromIssuerLocation(issuer.toString())
                .registrationId(ID)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .build();
    }
}
