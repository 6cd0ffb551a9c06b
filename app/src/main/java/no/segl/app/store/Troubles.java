package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is amiss outside of Segl, and since when: it may pass, and is an alarm when it does not. */
public final class Troubles {

    /** Of what there can be trouble. */
    public enum Name {
        /** The printing house's receipts cannot be read, taken in or put away. */
        PRINTING_HOUSE,
        /** Receipts lie set aside that could not be understood. */
        REFUSED_RECEIPTS,
        /** The relay takes e-mail from nobody, or there is none. */
        MAIL,
        /** The gateway takes text messages from nobody. */
        SMS,
        /** Enhetsregisteret does not answer, so what it says may be something else by now. */
        REGISTER,
        /** A webhook takes nothing. */
        WEBHOOK
    }

    private final JdbcClient jdbc;

    public Troubles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** There is trouble, perhaps since long. */
    public void isThere(Name name, Instant now) {
        jdbc.sql("INSERT INTO work_trouble (name, since) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(name.name())
                .param(at(now))
                .update();
    }

    /** There is none, or none any more. */
    public void isOver(Name name) {
        jdbc.sql("DELETE FROM work_trouble WHERE name = ?").param(name.name()).update();
    }

    /** Since when there has been trouble; empty if there is none. */
    public Optional<Instant> since(Name name) {
        return jdbc.sql("SELECT since FROM work_trouble WHERE name = ?")
                .param(name.name())
                .query((rs, _) -> instant(rs, "since"))
                .optional();
    }
}
