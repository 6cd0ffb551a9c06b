package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.ExportId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that take a while to make, from when they are asked for until they are thrown away. They
 * belong to no letter; that one was handed out is for the ledger, and not for here.
 */
public final class ExportRows {

    private final JdbcClient jdbc;

    public ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a file has come. */
    public enum State {
        WAITING,
        RUNNING,
        READY,
        CANCELLED,
        FAILED;

        /** Whether it is still to be made. */
        public boolean isUnderWay() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * What was asked for.
     *
     * @param person who asked, and nobody else gets it
     * @param side at which end of the letters they are
     * @param form which kind of file
     * @param language in which they are written
     * @param question which letters, as it was typed
     */
    public record Wish(
            ExportId id,
            PersonId person,
            Side side,
            String form,
            Language language,
            String question,
            Instant askedAt) {}

    /**
     * A file, as it stands.
     *
     * @param letters how many there are; empty until they are counted
     * @param written how many of them are written
     * @param units whose letters are in it
     * @param size in bytes; empty until it is whole
     * @param expires when it is thrown away
     * @param sealed where it lies and with which key it opens; empty until it is whole
     */
    public record Export(
            Wish wish,
            State state,
            OptionalLong letters,
            long written,
            Set<OrgNumber> units,
            OptionalLong size,
            Instant expires,
            Optional<Sealed> sealed) {}

    /** Which attempt made it, and the key that seals it, wrapped. */
    public record Sealed(UUID attempt, WrappedKey key) {}

    /**
     * An attempt at making a file.
     *
     * @param tries how many there have been, with this one
     */
    public record Claim(Wish wish, UUID attempt, int tries) {}

    /** Takes up a wish, which is thrown away at {@code expires} whatever comes of it. */
    public void insert(Wish wish, Instant expires) {
        jdbc.sql(
                        """
                        INSERT INTO export
                            (id, person, side, form, language, question, asked_at, state, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
                        """)
                .param(wish.id().value())
                .param(wish.person().value())
                .param(wish.side().name())
                .param(wish.form())
                .param(wish.language().code())
                .param(wish.question())
                .param(at(wish.askedAt()))
                .param(at(expires))
                .update();
    }

    /** Those of one person that are not to be thrown away yet, the newest first. */
    public List<Export> of(PersonId person, Instant now) {
        return jdbc.sql(
                        """
                        SELECT * FROM export WHERE person = ? AND expires_at > ?
                         ORDER BY asked_at DESC, id DESC
                        """)
                .param(person.value())
                .param(at(now))
                .query((rs, _) -> row(rs))
                .list();
    }

    /** One of a person's own; empty if there is none, or it is somebody else's. */
    public Optional<Export> find(ExportId id, PersonId person, Instant now) {
        return jdbc.sql("SELECT * FROM export WHERE id = ? AND person = ? AND expires_at > ?")
                .param(id.value())
                .param(person.value())
                .param(at(now))
                .query((rs, _) -> row(rs))
                .optional();
    }

    /**
     * Claims the one that has waited longest, or whose maker has not been heard of.
     *
     * @param attempt the name of this attempt
     * @param until when the claim lapses unless it is {@linkplain #progress renewed}
     */
    public Optional<Claim> claim(UUID attempt, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        UPDATE export SET state = 'RUNNING', attempt = :attempt, held_until = :until,
                               tries = tries + 1, written = 0, letters = NULL
                         WHERE id = (
                            SELECT id FROM export
                             WHERE state = 'WAITING' OR (state = 'RUNNING' AND held_until < :now)
                             ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("attempt", attempt)
                .param("now", at(now))
                .param("until", at(until))
                .query((rs, _) -> new Claim(wish(rs), attempt, rs.getInt("tries")))
                .optional();
    }

    /** How many letters there will be, and of which units; false if it is not wanted any more. */
    public boolean counted(Claim claim, long letters, Collection<OrgNumber> units) {
        return mine(claim, "letters = :letters, units = :units")
                        .param("letters", letters)
                        .param("units", numbers(units))
                        .update()
                == 1;
    }

    /** How far it has come; false if it is not wanted any more, or another is at it. */
    public boolean progress(Claim claim, long written, Instant until) {
        return mine(claim, "written = :written, held_until = :until")
                        .param("written", written)
                        .param("until", at(until))
                        .update()
                == 1;
    }

    /**
     * That it is whole; false if it is not wanted any more, or another is at it.
     *
     * @param size in bytes
     */
    public boolean ready(
            Claim claim, long written, long size, WrappedKey key, Instant now, Instant expires) {
        String set =
                """
                state = 'READY', written = :written, letters = :written, size = :size, key_id = :key,
                wrapped = :wrapped, held_until = NULL, ended_at = :now, expires_at = :expires
                """;
        return mine(claim, set)
                        .param("written", written)
                        .param("size", size)
                        .param("key", key.keyId())
                        .param("wrapped", key.bytes())
                        .param("now", at(now))
                        .param("expires", at(expires))
                        .update()
                == 1;
    }

    /** Gives an attempt up: it is made again later, or not at all. */
    public boolean givenUp(Claim claim, State then, Instant now) {
        return mine(claim, "state = :then, held_until = NULL, ended_at = :now")
                        .param("then", then.name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec mine(Claim claim, String set) {
        return jdbc.sql(
                        "UPDATE export SET "
                                + set
                                + " WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'")
                .param("id", claim.wish().id().value())
                .param("attempt", claim.attempt());
    }

    /** That nobody wants it any more: whoever is at it hears so when it next says how far it is. */
    public boolean cancel(ExportId id, PersonId person, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE export SET state = 'CANCELLED', ended_at = ?, held_until = NULL
                                 WHERE id = ? AND person = ? AND state IN ('WAITING', 'RUNNING')
                                """)
                        .param(at(now))
                        .param(id.value())
                        .param(person.value())
                        .update()
                == 1;
    }

    /** Forgets one, with its key. */
    public void delete(ExportId id) {
        jdbc.sql("DELETE FROM export WHERE id = ?").param(id.value()).update();
    }

    /** Those whose time is over. */
    public List<ExportId> expired(Instant now, int limit) {
        return jdbc.sql("SELECT id FROM export WHERE expires_at <= ? ORDER BY expires_at LIMIT ?")
                .param(at(now))
                .param(limit)
                .query((rs, _) -> new ExportId(uuid(rs, "id")))
                .list();
    }

    /** Those of {@code exports} that are to be kept, or made. */
    public Set<ExportId> known(Collection<ExportId> exports) {
        UUID[] ids = exports.stream().map(ExportId::value).toArray(UUID[]::new);
        return new HashSet<>(
                jdbc.sql("SELECT id FROM export WHERE id = ANY (?)")
                        .param(ids)
                        .query((rs, _) -> new ExportId(uuid(rs, "id")))
                        .list());
    }

    private static Wish wish(ResultSet rs) throws SQLException {
        return new Wish(
                new ExportId(uuid(rs, "id")),
                new PersonId(uuid(rs, "person")),
                Side.valueOf(rs.getString("side")),
                rs.getString("form"),
                Language.parse(rs.getString("language")).orElseThrow(),
                rs.getString("question"),
                instant(rs, "asked_at"));
    }

    private static Export row(ResultSet rs) throws SQLException {
        @Nullable String key = rs.getString("key_id");
        byte @Nullable [] wrapped = rs.getBytes("wrapped");
        return new Export(
                wish(rs),
                State.valueOf(rs.getString("state")),
                number(rs, "letters"),
                rs.getLong("written"),
                Arrays.stream((String[]) rs.getArray("units").getArray())
                        .map(OrgNumber::new)
                        .collect(Collectors.toSet()),
                number(rs, "size"),
                instant(rs, "expires_at"),
                key == null || wrapped == null
                        ? Optional.empty()
                        : Optional.of(
                                new Sealed(uuid(rs, "attempt"), new WrappedKey(key, wrapped))));
    }

    private static OptionalLong number(ResultSet rs, String column) throws SQLException {
        long number = rs.getLong(column);
        return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
