package no.segl.app;

import java.util.HexFormat;
import java.util.UUID;
import no.segl.app.vault.WrappedKey;
import no.segl.app.wiring.Store;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;

/** The rows of letters that nobody sent, for tests of what only looks at rows. */
public final class Rows {

    private Rows() {}

    /** Empties what the application wrote, but for the ledger. */
    public static void clear(Store store) throws Exception {
        Superuser.run(store, "TRUNCATE bond, known_key, unit, upload CASCADE");
    }

    /** Puts in a letter of one document. */
    public static void letter(Store store, LetterId letter, DocumentId document, WrappedKey key)
            throws Exception {
        Superuser.run(
                store,
                """
                INSERT INTO unit (number, name, kind) VALUES ('310000027', 'x', 'MAIN_UNIT')
                    ON CONFLICT DO NOTHING;
                INSERT INTO dispatch (id, sender, idempotency_key, content_digest, sent_at, title)
                    VALUES ('%1$s', '310000027', '%2$s', '', now(), 'x');
                INSERT INTO letter (id, dispatch, sender, recipient, category, language, state,
                                    accepted_at, rules, next_look_at, next_look_reason,
                                    next_look_owner)
                    VALUES ('%1$s', '%1$s', '310000027', '310000027', 'GENERAL', 'nb', 'ACCEPTED',
                            now(), 1, now(), 'NOT_AVAILABLE', 'OPERATOR');
                INSERT INTO document (letter, id, position, name, media_type, size, sha256)
                    VALUES ('%1$s', '%3$s', 0, 'x', 'x', 1, '');
                INSERT INTO letter_key (letter, key_id, wrapped)
                    VALUES ('%1$s', '%4$s', decode('%5$s', 'hex'))
                """
                        .formatted(
                                letter,
                                UUID.randomUUID(),
                                document,
                                key.keyId(),
                                HexFormat.of().formatHex(key.bytes())));
    }
}
