package no.segl.app.login;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.segl.core.access.Level;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person who has logged in. Who else wants to know who it is asks for {@link #actor()}. */
public final class LoggedIn extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String person;
    private final String displayName;
    private final Instant since;
    private final Level level;
    // None in a session that began before it was kept.
    private final @Nullable ArrayList<String> leads;

    LoggedIn(
            OidcUser user,
            PersonId person,
            String displayName,
            Instant since,
            Level level,
            List<OrgNumber> leads) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.person = person.toString();
        this.displayName = displayName;
        this.since = since;
        this.level = level;
        this.leads = new ArrayList<>(leads.stream().map(OrgNumber::value).toList());
    }

    /** The person. */
    public PersonId person() {
        return PersonId.parse(person).orElseThrow();
    }

    /** What to call them on a page; never in a log. */
    public String displayName() {
        return displayName;
    }

    /** When they logged in. */
    public Instant since() {
        return since;
    }

    /** How surely their login proved who they are. */
    public Level level() {
        return level;
    }

    /** Where their login told that they hold a key role, whatever came of it. */
    public List<OrgNumber> leads() {
        return leads == null ? List.of() : leads.stream().map(OrgNumber::new).toList();
    }

    /** The person, as the ledger knows them. */
    public Actor.Person actor() {
        return new Actor.Person(person());
    }

    /** Not the claims: a principal's text tends to end in a log. */
    @Override
    public String toString() {
        return "LoggedIn[" + person + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoggedIn that && that.person.equals(person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
