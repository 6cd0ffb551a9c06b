package no.segl.app.session;

import java.time.Duration;
import java.util.Map;
import no.segl.app.login.LoggedIn;
import no.segl.core.id.PersonId;
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

    private final JdbcIndexedSessionRepository rows;

    /** The sessions that {@code rows} keeps. */
    public Sessions(JdbcIndexedSessionRepository rows) {
        this.rows = rows;
    }

    /** Makes {@code rows} keep sessions as Segl does. */
    public static JdbcIndexedSessionRepository prepared(
            JdbcIndexedSessionRepository rows, SealedAttributes attributes) {
        rows.setTableName(TABLE);
        rows.setDefaultMaxInactiveInterval(IDLE);
        rows.setCleanupCron(NEVER);
        rows.setConversionService(attributes.conversion());
        rows.setIndexResolver(Sessions::person);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(rows);
        return rows;
    }

    /** Ends every session of a person, from the next request on. */
    public void end(PersonId person) {
        rows.findByPrincipalName(person.toString()).keySet().forEach(rows::deleteById);
    }

    /** Removes those that have ended by themselves. */
    public void sweep() {
        rows.cleanUpExpiredSessions();
    }

    /** Whose a session is: Segl's own id, and not the name that the login has for them. */
    private static Map<String, String> person(Session session) {
        Object context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known
                        && known.getAuthentication() != null
                        && known.getAuthentication().getPrincipal() instanceof LoggedIn person
                ? Map.of(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                        person.person().toString())
                : Map.of();
    }
}
