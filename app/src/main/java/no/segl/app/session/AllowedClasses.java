package no.segl.app.session;

import java.io.ObjectInputFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be made from the bytes of a session: the login, the form token, a login under way, and
 * the plain values that they hold. Anything else is refused before any of its code runs.
 */
final class AllowedClasses implements ObjectInputFilter {

    private static final int DEPTH = 30;
    private static final int REFERENCES = 5_000;
    private static final int LENGTH = 5_000;
    private static final int BYTES = 200_000;

    private static final Set<String> NAMES =
            Set.of(
                    "no.segl.app.login.LoggedIn",
                    "no.segl.core.access.Level",
                    "org.springframework.security.authentication.AbstractAuthenticationToken",
                    "org.springframework.security.core.authority.FactorGrantedAuthority",
                    "org.springframework.security.core.authority.SimpleGrantedAuthority",
                    "org.springframework.security.core.context.SecurityContextImpl",
                    "org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken",
                    "org.springframework.security.oauth2.core.AbstractOAuth2Token",
                    "org.springframework.security.oauth2.core.AuthorizationGrantType",
                    "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest",
                    "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponseType",
                    "org.springframework.security.oauth2.core.oidc.OidcIdToken",
                    "org.springframework.security.oauth2.core.oidc.OidcUserInfo",
                    "org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser",
                    "org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority",
                    "org.springframework.security.oauth2.core.user.DefaultOAuth2User",
                    "org.springframework.security.oauth2.core.user.OAuth2UserAuthority",
                    "org.springframework.security.web.authentication.WebAuthenticationDetails",
                    "org.springframework.security.web.csrf.DefaultCsrfToken",
                    "java.lang.Boolean",
                    "java.lang.Double",
                    "java.lang.Enum",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Number",
                    "java.lang.Object",
                    "java.lang.String",
                    "java.net.URL",
                    "java.time.Instant",
                    "java.time.Ser",
                    "java.util.ArrayList",
                    "java.util.Arrays$ArrayList",
                    "java.util.CollSer",
                    "java.util.Collections$EmptyList",
                    "java.util.Collections$EmptyMap",
                    "java.util.Collections$EmptySet",
                    "java.util.Collections$SingletonList",
                    "java.util.Collections$SingletonMap",
                    "java.util.Collections$SingletonSet",
                    "java.util.Collections$UnmodifiableCollection",
                    "java.util.Collections$UnmodifiableList",
                    "java.util.Collections$UnmodifiableMap",
                    "java.util.Collections$UnmodifiableRandomAccessList",
                    "java.util.Collections$UnmodifiableSet",
                    "java.util.Date",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.LinkedHashMap",
                    "java.util.LinkedHashSet",
                    "java.util.Map$Entry",
                    "java.util.TreeMap",
                    "java.util.TreeSet");

    private String refused = "";

    /** The name of the class that was refused; empty if none was, or a limit was passed. */
    String refused() {
        return refused;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        if (info.depth() > DEPTH
                || info.references() > REFERENCES
                || info.arrayLength() > LENGTH
                || info.streamBytes() > BYTES) {
            return Status.REJECTED;
        }
        @Nullable Class<?> type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.componentType();
        }
        if (type.isPrimitive() || NAMES.contains(type.getName())) {
            return Status.ALLOWED;
        }
        refused = type.getName();
        return Status.REJECTED;
    }
}
