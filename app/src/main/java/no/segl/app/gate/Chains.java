package no.segl.app.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemAnswers;
import no.segl.app.login.MachineTokens;
import no.segl.app.login.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who gets past the door: one chain for machines at the API, one for people at the pages. */
public final class Chains {

    private static final List<String> OPEN_PAGES =
            List.of(
                    "/",
                    "/assets/**",
                    "/favicon.ico",
                    "/health",
                    "/health/**",
                    "/logg-inn",
                    "/sprak",
                    "/utlogget",
                    "/utlogget/hos-innlogging",
                    "/problem",
                    "/problem/**",
                    "/tilgjengelighet",
                    "/error");
    private static final List<String> OPEN_API =
            List.of("/api/v1/categories", "/api/v1/openapi.yaml");

    private Chains() {}

    /** Machines: a bearer token at every request, no session, no cookie. */
    public static SecurityFilterChain machines(
            HttpSecurity http,
            JwtDecoder tokens,
            MachineTokens machines,
            ProblemAnswers answers,
            RateLimit limit)
            throws Exception {
        AuthenticationEntryPoint unknown =
                (request, response, e) -> {
                    boolean offered = request.getHeader("Authorization") != null;
                    if (offered) {
                        limit.refused(request);
                    }
                    response.setHeader("WWW-Authenticate", "Bearer");
                    answers.send(
                            request,
                            response,
                            offered ? Problem.TOKEN_NOT_ACCEPTED : Problem.NOT_AUTHENTICATED,
                            List.of());
                };
        http.securityMatcher("/api/**")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(c -> c.disable())
                .requestCache(c -> c.disable())
                .addFilterBefore(limit.ofRefused(answers), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new IssuerAway(answers), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(limit.filter(answers), BearerTokenAuthenticationFilter.class)
                .logout(l -> l.disable())
                .authorizeHttpRequests(a ->
                        a.requestMatchers(OPEN_API.toArray(String[]::new))
                                .permitAll()
                                .requestMatchers(
                                        PathPatternRequestMatcher.withDefaults()
                                                .matcher(HttpMethod.OPTIONS, "/api/v1/uploads"))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(o ->
                        o.authenticationEntryPoint(unknown)
                                .jwt(j -> j.decoder(tokens).jwtAuthenticationConverter(machines)))
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(unknown)
                                .accessDeniedHandler((request, response, _) ->
                                        answers.send(
                                                request, response, Problem.NOT_ALLOWED, List.of())))
                .headers(h ->
                        h.contentSecurityPolicy(p ->
                                        p.policyDirectives(
                                                "default-src 'none';" + " frame-ancestors 'none'"))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    /** People: log in at the provider, then a session. */
    public static SecurityFilterChain people(
            HttpSecurity http,
            Door door,
            People people,
            RateLimit limit,
            SessionEnd end,
            LogoutElsewhere elsewhere)
            throws Exception {
        // A form's answer may lead to the provider's log-out page, so its place must be allowed
        // too.
        RequestCache wanted = wanted();
        String forms =
                door.issuer().map(i -> " " + i.getScheme() + "://" + i.getAuthority()).orElse("");
        http.authorizeHttpRequests(a ->
                        a.requestMatchers(OPEN_PAGES.toArray(String[]::new))
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, Door.QUESTIONS)
                                .authenticated()
                                .requestMatchers(Door.HIGHER + "/**")
                                .access((who, _) -> door.mayReadContent(who.get()))
                                .requestMatchers(Door.FILES)
                                .access((who, _) -> door.mayReadContent(who.get()))
                                .requestMatchers(HttpMethod.POST)
                                .access((who, _) -> door.mayReadContent(who.get()))
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(end.filter(), CsrfFilter.class)
                .addFilterBefore(limit.forPeople(), CsrfFilter.class)
                .addFilterBefore(elsewhere.guard(), CsrfFilter.class)
                // The reply form sends files: its token is checked where its parts are read, since
                // reading them here would put them on disk unsealed. The language is anybody's to
                // choose, and a stranger has no session to keep a token in.
                .csrf(c -> c.ignoringRequestMatchers("/brev/*/svar", "/sprak"))
                .requestCache(c -> c.requestCache(wanted))
                .sessionManagement(s -> s.sessionFixation(f -> f.changeSessionId()))
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(
                                        new LoginUrlAuthenticationEntryPoint("/logg-inn"))
                                .accessDeniedHandler(door.stepUp(wanted)))
                .headers(h ->
                        h.contentSecurityPolicy(p -> p.policyDirectives(policy(forms)))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                .frameOptions(f -> f.sameOrigin())
                                .permissionsPolicyHeader(p ->
                                        p.policy("camera=(), microphone=()," + " geolocation=()")))
                .logout(l -> l.logoutUrl("/logg-ut").deleteCookies("segl"));
        door.provider().ifPresent(p -> login(http, door, p, people, wanted, elsewhere));
        return http.build();
    }

    /** Where somebody wanted to go before they logged in: kept by the browser, in no session. */
    private static RequestCache wanted() {
        CookieRequestCache cache =
                new CookieRequestCache() {
                    @Override
                    public @Nullable HttpServletRequest getMatchingRequest(
                            HttpServletRequest request, HttpServletResponse response) {
                        // Forget it, but go on with the request as it came: the one that was kept
                        // has no headers, and would be answered in another language.
                        super.getMatchingRequest(request, response);
                        return null;
                    }
                };
        cache.setRequestMatcher(request ->
                request.getMethod().equals("GET")
                        && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    private static void login(
            HttpSecurity http,
            Door door,
            ClientRegistrationRepository provider,
            People people,
            RequestCache wanted,
            LogoutElsewhere elsewhere) {
        OidcClientInitiatedLogoutSuccessHandler everywhere =
                new OidcClientInitiatedLogoutSuccessHandler(provider);
        everywhere.setPostLogoutRedirectUri("{baseUrl}/utlogget");
        everywhere.setDefaultTargetUrl("/utlogget");
        http.oauth2Login(o ->
                        o.clientRegistrationRepository(provider)
                                .authorizationEndpoint(
                                        a -> a.authorizationRequestResolver(door.asking(provider)))
                                .authorizedClientRepository(new NoTokensKept())
                                .loginPage("/logg-inn")
                                .userInfoEndpoint(u -> u.oidcUserService(people))
                                .successHandler(door.entrance(wanted))
                                // Spring's own would keep the fault in a session.
                                .failureHandler((_, response, _) ->
                                        response.sendRedirect("/?innlogging=feilet")))
                .logout(l -> l.logoutSuccessHandler(everywhere))
                .oidcLogout(o ->
                        o.clientRegistrationRepository(provider)
                                .oidcSessionRegistry(LogoutElsewhere.NOTHING)
                                .backChannel(b -> b.logoutHandler(elsewhere)));
    }

    private static String policy(String forms) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none';"
                + " object-src 'none'; frame-ancestors 'self'; form-action 'self'"
                + forms;
    }
}
