package no.segl.app.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.app.api.Problem;
import no.segl.app.api.ProblemAnswers;
import no.segl.app.login.Machine;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one client may ask, on one node: a bucket that holds a tenth of a minute's worth and
 * fills evenly. A machine is known by its token, anybody else by address.
 */
public final class RateLimit {

    private static final int MOST_CLIENTS = 100_000;

    private final double perSecond;
    private final double capacity;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public RateLimit(int perMinute, InstantSource clock) {
        this.perSecond = perMinute / 60.0;
        this.capacity = Math.max(10, perMinute / 10.0);
        this.clock = clock;
    }

    private record Bucket(double tokens, Instant at) {}

    /** Takes one request from the client's bucket; false if there is none left. */
    public boolean allows(String client) {
        Instant now = clock.instant();
        if (buckets.size() > MOST_CLIENTS) {
            // A full bucket says no more than a missing one.
            buckets.values().removeIf(b -> tokens(b, now) >= capacity);
        }
        Bucket left =
                buckets.merge(
                        client,
                        new Bucket(capacity - 1, now),
                        (old, _) -> new Bucket(Math.max(tokens(old, now) - 1, -1), now));
        return left.tokens() >= 0;
    }

    private double tokens(Bucket bucket, Instant now) {
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
        return Math.min(capacity, bucket.tokens() + seconds * perSecond);
    }

    /** The filter that asks it, after the token was read. */
    public OncePerRequestFilter filter(ProblemAnswers answers) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (allows(client(request))) {
                    chain.doFilter(request, response);
                } else {
                    answers.send(request, response, Problem.TOO_MANY_REQUESTS, List.of());
                }
            }
        };
    }

    private static String client(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who instanceof Machine machine
                ? machine.actor().id()
                : "address " + request.getRemoteAddr();
    }
}
