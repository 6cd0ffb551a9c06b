package no.segl.app.store;

import static no.segl.app.store.Columns.uuid;

import java.util.Optional;
import java.util.UUID;
import no.segl.app.vault.ObjectName;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ties the database to its vault: a random id that both hold. */
public final class Bond {

    private final JdbcClient jdbc;

    public Bond(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id; empty if the database was never tied to a vault. */
    public Optional<UUID> id() {
        return jdbc.sql("SELECT id FROM bond").query((rs, _) -> uuid(rs, "id")).optional();
    }

    /**
     * Ties the database, unless it is tied already: of several nodes that do so at once, one is
     * first, and all get what that one proposed.
     *
     * @return the id that it has now
     */
    public UUID give(UUID proposed) {
        jdbc.sql("INSERT INTO bond (id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(proposed)
                .update();
        return id().orElseThrow();
    }

    /** Whether the database names anything that lies sealed in its vault. */
    public boolean knowsContent() {
        return Database.holdsSealed(jdbc);
    }

    /** A document of the newest letter that can be read: what must lie in its vault, if any. */
    public Optional<ObjectName> newest() {
        return jdbc.sql(
                        """
                        SELECT d.letter, d.id FROM letter_key k JOIN document d ON d.letter = k.letter
                         ORDER BY k.letter DESC LIMIT 1
                        """)
                .query((rs, _) ->
                        ObjectName.of(
                                new LetterId(uuid(rs, "letter")), new DocumentId(uuid(rs, "id"))))
                .optional();
    }
}
