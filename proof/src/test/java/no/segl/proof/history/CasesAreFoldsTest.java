package no.segl.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.office.Access;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Ledger;
import no.segl.app.store.Situations;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Matter;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case's row says what the ledger's facts of it fold to, whatever was done to it. */
class CasesAreFoldsTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    @Test
    void eachFactOfACaseIsReadBackAndLeavesItsMark() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId sender = registrar.enter("https://login.example", "sender", "Prøve");
            registrar.give(sender, POLICE, Power.SEND, Optional.empty());
            Instant now = LedgerTime.exact(RunningSegl.CLOCK.instant().plusSeconds(90));
            segl.looks(() -> now).run();
            UUID matter = atSender(segl);
            LetterId letter = cases(segl).find(matter).orElseThrow().letter();

            FollowUp followUp = followUp(segl, now);
            followUp.assign(matter, 0, sender, sender);
            followUp.comment(matter, sender, "Ringte");
            followUp.release(matter, 2, sender);
            followUp.assign(matter, 3, sender, sender);
            Instant until = now.plus(Duration.ofDays(2));
            followUp.snooze(matter, 4, sender, Matter.Wait.PERSON_AWAY, until);
            sweep(segl, until);
            PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
            registrar.give(
                    reader, LAW_FIRM, Power.READ, Optional.of(new Category("POLICE_JUSTICE")));
            followUp(segl, until).close(matter, 6, sender, Matter.Outcome.ACCESS_GIVEN);
            segl.looks(() -> until).run();

            List<Written> history = Written.all(segl.server.part(Ledger.class).of(letter, 0, 1000));
            assertThat(history)
                    .extracting(w -> w.fact().type())
                    .containsSubsequence(
                            "CaseRaised",
                            "CaseAssigned",
                            "CaseCommented",
                            "CaseReturned",
                            "CaseAssigned",
                            "CaseSnoozed",
                            "CaseOverdue",
                            "CaseClosed",
                            "CaseResolved");
            Cases.Row row = cases(segl).find(matter).orElseThrow();
            assertThat(row.matter().version()).as("each change is counted").isEqualTo(7);
            assertThat(row.matter().owner()).contains(sender);
            assertThat(row.overdue()).isEqualTo(1);
            assertThat(row.matter().due()).isEqualTo(until.plus(Duration.ofDays(3)));
            assertThat(row.closedHow()).contains("ACCESS_GIVEN");
        }
    }

    private static UUID atSender(RunningSegl segl) {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT m.id FROM matter m JOIN letter l ON l.id = m.letter
                         WHERE m.reason = 'NOBODY_CAN_OPEN' AND m.side = 'SENDER' AND l.recipient = ?
                        """)
                .param(LAW_FIRM.value())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private static Cases cases(RunningSegl segl) {
        return segl.server.part(Cases.class);
    }

    private static void sweep(RunningSegl segl, Instant now) {
        segl.cases(() -> now).run();
    }

    private static FollowUp followUp(RunningSegl segl, Instant now) {
        return new FollowUp(
                segl.server.part(Changes.class),
                cases(segl),
                segl.server.part(Situations.class),
                segl.server.part(Access.class),
                segl.server.part(Ids.class),
                () -> now);
    }
}
