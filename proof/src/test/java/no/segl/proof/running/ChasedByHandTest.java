package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.segl.app.office.Access;
import no.segl.app.office.Bookmarks;
import no.segl.app.office.CallDesk;
import no.segl.app.office.Chaser;
import no.segl.app.office.Chaser.Deed;
import no.segl.app.office.Chaser.Outcome;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Postage;
import no.segl.app.store.Situations;
import no.segl.core.access.Power;
import no.segl.core.deadline.Calling;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Case;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintOrder.Route;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do for a letter that nobody opens, and that nobody undoes what another has done. */
class ChasedByHandTest {

    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");
    private static final Deed REMIND = new Deed.Remind();
    private static final Deed PAPER = new Deed.ToPaper();
    private static final Deed SETTLE = new Deed.Settle(Settling.Reason.TOLD_IN_PERSON);

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private Instant now;
    private PersonId sender;
    private PersonId overseer;
    private PersonId stranger;
    private LetterId letter;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20)));
        segl.looks(() -> now).run();
        // So that to remind of a letter is not to say again what was said a moment ago.
        jdbc().sql("UPDATE notice SET state = 'FAILED', next_attempt_at = NULL").update();
        sender = person("sender", Optional.of(Power.SEND));
        overseer = person("overseer", Optional.of(Power.OVERSEE));
        stranger = person("stranger", Optional.empty());
        letter =
                jdbc().sql(
                                """
                                SELECT id FROM letter
                                 WHERE sender = ? AND recipient = ? AND state = 'AVAILABLE' LIMIT 1
                                """)
                        .param(POLICE.value())
                        .param(LAW_FIRM.value())
                        .query((rs, _) -> new LetterId(rs.getObject(1, UUID.class)))
                        .single();
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void whatWouldComeOfItIsToldAndNotWritten() {
        long before = entries();
        assertThat(rehearse(REMIND, overseer)).contains(Outcome.ADMINISTRATORS_TOLD);
        assertThat(rehearse(SETTLE, sender)).contains(Outcome.SETTLED);
        assertThat(rehearse(SETTLE, overseer)).contains(Outcome.REFUSED);
        assertThat(rehearse(REMIND, stranger)).contains(Outcome.REFUSED);
        assertThat(rehearse(PAPER, sender)).contains(Outcome.NO_ROUTE);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aReminderIsSentOnceADayWhoeverAsks() {
        assertThat(act(REMIND, overseer)).contains(Outcome.ADMINISTRATORS_TOLD);
        assertThat(act(REMIND, sender)).contains(Outcome.TOLD_LATELY);
        now = now.plus(Duration.ofHours(25));
        assertThat(act(REMIND, sender)).contains(Outcome.ADMINISTRATORS_TOLD);
        assertThat(chaser().act(letter, Side.RECIPIENT, PAPER, sender)).contains(Outcome.REFUSED);
    }

    @Test
    void paperIsOrderedOnceAndWhatIsSettledStaysSo() {
        segl.server.part(Postage.class).allow(POLICE, Optional.of(Route.BY_HAND));
        assertThat(act(PAPER, overseer)).contains(Outcome.REFUSED);
        assertThat(act(PAPER, sender)).contains(Outcome.ORDERED);
        assertThat(act(PAPER, sender)).contains(Outcome.UNDER_WAY);
        assertThat(act(SETTLE, sender)).contains(Outcome.SETTLED);
        assertThat(act(SETTLE, sender)).contains(Outcome.CLOSED);
        assertThat(act(REMIND, sender)).contains(Outcome.CLOSED);
    }

    @Test
    void aCallIsTheCallersAndASecondIsWrittenBesideIt() {
        Instant until = now.plus(Duration.ofDays(3));
        assertThat(call(overseer, Markers.TITLE, until, seen())).contains(Calling.Reply.NOTED);
        Cases.Row made = cases().getFirst();
        assertThat(made.matter().owner()).contains(overseer);
        assertThat(made.matter().due()).isEqualTo(until);
        assertThat(call(sender, "Ringte også.", until.plus(Duration.ofDays(2)), seen()))
                .contains(Calling.Reply.ONLY_WRITTEN);
        Cases.Row after = cases().getFirst();
        assertThat(after.matter().owner()).contains(overseer);
        assertThat(after.matter().due()).isEqualTo(until);
        assertThat(segl.server.part(Cases.class).comments(made.matter().id())).hasSize(2);
        assertThat(
                        count(
                                "SELECT count(*) FROM ledger_entry WHERE fact::text LIKE '%"
                                        + Markers.TITLE
                                        + "%'"))
                .as("what was said is not in the ledger")
                .isZero();
        assertThat(call(stranger, "Hei.", until, Map.of())).contains(Calling.Reply.REFUSED);
    }

    @Test
    void questionsAreKeptForOneselfOrForTheUnit() {
        Bookmarks bookmarks = segl.server.part(Bookmarks.class);
        Set<OrgNumber> police = Set.of(POLICE);
        assertThat(keep(sender, Optional.empty(), "Mandag", "uåpnet"))
                .isEqualTo(Bookmarks.Reply.DONE);
        assertThat(keep(sender, Optional.empty(), "mandag", "uåpnet > 7 dager"))
                .as("in the place of the other")
                .isEqualTo(Bookmarks.Reply.DONE);
        assertThat(bookmarks.of(sender, Side.SENDER, police)).hasSize(1);
        assertThat(bookmarks.of(overseer, Side.SENDER, police)).isEmpty();
        assertThat(keep(sender, Optional.of(POLICE), "Felles", "oppfølging"))
                .isEqualTo(Bookmarks.Reply.DONE);
        assertThat(keep(overseer, Optional.of(POLICE), "felles", "uåpnet"))
                .isEqualTo(Bookmarks.Reply.NAME_TAKEN);
        assertThat(keep(stranger, Optional.of(POLICE), "Mitt", "uåpnet"))
                .isEqualTo(Bookmarks.Reply.REFUSED);
        assertThat(keep(sender, Optional.empty(), "Sak", "uåpnet 218599 50032"))
                .isEqualTo(Bookmarks.Reply.PERSONS_NUMBER);
        assertThat(keep(sender, Optional.empty(), " ", "uåpnet"))
                .isEqualTo(Bookmarks.Reply.BAD_NAME);
        UUID shared = bookmarks.of(overseer, Side.SENDER, police).getFirst().id();
        assertThat(bookmarks.remove(stranger, Side.SENDER, Set.of(), shared))
                .isEqualTo(Bookmarks.Reply.REFUSED);
        assertThat(bookmarks.remove(overseer, Side.SENDER, police, shared))
                .isEqualTo(Bookmarks.Reply.DONE);
        assertThat(bookmarks.of(sender, Side.SENDER, police)).hasSize(1);
    }

    private Bookmarks.Reply keep(
            PersonId by, Optional<OrgNumber> unit, String name, String question) {
        return segl.server.part(Bookmarks.class).keep(by, Side.SENDER, unit, name, question, "");
    }

    private Optional<Calling.Reply> call(
            PersonId by, String text, Instant until, Map<UUID, Integer> seen) {
        return new CallDesk(
                        segl.server.part(Changes.class),
                        segl.server.part(Cases.class),
                        segl.server.part(Access.class),
                        segl.server.part(Ids.class),
                        () -> now)
                .note(letter, new Calling.Call(by, text, Matter.Wait.ANSWER_EXPECTED, until), seen);
    }

    private Map<UUID, Integer> seen() {
        return cases().stream()
                .map(Cases.Row::matter)
                .collect(Collectors.toMap(Case::id, Case::version));
    }

    private List<Cases.Row> cases() {
        return segl.server.part(Cases.class).of(List.of(letter), Side.SENDER);
    }

    private Optional<Outcome> act(Deed deed, PersonId by) {
        return chaser().act(letter, Side.SENDER, deed, by);
    }

    private Optional<Outcome> rehearse(Deed deed, PersonId by) {
        return chaser().rehearse(letter, Side.SENDER, deed, by);
    }

    private Chaser chaser() {
        return new Chaser(
                segl.server.part(Changes.class),
                segl.server.part(Situations.class),
                segl.server.part(Access.class),
                segl.server.part(Ids.class),
                () -> now);
    }

    private PersonId person(String subject, Optional<Power> power) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", subject, "Prøve " + subject);
        power.ifPresent(p -> registrar.give(person, POLICE, p, Optional.empty()));
        return person;
    }

    private long entries() {
        return count(
                "SELECT count(*) FROM ledger_entry WHERE subject = 'letter:"
                        + letter
                        + "' AND actor_kind = 'person'");
    }

    private long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
