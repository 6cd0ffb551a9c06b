package no.segl.app.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.segl.app.login.LoggedIn;
import no.segl.core.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** All sessions there are, on every node. */
public final class Sessions {

    /** The table, of the form that Spring Session gives it. */
    private static final String TABLE = "login_session";

    /** For as long as a session may lie unused. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** {@code Scheduler.CRON_DISABLED}: the work is woken where all other work is. */
    private static final String NEVER = "-";

    /** By whose it is, or by the login that began it. */
    private static final String FIND =
            """
            SELECT s.primary_id, s.session_id, s.creation_time, s.last_access_time,
                   s.max_inactive_interval, a.attribute_name, a.attribute_bytes
              FROM login_session s
              LEFT JOIN login_session_attributes a ON a.session_primary_id = s.primary_id
             WHERE s.found_by @> ARRAY[?]::text[]
            """;

    private final JdbcIndexedSessionRepository rows;
    private final SessionKey key;

    /** The sessions that {@code rows} keeps. */
    public Sessions(JdbcIndexedSessionRepository rows, SessionKey key) {
        this.rows = rows;
        this.key = key;
    }

    /** Makes {@code rows} keep sessions as Segl does. */
    public static JdbcIndexedSessionRepository prepared(
            JdbcIndexedSessionRepository rows, SealedAttributes attributes, SessionKey key) {
        rows.setTableName(TABLE);
        rows.setDefaultMaxInactiveInterval(IDLE);
        rows.setCleanupCron(NEVER);
        rows.setConversionService(attributes.conversion());
        rows.setIndexResolver(session -> found(session, key));
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(rows);
        rows.setListSessionsByPrincipalNameQuery(FIND);
        return rows;
    }

    /** Ends every session of a person, from the next request on. */
    public void end(PersonId person) {
        end(person.toString(), _ -> true);
    }

    /** Ends the sessions of a person that had begun at {@code at}, from the next request on. */
    public void end(PersonId person, Instant at) {
        end(person.toString(), session -> hadBegun(session, at));
    }

    /**
     * Ends the sessions of one login at a provider, as its {@code sid} tells it from others, that
     * had begun at {@code at}, from the next request on.
     */
    public void end(String issuer, String sid, Instant at) {
        end(name(key, issuer, sid), session -> hadBegun(session, at));
    }

    private void end(String foundBy, Predicate<Session> which) {
        Map<String, ? extends Session> found = rows.findByPrincipalName(foundBy);
        found.forEach((id, session) -> {
            if (which.test(session)) {
                rows.deleteById(id);
            }
        });
    }

    private static boolean hadBegun(Session session, Instant at) {
        return whose(session).filter(person -> person.since().isAfter(at)).isEmpty();
    }

    /** Removes those that have ended by themselves. */
    public void sweep() {
        rows.cleanUpExpiredSessions();
    }

    /**
     * Whose a session is, Segl's own id and not the name that the login has for them, and which
     * login it is.
     */
    private static Map<String, String> found(Session session, SessionKey key) {
        return whose(session)
                .map(person ->
                        Map.of(
                                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                                person.person() + login(person, key)))
                .orElse(Map.of());
    }

    private static String login(LoggedIn person, SessionKey key) {
        @Nullable String sid = person.getIdToken().getClaimAsString("sid");
        return sid == null || sid.isEmpty()
                ? ""
                : " " + name(key, String.valueOf(person.getIdToken().getIssuer()), sid);
    }

    private static String name(SessionKey key, String issuer, String sid) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.login(issuer, sid));
    }

    private static Optional<LoggedIn> whose(Session session) {
        Object context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known
                        && known.getAuthentication() != null
                        && known.getAuthentication().getPrincipal() instanceof LoggedIn person
                ? Optional.of(person)
                : Optional.empty();
    }
}
