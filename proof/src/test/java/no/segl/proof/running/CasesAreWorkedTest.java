package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.office.Access;
import no.segl.app.office.Addresses;
import no.segl.app.office.Administration;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.Grants;
import no.segl.app.store.Situations;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Casework.Reply;
import no.segl.core.letter.Language;
import no.segl.core.letter.Matter.Outcome;
import no.segl.core.letter.Matter.Wait;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Settling;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases over days: taken, put off, raised again, given back and closed, and never ownerless. */
class CasesAreWorkedTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private Instant now;
    private PersonId one;
    private PersonId other;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20)));
        one = sender("one");
        other = sender("other");
        segl.looks(() -> now).run();
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void twoWhoWorkOneCaseDoNotUndoEachOther() {
        UUID matter = atSender("NOBODY_CAN_OPEN");
        assertThat(followUp().assign(matter, 0, one, one)).contains(Reply.DONE);
        assertThat(followUp().assign(matter, 0, other, other)).contains(Reply.CHANGED);
        assertThat(followUp().comment(matter, other, Markers.TITLE)).contains(Reply.DONE);
        assertThat(cases().comments(matter))
                .extracting(Cases.Comment::text)
                .containsExactly(Markers.TITLE);
        assertThat(
                        count(
                                "SELECT count(*) FROM ledger_entry WHERE fact::text LIKE '%"
                                        + Markers.TITLE
                                        + "%'"))
                .as("what was written is not in the ledger")
                .isZero();
        assertThat(followUp().close(matter, 2, one, Outcome.RECIPIENT_TOLD))
                .as("while nobody can open it, it needs a person")
                .contains(Reply.STILL_SO);
        reader();
        assertThat(followUp().close(matter, 2, one, Outcome.RECIPIENT_TOLD)).contains(Reply.DONE);
        assertThat(letterState(matter)).as("only the case is closed").isEqualTo("AVAILABLE");
    }

    @Test
    void aCaseThatNobodyClosesIsRaisedAgainAndItsOwnerTold() {
        UUID matter = atSender("NOBODY_CAN_OPEN");
        followUp().assign(matter, 0, one, one);
        Instant until = now.plus(Duration.ofDays(10));
        assertThat(followUp().snooze(matter, 1, one, Wait.ANSWER_EXPECTED, until))
                .contains(Reply.DONE);
        now = now.plus(Duration.ofDays(9));
        sweep();
        assertThat(told(one)).as("put off is put off").isZero();
        now = until;
        sweep();
        sweep();
        assertThat(told(one)).as("once for each time it is due").isEqualTo(1);
        Cases.Row row = cases().find(matter).orElseThrow();
        assertThat(row.overdue()).isEqualTo(1);
        assertThat(row.matter().due()).isEqualTo(until.plus(Duration.ofDays(3)));
    }

    @Test
    void whoeverLosesTheRightLosesTheCase() {
        UUID matter = atSender("NOBODY_CAN_OPEN");
        followUp().assign(matter, 0, one, one);
        PersonId administrator = person("administrator");
        registrar().give(administrator, POLICE, Power.ADMINISTER, Optional.empty());
        UUID grant = segl.server.part(Grants.class).of(one).getFirst().id();
        segl.server.part(Administration.class).end(administrator, grant);
        sweep();
        assertThat(cases().find(matter).orElseThrow().matter().owner()).isEmpty();
        assertThat(count("SELECT count(*) FROM ledger_entry WHERE type = 'CaseReturned'"))
                .isEqualTo(1);
        assertThat(followUp().comment(matter, one, "for sent")).contains(Reply.REFUSED);
    }

    @Test
    void whatResolvesACaseClosesIt() {
        UUID matter = atSender("NOBODY_CAN_OPEN");
        reader();
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
        segl.looks(() -> now).run();
        assertThat(cases().find(matter).orElseThrow().closedHow()).contains("CaseResolved");
        assertThat(cases().find(matter).orElseThrow().matter().closed()).isTrue();
    }

    @Test
    void settlingALetterClosesItsCasesAndIsForWhoSends() throws Exception {
        UUID matter = atSender("NOBODY_CAN_OPEN");
        PersonId overseer = person("overseer");
        registrar().give(overseer, POLICE, Power.OVERSEE, Optional.empty());
        assertThat(followUp().settle(matter, overseer, Settling.Reason.TOLD_IN_PERSON))
                .contains(Settling.Reply.REFUSED);
        assertThat(followUp().settle(matter, one, Settling.Reason.TOLD_IN_PERSON))
                .contains(Settling.Reply.SETTLED);
        assertThat(letterState(matter)).isEqualTo("SETTLED");
        assertThat(cases().find(matter).orElseThrow().closedHow()).contains("LetterSettled");
        HttpResponse<String> late =
                segl.post(
                        "/api/v1/letters/" + letterOf(matter) + "/withdrawal",
                        segl.token("vestfjord-politi-sak"),
                        "late",
                        "application/json",
                        "{\"reason\": \"NOT_NEEDED\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(late.statusCode()).as("settled is not taken back").isEqualTo(409);
        assertThat(late.body()).contains("letter-closed");
        assertThat(letterState(matter)).isEqualTo("SETTLED");
    }

    @Test
    void onePoisonedCaseStopsNoOther() {
        long open = count("SELECT count(*) FROM matter WHERE closed_at IS NULL");
        assertThat(open).isPositive();
        jdbc().sql(
                        """
                        INSERT INTO matter (id, letter, reason, side, unit, raised_at, due_at)
                        SELECT gen_random_uuid(), id, 'NO_SUCH_REASON', 'SENDER', sender, ?, ?
                          FROM letter WHERE id NOT IN (SELECT letter FROM matter) LIMIT 1
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        now = now.plus(Duration.ofDays(4));
        sweep();
        assertThat(count("SELECT count(*) FROM matter WHERE overdue = 1"))
                .as("all but the poisoned one, which was due first")
                .isEqualTo(open);
    }

    @Test
    void aNewAddressMakesNoticesTryAgain() {
        LetterId letter = letterOf(atSender("NOBODY_CAN_OPEN"));
        PersonId administrator = person("administrator");
        registrar().give(administrator, LAW_FIRM, Power.ADMINISTER, Optional.empty());
        jdbc().sql("UPDATE notice SET state = 'FAILED', next_attempt_at = NULL WHERE letter = ?")
                .param(letter.value())
                .update();
        Notice.To firm = new Notice.To.Unit(LAW_FIRM);
        jdbc().sql("DELETE FROM contact WHERE addressee = ?").param(firm.code()).update();
        Addresses addresses = segl.server.part(Addresses.class);
        assertThat(
                        addresses.enter(
                                one,
                                firm,
                                Notice.Channel.EMAIL,
                                "post@example.com",
                                Language.NB,
                                Optional.empty()))
                .isEqualTo(Addresses.Reply.REFUSED);
        assertThat(
                        addresses.enter(
                                administrator,
                                firm,
                                Notice.Channel.EMAIL,
                                "post@example.com",
                                Language.NB,
                                Optional.empty()))
                .isEqualTo(Addresses.Reply.DONE);
        assertThat(segl.server.part(Contacts.class).reach(firm)).hasSize(1);
        assertThat(
                        count(
                                "SELECT count(*) FROM notice WHERE state = 'ORDERED' AND letter = '"
                                        + letter
                                        + "'"))
                .isPositive();
    }

    private void reader() {
        PersonId reader = person("reader");
        registrar().give(reader, LAW_FIRM, Power.READ, Optional.of(new Category("POLICE_JUSTICE")));
    }

    private PersonId person(String subject) {
        return registrar().enter("https://login.example", subject, "Prøve " + subject);
    }

    private PersonId sender(String subject) {
        PersonId person = person(subject);
        registrar().give(person, POLICE, Power.SEND, Optional.empty());
        return person;
    }

    private UUID atSender(String reason) {
        return jdbc().sql(
                        """
                        SELECT m.id FROM matter m JOIN letter l ON l.id = m.letter
                         WHERE m.reason = ? AND m.side = 'SENDER' AND l.recipient = ?
                        """)
                .param(reason)
                .param(LAW_FIRM.value())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private LetterId letterOf(UUID matter) {
        return cases().find(matter).orElseThrow().letter();
    }

    private String letterState(UUID matter) {
        return cases().find(matter).orElseThrow().state().name();
    }

    private long told(PersonId person) {
        return count(
                "SELECT count(*) FROM notice WHERE kind = 'CASE_WAITING' AND addressee = 'person:"
                        + person
                        + "'");
    }

    private void sweep() {
        segl.cases(() -> now).run();
    }

    private FollowUp followUp() {
        return new FollowUp(
                segl.server.part(Changes.class),
                cases(),
                segl.server.part(Situations.class),
                segl.server.part(Access.class),
                segl.server.part(Ids.class),
                () -> now);
    }

    private Cases cases() {
        return segl.server.part(Cases.class);
    }

    private Registrar registrar() {
        return segl.server.part(Registrar.class);
    }

    private long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
