package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.command.LedgerCommands;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeysetFile;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds everything that is in Segl to what was ever sent, and to what Segl promises. */
record Audit(Trial trial) {

    /** Each of these counts what may not be: none of it. */
    private static final Map<String, String> FAULTS =
            Map.of(
                    "letters that are neither closed nor have a next look",
                    """
                    SELECT count(*) FROM letter
                     WHERE state NOT IN ('OPENED', 'WITHDRAWN')
                       AND (next_look_at IS NULL OR next_look_reason IS NULL
                            OR next_look_owner IS NULL)
                    """,
                    "letters whose key is not there just as long as their content",
                    """
                    SELECT count(*) FROM letter l LEFT JOIN letter_key k ON k.letter = l.id
                     WHERE (k.letter IS NULL) <> (l.destroyed_at IS NOT NULL)
                    """,
                    "letters without a document, and dispatches without a letter",
                    """
                    SELECT (SELECT count(*) FROM letter l
                             WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.letter = l.id))
                         + (SELECT count(*) FROM dispatch d
                             WHERE NOT EXISTS (SELECT 1 FROM letter l WHERE l.dispatch = d.id))
                    """,
                    "letters of which the ledger says something else than the letter",
                    """
                    WITH told AS (
                        SELECT subject,
                               count(*) FILTER (WHERE type = 'LetterAccepted') AS accepted,
                               count(*) FILTER (WHERE type = 'LetterAvailable') AS available,
                               count(*) FILTER (WHERE type = 'LetterOpened') AS opened,
                               count(*) FILTER (WHERE type = 'LetterLookedAt') AS looks,
                               count(*) FILTER (WHERE type = 'LetterWithdrawn') AS withdrawn,
                               count(*) FILTER (WHERE type = 'ContentDestroyed') AS destroyed
                          FROM ledger_entry WHERE subject LIKE 'letter:%' GROUP BY subject)
                    SELECT count(*) FROM letter l FULL JOIN told t ON t.subject = 'letter:' || l.id
                     WHERE l.id IS NULL OR t.subject IS NULL
                        OR t.accepted <> 1 OR t.available <> 1 OR (l.state = 'AVAILABLE' AND t.looks <> l.looks)
                        OR t.opened <> (l.opened_at IS NOT NULL)::int
                        OR t.withdrawn <> (l.state = 'WITHDRAWN')::int
                        OR t.destroyed <> (l.destroyed_at IS NOT NULL)::int
                    """);

    /** Looks at all of it. */
    void all() throws IOException {
        trial.asking(jdbc -> {
            FAULTS.forEach((what, sql) -> assertThat(Trial.count(jdbc, sql)).as(what).isZero());
            everyOrderIsThereOnce(jdbc);
            return true;
        });
        everyDocumentOpens();
        theVaultHoldsNothingHalf();
        theLedgerVerifies();
    }

    private void everyOrderIsThereOnce(JdbcClient jdbc) {
        Map<String, List<String>> expected = new HashMap<>();
        for (Order order : trial.sender().orders()) {
            for (String recipient : List.of(Order.WITH_READER, Order.WITHOUT_READER)) {
                order.digests()
                        .forEach(d ->
                                expected.computeIfAbsent(order.key(), _ -> new ArrayList<>())
                                        .add(recipient + " " + d));
            }
        }
        Map<String, List<String>> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT p.idempotency_key, l.recipient, encode(d.sha256, 'hex') AS sha256
                          FROM dispatch p JOIN letter l ON l.dispatch = p.id
                          JOIN document d ON d.letter = l.id
                         ORDER BY p.id, l.recipient, d.position
                        """)
                .query(rs -> {
                    found.computeIfAbsent(rs.getString("idempotency_key"), _ -> new ArrayList<>())
                            .add(rs.getString("recipient") + " " + rs.getString("sha256"));
                });
        assertThat(found).as("what was sent, each once").isEqualTo(expected);
        assertThat(Trial.count(jdbc, "SELECT count(*) FROM dispatch"))
                .as("dispatches")
                .isEqualTo(expected.size());
    }

    /** A document as it should be. */
    private record Sealed(LetterId letter, DocumentId document, String sha256, WrappedKey key) {
        ObjectName name() {
            return ObjectName.of(letter, document);
        }
    }

    private List<Sealed> sealed() throws IOException {
        return trial.asking(jdbc ->
                jdbc.sql(
                                """
                                SELECT d.letter, d.id, encode(d.sha256, 'hex') AS sha256,
                                       k.key_id, k.wrapped
                                  FROM document d JOIN letter_key k ON k.letter = d.letter
                                """)
                        .query((rs, _) ->
                                new Sealed(
                                        new LetterId(rs.getObject("letter", UUID.class)),
                                        new DocumentId(rs.getObject("id", UUID.class)),
                                        rs.getString("sha256"),
                                        new WrappedKey(
                                                rs.getString("key_id"), rs.getBytes("wrapped"))))
                        .list());
    }

    private void everyDocumentOpens() throws IOException {
        KeysetFile keyset =
                KeysetFile.open(trial.place().keys().resolve("vault-keyset.json"), false);
        Sealer sealer = new Sealer(new FileVault(trial.place().vault()));
        for (Sealed sealed : sealed()) {
            try (DataKey key = keyset.unwrap(sealed.key(), Folder.of(sealed.letter()));
                    var in = Channels.newInputStream(sealer.open(key, sealed.name()))) {
                assertThat(Digest.of(in.readAllBytes()).hex()).isEqualTo(sealed.sha256());
            }
        }
    }

    /**
     * Whatever a letter has in the vault is as long as something that was sent, though it may
     * belong to nobody: then its key is gone, and its length is all that can be known of it.
     */
    private void theVaultHoldsNothingHalf() throws IOException {
        Set<Long> whole = new HashSet<>();
        trial.sender().orders().stream()
                .flatMap(order -> order.documents().stream())
                .forEach(document -> whole.add(Sealer.cipherSize(document.length)));
        try (Stream<Vault.Stored> stored = new FileVault(trial.place().vault()).list()) {
            assertThat(stored.filter(s -> s.name().folder() instanceof Folder.OfLetter))
                    .as("objects of letters")
                    .allMatch(s -> whole.contains(s.size()));
        }
    }

    private List<ObjectName> names() throws IOException {
        try (Stream<Vault.Stored> stored = new FileVault(trial.place().vault()).list()) {
            return stored.map(Vault.Stored::name).toList();
        }
    }

    /**
     * How much lies in the vault that belongs to nobody, and how much that was left half written.
     */
    int orphans() throws IOException {
        Set<ObjectName> owned = new HashSet<>();
        sealed().forEach(s -> owned.add(s.name()));
        trial.asking(jdbc -> {
            jdbc.sql("SELECT upload, start, writer FROM upload_piece")
                    .query(rs -> {
                        owned.add(
                                ObjectName.of(
                                        new no.segl.core.id.UploadId(
                                                rs.getObject("upload", UUID.class)),
                                        rs.getLong("start"),
                                        Optional.ofNullable(rs.getObject("writer", UUID.class))));
                    });
            return true;
        });
        long unowned = names().stream().filter(name -> !owned.contains(name)).count();
        try (Stream<Path> parts = Files.list(trial.place().vault().resolve("incoming"))) {
            return (int) (unowned + parts.count());
        }
    }

    private void theLedgerVerifies() throws IOException {
        Path file = Files.createTempDirectory(trial.place().path(), "export").resolve("ledger");
        StringWriter said = new StringWriter();
        var commands = LedgerCommands.of(RunningSegl.CLOCK);
        commands.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        String data = trial.place().path().toString();
        assertThat(commands.execute("export", "--data", data, file.toString()))
                .as(said.toString())
                .isZero();
        Optional<Path> key =
                Optional.of(trial.place().keys().resolve("ledger-ed25519.pub.pem"))
                        .filter(Files::exists);
        assertThat(commands.execute("verify", "--keys", key.orElseThrow().toString(), file + ""))
                .as(said.toString())
                .isZero();
        Files.delete(file);
        Files.delete(file.getParent());
    }
}
