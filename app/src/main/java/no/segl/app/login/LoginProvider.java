package no.segl.app.login;

import java.net.URI;
import java.util.Set;
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

    /** The registration of an ordinary login; in the address to which the provider returns. */
    public static final String ID = "login";

    /** The same client, asked for the level that content needs. */
    public static final String CONTENT = "content";

    /** The same client, asked for the organisations in which somebody holds a key role. */
    public static final String KEY_ROLE = "key-role";

    private static final Set<String> ALL = Set.of(ID, CONTENT, KEY_ROLE);

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
        if (!ALL.contains(id)) {
            return null;
        }
        ClientRegistration known = fetched.get();
        if (known == null) {
            known = fetch();
            fetched.set(known);
        }
        return id.equals(ID)
                ? known
                : ClientRegistration.withClientRegistration(known).registrationId(id).build();
    }

    private ClientRegistration fetch() {
        return ClientRegistrations.fromIssuerLocation(issuer.toString())
                .registrationId(ID)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/login/oauth2/code/" + ID)
                .build();
    }
}
