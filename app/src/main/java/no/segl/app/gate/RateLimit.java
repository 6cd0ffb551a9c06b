package no.segl.app.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemAnswers;
import no.segl.app.login.LoggedIn;
import no.segl.app.login.Machine;
import no.segl.core.id.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one client may ask, on one node: a bucket that holds a tenth of a minute's worth and
 * fills evenly. A machine is known by its token, a person by their login, anybody else by address.
 */
public final class RateLimit {

    private static final int MOST_CLIENTS = 100_000;
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);

    /** How many requests a token that is not good counts for. */
    private static final int COST_OF_REFUSED = 10;

    /** Stands for all who come when there are too many to tell apart. */
    private static final String CROWD = "crowd";

    private final double perSecond;
    private final double capacity;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.MIN);

    public RateLimit(int perMinute, InstantSource clock) {
        this.perSecond = perMinute / 60.0;
        this.capacity = Math.max(10, perMinute / 10.0);
        this.clock = clock;
    }

    private record Bucket(double tokens, Instant at) {}

    /** Takes one request from the client's bucket; false if there is none left. */
    public boolean allows(String client) {
        return allows(client, 1);
    }

    private boolean allows(String client, int cost) {
        Instant now = clock.instant();
        String known = buckets.size() < MOST_CLIENTS ? client : room(client, now);
        Bucket left =
                buckets.merge(
                        known,
                        new Bucket(capacity - cost, now),
                        (old, _) -> new Bucket(Math.max(tokens(old, now) - cost, -1), now));
        return left.tokens() >= 0;
    }

    /**
     * A full bucket says no more than a missing one; if that makes no room, newcomers share one.
     */
    private String room(String client, Instant now) {
        Instant last = swept.get();
        if (now.isAfter(last.plus(BETWEEN_SWEEPS)) && swept.compareAndSet(last, now)) {
            buckets.values().removeIf(b -> tokens(b, now) >= capacity);
        }
        return buckets.size() < MOST_CLIENTS || buckets.containsKey(client) ? client : CROWD;
    }

    private boolean isEmpty(String client) {
        @Nullable Bucket bucket = buckets.get(client);
        return bucket != null && tokens(bucket, clock.instant()) < 1;
    }

    private double tokens(Bucket bucket, Instant now) {
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
        return Math.min(capacity, bucket.tokens() + seconds * perSecond);
    }

    /**
     * Counts a token that was not good: the issuer may have been asked for its key. The same token
     * again costs more than others from the same address, where others may have good ones.
     */
    void refused(HttpServletRequest request) {
        allows(refusedToken(request), COST_OF_REFUSED);
        allows(refusedAt(request));
    }

    /**
     * Spares the checking of a token that was refused time and again, or of any from where such
     * come.
     */
    OncePerRequestFilter ofRefused(ProblemAnswers answers) {
        return filter(
                "refused",
                request -> !isEmpty(refusedToken(request)) && !isEmpty(refusedAt(request)),
                (request, response) ->
                        answers.send(request, response, Problem.TOO_MANY_REQUESTS, List.of()));
    }

    /** For machines, after the token was read. */
    OncePerRequestFilter filter(ProblemAnswers answers) {
        return filter(
                "machines",
                request -> allows(client(request)),
                (request, response) ->
                        answers.send(request, response, Problem.TOO_MANY_REQUESTS, List.of()));
    }

    /** For people; what never changes, such as a font, is not counted. */
    OncePerRequestFilter forPeople() {
        return filter(
                "people",
                request ->
                        request.getRequestURI().startsWith("/assets/") || allows(client(request)),
                (_, response) -> {
                    response.setHeader("Retry-After", "30");
                    response.sendError(429);
                });
    }

    private interface Refusal {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static OncePerRequestFilter filter(
            String name, Predicate<HttpServletRequest> may, Refusal refusal) {
        return new OncePerRequestFilter() {
            @Override
            protected String getAlreadyFilteredAttributeName() {
                return RateLimit.class.getName() + "." + name;
            }

            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (may.test(request)) {
                    chain.doFilter(request, response);
                } else {
                    refusal.answer(request, response);
                }
            }
        };
    }

    private static String refusedAt(HttpServletRequest request) {
        return "refused at " + request.getRemoteAddr();
    }

    /** By digest: a token is not kept, not even one that is not good. */
    private static String refusedToken(HttpServletRequest request) {
        String token = String.valueOf(request.getHeader("Authorization"));
        return "refused token " + Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String client(HttpServletRequest request) {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof Machine machine) {
            return machine.actor().id();
        }
        return who != null && who.getPrincipal() instanceof LoggedIn person
                ? "person " + person.person()
                : "address " + request.getRemoteAddr();
    }
}
