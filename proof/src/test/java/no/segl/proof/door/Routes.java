package no.segl.proof.door;

import jakarta.servlet.Filter;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.segl.app.wiring.Server;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of a running Segl, as its parts know them. */
final class Routes {

    /** The gate's filters that answer some requests themselves, and which. */
    private static final Map<String, String> ANSWERING =
            Map.of(
                    "LogoutFilter", "POST /logg-ut",
                    "OAuth2AuthorizationRequestRedirectFilter", "GET /oauth2/authorization/{id}",
                    "OAuth2LoginAuthenticationFilter", "GET /login/oauth2/code/{id}",
                    "OidcBackChannelLogoutFilter", "POST /logout/connect/back-channel/{id}");

    /** Those that let through, or refuse. */
    private static final Set<String> PASSING =
            Set.of(
                    "AnonymousAuthenticationFilter",
                    "AuthorizationFilter",
                    "BearerTokenAuthenticationFilter",
                    "CsrfFilter",
                    "DisableEncodeUrlFilter",
                    "ExceptionTranslationFilter",
                    "HeaderWriterFilter",
                    // Its place lies outside its chain, where nothing is asked of it.
                    "OAuth2ProtectedResourceMetadataFilter",
                    "RequestCacheAwareFilter",
                    "SecurityContextHolderAwareRequestFilter",
                    "SecurityContextHolderFilter",
                    "SessionManagementFilter",
                    "WebAsyncManagerIntegrationFilter");

    private Routes() {}

    /**
     * The routes, each as its method and its pattern.
     *
     * @throws AssertionError if there is a kind of routes, or a filter, that is not known here
     */
    static NavigableSet<String> of(Server server) {
        NavigableSet<String> routes = new TreeSet<>();
        for (HandlerMapping mapping : mappings(server)) {
            mapped(mapping).forEach(routes::add);
        }
        for (SecurityFilterChain chain : server.part(FilterChainProxy.class).getFilterChains()) {
            for (Filter filter : chain.getFilters()) {
                answered(filter).ifPresent(routes::add);
            }
        }
        return routes;
    }

    private static Iterable<HandlerMapping> mappings(Server server) {
        return Optional.ofNullable(server.part(DispatcherServlet.class).getHandlerMappings())
                .orElseThrow(() -> new AssertionError("nothing has been asked yet"));
    }

    private static Stream<String> mapped(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping m ->
                    m.getHandlerMethods().keySet().stream().flatMap(Routes::mapped);
            case AbstractUrlHandlerMapping m ->
                    m.getHandlerMap().keySet().stream().map(pattern -> "GET " + pattern);
            case RouterFunctionMapping m when m.getRouterFunction() == null -> Stream.of();
            default -> throw new AssertionError("routes of a new kind: " + mapping.getClass());
        };
    }

    private static Stream<String> mapped(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.isEmpty()
                                ? Stream.of("ANY " + pattern)
                                : methods.stream().map(method -> method + " " + pattern));
    }

    private static Optional<String> answered(Filter filter) {
        String name = filter.getClass().getSimpleName();
        // Those of the gate have no name: they refuse, or end a session.
        boolean ours = filter.getClass().getName().startsWith("no.segl.app.gate.");
        Optional<String> route = Optional.ofNullable(ANSWERING.get(name));
        if (route.isEmpty() && !ours && !PASSING.contains(name)) {
            throw new AssertionError("does the filter " + name + " answer anything itself?");
        }
        return route;
    }
}
