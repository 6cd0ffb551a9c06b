package no.segl.app.wiring;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.EnumSet;
import no.segl.app.gate.Chains;
import no.segl.app.gate.Door;
import no.segl.app.gate.LogoutElsewhere;
import no.segl.app.gate.RateLimit;
import no.segl.app.gate.SessionEnd;
import no.segl.app.login.KeyRoleLogin;
import no.segl.app.login.Levels;
import no.segl.app.login.LoginProvider;
import no.segl.app.login.People;
import no.segl.app.login.Tokens;
import no.segl.app.office.Access;
import no.segl.app.office.Ids;
import no.segl.app.office.Leaders;
import no.segl.app.office.Numbers;
import no.segl.app.secret.NumberKey;
import no.segl.app.session.ProvenCookie;
import no.segl.app.session.SealedAttributes;
import no.segl.app.session.SessionKey;
import no.segl.app.session.Sessions;
import no.segl.app.store.Changes;
import no.segl.app.store.Grants;
import no.segl.app.store.Memberships;
import no.segl.app.store.Persons;
import no.segl.app.store.RegisterState;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The part of {@link Wiring} by which people come in: login and sessions. */
@Configuration(proxyBeanMethods = false)
class LoginParts {

    @Bean
    JdbcIndexedSessionRepository sessionRows(
            JdbcTemplate template, PlatformTransactionManager manager, SessionKey key) {
        TransactionTemplate own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Sessions.prepared(
                new JdbcIndexedSessionRepository(template, own), new SealedAttributes(key), key);
    }

    @Bean
    Sessions sessions(JdbcIndexedSessionRepository rows, SessionKey key) {
        return new Sessions(rows, key);
    }

    @Bean
    SessionEnd sessionEnd(Settings settings, InstantSource clock) {
        return new SessionEnd(settings.longestSession(), clock);
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(
            JdbcIndexedSessionRepository rows, SessionKey key, Settings settings) {
        CookieHttpSessionIdResolver cookie = new CookieHttpSessionIdResolver();
        cookie.setCookieSerializer(
                new ProvenCookie(key, "https".equals(settings.publicUrl().getScheme())));
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(rows);
        filter.setHttpSessionIdResolver(cookie);
        FilterRegistrationBean<SessionRepositoryFilter<?>> bean =
                new FilterRegistrationBean<>(filter);
        bean.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        bean.setDispatcherTypes(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        return bean;
    }

    @Bean
    Levels levels(Settings settings) {
        return settings.login().map(Settings.Login::levels).orElse(Levels.IDPORTEN);
    }

    @Bean
    KeyRoleLogin keyRoleLogin(Settings settings) {
        return new KeyRoleLogin(settings.login().flatMap(Settings.Login::keyRole));
    }

    @Bean
    Leaders leaders(
            Changes changes,
            Grants grants,
            RegisterState register,
            Units units,
            RuleTable rules,
            Ids ids,
            InstantSource clock) {
        return new Leaders(changes, grants, register, units, rules, ids, clock);
    }

    @Bean
    Numbers numbers(
            Changes changes,
            Access access,
            Grants grants,
            Units units,
            Memberships memberships,
            Persons persons,
            NumberKey key,
            InstantSource clock) {
        return new Numbers(changes, access, grants, units, memberships, persons, key, clock);
    }

    @Bean
    Door door(Settings settings, Levels levels, KeyRoleLogin keyRoles) {
        return new Door(
                settings.login()
                        .map(l ->
                                (ClientRegistrationRepository)
                                        new LoginProvider(
                                                l.issuer(), l.clientId(), l.clientSecret())),
                settings.login().map(Settings.Login::issuer),
                levels,
                keyRoles,
                settings.longestSession());
    }

    @Bean
    LogoutElsewhere logoutElsewhere(
            Sessions sessions, Persons persons, Door door, InstantSource clock) {
        return new LogoutElsewhere(sessions, persons::find, door.issuer(), clock);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(InstantSource clock) {
        return Tokens.ofPeople(clock);
    }

    @Bean
    People recognition(
            Persons persons,
            NumberKey numbers,
            Ids ids,
            InstantSource clock,
            Levels levels,
            KeyRoleLogin keyRoles,
            Leaders leaders,
            Settings settings) {
        return new People(
                persons,
                numbers,
                ids::person,
                clock,
                new People.Rules(levels, settings.longestSession(), keyRoles),
                leaders::told);
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Door door,
            People people,
            RateLimit limit,
            SessionEnd end,
            LogoutElsewhere elsewhere)
            throws Exception {
        return Chains.people(http, door, people, limit, end, elsewhere);
    }
}
