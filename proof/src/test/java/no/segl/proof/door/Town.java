package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Ids;
import no.segl.app.office.PostOffice;
import no.segl.app.office.PrintRoom;
import no.segl.app.office.Registrar;
import no.segl.app.office.Sharer;
import no.segl.app.store.Changes;
import no.segl.app.store.Grants;
import no.segl.app.store.Shares;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.deadline.Looking;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Sharing;
import no.segl.core.letter.Side;
import no.segl.core.print.Ordering;
import no.segl.core.print.PrintOrder;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Segl with every caller in it, each with what makes them one, and letters to ask for. */
final class Town implements AutoCloseable {

    static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    static final OrgNumber SECTION_ABOVE = new OrgNumber("310451215");
    static final OrgNumber UNIT = new OrgNumber("310451223");
    static final OrgNumber OTHER_SECTION = new OrgNumber("310451274");
    static final OrgNumber POLICE = new OrgNumber("312780402");
    static final OrgNumber HOSPITAL = new OrgNumber("313915603");
    static final String POLICE_CLIENT = "vestfjord-politi-sak";
    static final Category CATEGORY = new Category("CHILD_WELFARE");

    /** A dispatch of one letter, whose title and document are marked. */
    static final String DISPATCH =
            """
            {"sender": "%s", "recipients": ["%s"], "category": "%s", "title": "%s"}
            """
                    .formatted(POLICE, UNIT, CATEGORY.code(), Markers.TITLE);

    private static final JsonMapper JSON = new JsonMapper();

    final RunningSegl segl;
    private final Map<Caller, PersonId> persons = new EnumMap<>(Caller.class);
    private final AtomicInteger met = new AtomicInteger();

    /** The same with a second document, which is sealed. */
    private static final String SEALED =
            DISPATCH.strip()
                    .replaceFirst(
                            "}$",
                            """
                            , "references": {"caseWorker": "Prøve Saksbehandler"},
                            "documents": [{"part": "file"}, {"part": "sealed", "sealed": true}]}
                            """);

    /** A letter that was sent, its dispatch, its document, and the one that is sealed. */
    record Letter(LetterId id, String dispatch, String document, String sealed) {}

    Town(Path folder) throws Exception {
        segl = new RunningSegl(folder, RunningSegl.CLOCK, Townspeople.world());
        Registrar registrar = segl.server.part(Registrar.class);
        for (Caller caller : Caller.values()) {
            if (caller.isPerson()) {
                persons.put(
                        caller,
                        registrar.enter(
                                segl.issuer.loginIssuer().toString(),
                                caller.subject(),
                                Townspeople.name(caller)));
            }
        }
        new GivenAccess(this).give();
    }

    <T> T part(Class<T> type) {
        return segl.server.part(type);
    }

    /** The case that a letter is at its sender since somebody said that it is not for them. */
    UUID matter(LetterId letter, Caller by) {
        PersonId reader = person(by == Caller.SHARED || by == Caller.HANDED ? by : Caller.UNIT);
        part(FollowUp.class).wrongAddressee(letter, reader);
        return matter(letter, Matter.Reason.WRONG_ADDRESSEE);
    }

    /** The case that a letter is at its sender since it did not come on paper. */
    UUID paper(LetterId letter) {
        Instant now = LedgerTime.exact(RunningSegl.CLOCK.instant());
        part(Changes.class)
                .paper(
                        letter,
                        new Changes.Act(new Actor.Segl("look"), now),
                        paper ->
                                paper.cases().stream().noneMatch(open -> open.reason().isOfPaper())
                                        ? new Decision<>(
                                                Right.NONE,
                                                List.of(
                                                        Looking.caseOf(
                                                                letter,
                                                                part(Ids.class).uuid(),
                                                                Matter.Reason.PRINT_FAILED,
                                                                Side.SENDER,
                                                                paper.held().rules(),
                                                                now)),
                                                true)
                                        : Decision.<Fact, Boolean>nothing(false));
        return matter(letter, Matter.Reason.PRINT_FAILED);
    }

    private UUID matter(LetterId letter, Matter.Reason reason) {
        return part(JdbcClient.class)
                .sql("SELECT id FROM matter WHERE letter = ? AND reason = ?")
                .param(letter.value())
                .param(reason.name())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    /** The person whom a caller is. */
    PersonId person(Caller caller) {
        return Optional.ofNullable(persons.get(caller)).orElseThrow();
    }

    /** A new letter, and to {@code caller} what they are to every letter. */
    Letter send(Caller caller, boolean opened) throws Exception {
        JsonNode answer =
                JSON.readTree(
                        segl.post(
                                        "/api/v1/dispatches",
                                        segl.token(POLICE_CLIENT),
                                        UUID.randomUUID().toString(),
                                        Multipart.TYPE,
                                        new Multipart()
                                                .file("file", "brev.pdf", pdf())
                                                .file("sealed", "forseglet.pdf", pdf())
                                                .field("dispatch", SEALED)
                                                .bytes())
                                .body());
        JsonNode first = answer.path("letters").path(0);
        LetterId id = LetterId.parse(first.path("id").asString("")).orElseThrow();
        switch (caller) {
            case SHARED -> share(id, person(caller), true, false);
            case HANDED -> share(id, person(caller), true, true);
            case BARE -> share(id, person(caller), false, false);
            case UNSHARED ->
                    part(Sharer.class)
                            .end(id, share(id, person(caller), true, false), person(Caller.UNIT));
            default -> {}
        }
        if (opened) {
            part(PostOffice.class).open(id, person(Caller.UNIT), Level.HIGH);
            // Somebody answers for what is sealed in it and unread, so that it can be handled.
            part(FollowUp.class)
                    .close(
                            matter(id, Matter.Reason.SEALED_UNREAD),
                            0,
                            person(Caller.ADMIN),
                            Matter.Outcome.GOT_OTHERWISE);
        }
        return new Letter(
                id,
                answer.path("id").asString(""),
                first.path("documents").path(0).path("id").asString(""),
                first.path("documents").path(1).path("id").asString(""));
    }

    /** A letter that its sender takes back. */
    Letter withdrawn(Letter letter) throws Exception {
        segl.post(
                "/api/v1/letters/" + letter.id() + "/withdrawal",
                segl.token(POLICE_CLIENT),
                UUID.randomUUID().toString(),
                "application/json",
                "{\"reason\": \"NOT_NEEDED\"}".getBytes(UTF_8));
        return letter;
    }

    private static byte[] pdf() {
        return Markers.CONTENT.getBytes(UTF_8);
    }

    /** The job by which a letter is printed by hand; there is one from then on. */
    PrintJobId printing(LetterId letter) {
        return part(Changes.class)
                .<PrintJobId>paper(
                        letter,
                        new Changes.Act(
                                new Actor.Segl("look"),
                                LedgerTime.exact(RunningSegl.CLOCK.instant())),
                        held -> {
                            PrintOrder order =
                                    new PrintOrder(
                                            new PrintJobId(part(Ids.class).uuid()),
                                            letter,
                                            PrintOrder.Route.BY_HAND);
                            var decision = Ordering.order(held.jobs(), order, Right.NONE);
                            PrintJobId job =
                                    held.job().map(j -> j.order().job()).orElse(order.job());
                            return new Decision<>(decision.right(), decision.facts(), job);
                        })
                .orElseThrow();
    }

    /** The same, which somebody who sends has taken to print it. */
    PrintJobId taken(LetterId letter) {
        PrintJobId job = printing(letter);
        part(PrintRoom.class).take(job, person(Caller.SENDER), Level.HIGH);
        return job;
    }

    /** An opened letter that is marked as handled from then on. */
    LetterId handled(LetterId letter) {
        part(CaseDesk.class).handle(letter, person(Caller.UNIT));
        return letter;
    }

    /** Shares a letter with somebody, and tells the share. */
    UUID share(LetterId letter, PersonId with, boolean documents, boolean sealed) {
        Optional<Sharing.Reply> reply =
                part(Sharer.class)
                        .share(
                                letter,
                                person(Caller.UNIT),
                                with,
                                documents,
                                sealed,
                                Optional.empty());
        if (!(reply.orElse(null) instanceof Sharing.Reply.Done)) {
            throw new AssertionError("the letter was not shared");
        }
        return part(Shares.class).of(letter, with).getFirst().id();
    }

    /** Somebody new, who is known at {@code unit} and has nothing there. */
    PersonId known(OrgNumber unit) {
        Registrar registrar = part(Registrar.class);
        PersonId person =
                registrar.enter("https://login.example", "door-" + met.incrementAndGet(), "Prøve");
        registrar.know(person, unit);
        return person;
    }

    /** Somebody new, who reads at the unit. */
    PersonId holder() {
        PersonId person = known(UNIT);
        part(Registrar.class).give(person, UNIT, Power.READ, Optional.of(CATEGORY));
        return person;
    }

    /** A grant to somebody new. */
    UUID grant() {
        return part(Grants.class).of(holder()).getFirst().id();
    }

    @Override
    public void close() {
        segl.close();
    }
}
