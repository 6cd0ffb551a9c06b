package no.segl.app.login;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.segl.app.store.Persons;
import no.segl.core.id.PersonId;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Recognises a person who logs in, or meets a new one. */
public final class People implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService oidc = new OidcUserService();
    private final Persons persons;
    private final Supplier<PersonId> newId;
    private final InstantSource clock;

    public People(Persons persons, Supplier<PersonId> newId, InstantSource clock) {
        this.persons = persons;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        OidcUser user = oidc.loadUser(request);
        String name = Optional.ofNullable(user.getFullName()).orElse("");
        PersonId person =
                persons.meet(
                        newId.get(),
                        requireNonNull(user.getIdToken().getIssuer(), "iss").toString(),
                        requireNonNull(user.getSubject(), "sub"),
                        name);
        // ID-porten tells no name: then it is the one that they were entered with.
        String shown =
                name.isEmpty() ? persons.names(Set.of(person)).getOrDefault(person, "") : name;
        return new LoggedIn(user, person, shown, clock.instant());
    }
}
