package no.segl.app.login;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import no.segl.app.secret.HiddenNumber;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Persons;
import no.segl.app.store.Persons.Meeting;
import no.segl.core.access.Level;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Recognises a person who logs in, or meets a new one. */
public final class People implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    /** By how much clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final OidcUserService oidc = new OidcUserService();
    private final Persons persons;
    private final NumberKey numbers;
    private final Supplier<PersonId> newId;
    private final InstantSource clock;
    private final Rules rules;
    private final BiConsumer<PersonId, List<OrgNumber>> leaders;

    /**
     * What a login must be.
     *
     * @param longestSession how old the provider's own login may be
     * @param keyRoles what it may tell of key roles, if it was asked
     */
    public record Rules(Levels levels, Duration longestSession, KeyRoleLogin keyRoles) {}

    /**
     * @param leaders hears where a login told that a person holds a key role
     */
    public People(
            Persons persons,
            NumberKey numbers,
            Supplier<PersonId> newId,
            InstantSource clock,
            Rules rules,
            BiConsumer<PersonId, List<OrgNumber>> leaders) {
        this.persons = persons;
        this.numbers = numbers;
        this.newId = newId;
        this.clock = clock;
        this.rules = rules;
        this.leaders = leaders;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        List<OrgNumber> leads = leads(request);
        OidcUser user = oidc.loadUser(withoutDetails(request));
        Level level = level(request);
        String name = Optional.ofNullable(user.getFullName()).orElse("");
        PersonId person =
                meet(
                        new Persons.Login(
                                requireNonNull(user.getIdToken().getIssuer(), "iss").toString(),
                                requireNonNull(user.getSubject(), "sub"),
                                name),
                        number(user));
        // ID-porten tells no name: then it is the one that they were entered with.
        String shown = name.isEmpty() ? persons.ownName(person) : name;
        if (!leads.isEmpty()) {
            leaders.accept(person, leads);
        }
        return new LoggedIn(user, person, shown, clock.instant(), level, leads);
    }

    /**
     * Where the id token tells that they hold a key role, if that was asked for. Nothing else is
     * believed: what the userinfo says, or the answer around the token, nobody has signed.
     */
    private List<OrgNumber> leads(OidcUserRequest request) {
        boolean asked =
                request.getClientRegistration().getRegistrationId().equals(LoginProvider.KEY_ROLE);
        return asked ? rules.keyRoles().told(request.getIdToken().getClaims()) : List.of();
    }

    /** Whom somebody represents may be much to keep in a session, where it is of no more use. */
    private static OidcUserRequest withoutDetails(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        Map<String, Object> claims = new HashMap<>(token.getClaims());
        claims.remove(KeyRoleLogin.CLAIM);
        return new OidcUserRequest(
                request.getClientRegistration(),
                request.getAccessToken(),
                new OidcIdToken(
                        token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), claims),
                request.getAdditionalParameters());
    }

    private PersonId meet(Persons.Login login, Optional<HiddenNumber> number) {
        if (number.isEmpty()) {
            return persons.meet(newId.get(), login.issuer(), login.subject(), login.name());
        }
        return switch (persons.meet(newId.get(), login, number.get())) {
            case Meeting.Met(var person) -> person;
            case Meeting.OtherNumber(var person) -> {
                LOG.warn(
                        "Somebody was not let in as person {}, whose national identity number is"
                                + " another: see docs/operate, \"Who is who\"",
                        person);
                throw refused("other_number");
            }
        };
    }

    /** The national identity number that ID-porten and Ansattporten tell. */
    private Optional<HiddenNumber> number(OidcUser user) {
        return Optional.ofNullable(user.getIdToken().getClaimAsString("pid"))
                .flatMap(NationalIdentityNumber::parse)
                .map(numbers::hide);
    }

    /**
     * The level that the id token states, if it is what was asked for and the proof is no older
     * than a session may be: the provider may have a session of its own, begun long ago.
     */
    private Level level(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        Level level = rules.levels().of(token.getAuthenticationContextClass());
        String registration = request.getClientRegistration().getRegistrationId();
        if (!level.reaches(rules.levels().needed(registration))) {
            throw refused("level_too_low");
        }
        @Nullable Instant proved = token.getAuthenticatedAt();
        Instant oldest = clock.instant().minus(rules.longestSession()).minus(SKEW);
        if (proved == null || proved.isBefore(oldest)) {
            throw refused("login_too_old");
        }
        return level;
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
