package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import no.segl.core.access.Share;
import no.segl.core.id.PersonId;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.LetterShared;
import no.segl.core.letter.LetterFact.ShareEnded;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shares as rows, as the letters' facts make and end them. */
final class ShareRows {

    private final JdbcClient jdbc;

    ShareRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what {@code fact} says of a share, if it says anything. */
    void apply(LetterFact fact, Instant now) {
        if (fact instanceof LetterShared(Share share)) {
            jdbc.sql(
                            """
                            INSERT INTO letter_share
                                (id, letter, person, documents, sealed, valid_from, valid_until,
                                 deputy_for, away_until)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(share.id())
                    .param(share.letter().value())
                    .param(share.person().value())
                    .param(share.documents())
                    .param(share.sealed())
                    .param(at(share.from()))
                    .param(at(share.until()))
                    .param(share.deputyFor().map(PersonId::value).orElse(null))
                    .param(at(share.deputyFor().flatMap(_ -> share.until())))
                    .update();
        } else if (fact instanceof ShareEnded ended) {
            jdbc.sql("UPDATE letter_share SET valid_until = ?, ended_at = ? WHERE id = ?")
                    .param(at(now))
                    .param(at(now))
                    .param(ended.share())
                    .update();
        }
    }
}
