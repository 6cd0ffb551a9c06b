package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.connect.printer.Printer;
import no.segl.app.connect.printer.SftpPrinter;
import no.segl.app.connect.printer.SftpSettings;
import no.segl.app.office.Ids;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.office.Typesetter;
import no.segl.app.store.Changes;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DueWork;
import no.segl.app.store.Ledger;
import no.segl.app.store.Postage;
import no.segl.app.store.Recipients;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.work.Looks;
import no.segl.app.work.Prints;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Withdrawing;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.register.Address;
import no.segl.proof.printer.SftpHouse;
import no.segl.proof.printer.SshKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter that nobody can open, a sender that allows paper, and a printing house. */
final class PaperWorld implements AutoCloseable {

    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");
    private static final Address TO = new Address(List.of("Postboks 12"), "6800", "Førde", "NO");
    private static final Address BACK = new Address(List.of("Storgata 1"), "6801", "Førde", "NO");

    final RunningSegl segl;
    final SftpHouse house;
    final SftpPrinter printer;
    final LetterId letter;
    final OrgNumber sender;
    Instant now;

    PaperWorld(Path folder) throws Exception {
        segl = new RunningSegl(folder);
        now = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20));
        KeyPair own = SshKeys.pair();
        Path key = folder.resolve("key.pem");
        SshKeys.write(own, key);
        house = new SftpHouse(folder.resolve("house"), SshKeys.pair(), own);
        printer =
                new SftpPrinter(
                        new SftpSettings(
                                "127.0.0.1",
                                house.port(),
                                "segl",
                                house.hostKey(),
                                key,
                                "/",
                                Duration.ofSeconds(20)));
        letter =
                jdbc().sql("SELECT id FROM letter WHERE recipient = ?")
                        .param(LAW_FIRM.value())
                        .query((rs, _) -> new LetterId(rs.getObject(1, UUID.class)))
                        .single();
        sender =
                jdbc().sql("SELECT sender FROM letter WHERE id = ?")
                        .param(letter.value())
                        .query((rs, _) -> new OrgNumber(rs.getString(1)))
                        .single();
        postage().enter(LAW_FIRM, TO);
        postage().enter(sender, BACK);
        postage().allow(sender, Optional.of(Route.PRINTER));
    }

    /** Day by day, until its plan has come to paper. */
    void untilPrint() {
        for (int day = 0; day < 35 && !facts().contains("PrintOrdered"); day++) {
            now = now.plus(Duration.ofDays(1));
            looks();
        }
    }

    void looks() {
        new Looks(
                        segl.server.part(DueWork.class),
                        segl.server.part(Changes.class),
                        situations(),
                        segl.server.part(Recipients.class),
                        () -> now)
                .run();
    }

    void prints() {
        new Prints(parts(Optional.of(printer))).run();
    }

    Prints.Parts parts(Optional<Printer> with) {
        return new Prints.Parts(
                segl.server.part(DuePrints.class),
                segl.server.part(Changes.class),
                situations(),
                segl.server.part(Typesetter.class),
                with,
                segl.server.part(Troubles.class),
                () -> now);
    }

    private Situations situations() {
        return new Situations(jdbc(), segl.server.part(Ids.class)::uuid, true);
    }

    void open() {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", "advokat", "Prøve");
        String category =
                jdbc().sql("SELECT category FROM letter WHERE id = ?")
                        .param(letter.value())
                        .query(String.class)
                        .single();
        registrar.give(person, LAW_FIRM, Power.READ, Optional.of(new Category(category)));
        PostOffice office = segl.office(() -> now);
        office.open(letter, person, Level.HIGH);
        assertThat(state()).isEqualTo("OPENED");
    }

    void withdraw() {
        segl.office(() -> now)
                .withdraw(
                        letter,
                        Withdrawing.Reason.WRONG_RECIPIENT,
                        new Actor.Machine(sender, "case-system"),
                        _ -> new Clearance.Cleared(new Right("client", "case-system")));
    }

    String receipt(PrintJobId job, String event) {
        return """
        {"version": 1, "job": "%s", "event": "%s", "at": "%s"}
        """
                .formatted(job, event, now);
    }

    List<String> facts() {
        return factsOf(letter);
    }

    List<String> factsOf(LetterId one) {
        return segl.server.part(Ledger.class).of(one, 0, 1000).stream().map(Entry::type).toList();
    }

    String state() {
        return jdbc().sql("SELECT state FROM letter WHERE id = ?")
                .param(letter.value())
                .query(String.class)
                .single();
    }

    String job() {
        return jdbc().sql("SELECT state FROM print_job WHERE letter = ?")
                .param(letter.value())
                .query(String.class)
                .single();
    }

    PrintJobId jobId() {
        return jdbc().sql("SELECT id FROM print_job WHERE letter = ?")
                .param(letter.value())
                .query((rs, _) -> new PrintJobId(rs.getObject(1, UUID.class)))
                .single();
    }

    List<String> cases() {
        return jdbc().sql(
                        "SELECT reason FROM matter WHERE letter = ? AND side = 'SENDER' AND closed_at IS NULL")
                .param(letter.value())
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    Postage postage() {
        return segl.server.part(Postage.class);
    }

    JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }

    /** The recipient has no address any more. */
    void addressIsGone() {
        jdbc().sql(
                        """
                        UPDATE unit SET post_city = NULL, post_lines = NULL, post_code = NULL,
                               post_country = NULL
                         WHERE number = ?
                        """)
                .param(LAW_FIRM.value())
                .update();
    }

    /** It has one again. */
    void addressIsMended() {
        postage().enter(LAW_FIRM, TO);
    }

    @Override
    public void close() throws IOException {
        printer.close();
        house.close();
        segl.close();
    }
}
