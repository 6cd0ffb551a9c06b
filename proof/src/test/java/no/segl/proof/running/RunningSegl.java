package no.segl.proof.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.app.connect.mail.Mail;
import no.segl.app.connect.sms.Sms;
import no.segl.app.notice.NoticeTexts;
import no.segl.app.office.Access;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.Notary;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueNotices;
import no.segl.app.store.DueWork;
import no.segl.app.store.ExportRows;
import no.segl.app.store.Recipients;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Seals;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.store.UploadRows;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.Server;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Looks;
import no.segl.app.work.Notices;
import no.segl.app.work.Orphans;
import no.segl.app.work.Returned;
import no.segl.core.access.Level;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.proof.contract.Contract;
import no.segl.proof.contract.Description;
import no.segl.proof.contract.Exchange;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;

/** A Segl with the demo's world, and a client that speaks to it. */
public final class RunningSegl implements AutoCloseable {

    public static final InstantSource CLOCK = InstantSource.system();

    public final World world;
    public final Issuer issuer;
    public final Server server;
    public final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Contract contract = new Contract(Description.read());
    public final URI home;

    /** Starts it, with its data in {@code folder}, and fills it. */
    public RunningSegl(Path folder) throws Exception {
        this(folder, CLOCK);
    }

    /** Starts it with a clock of one's own, which must begin at the true time. */
    public RunningSegl(Path folder, InstantSource clock) throws Exception {
        this(folder, clock, World.fjordvik());
    }

    /** Starts it with a world of one's own. */
    public RunningSegl(Path folder, InstantSource clock, World world) throws Exception {
        this(folder, clock, world, Map.of());
    }

    /** Starts it with {@code settings} beside those that it has always. */
    RunningSegl(Path folder, InstantSource clock, World world, Map<String, String> settings)
            throws Exception {
        this.world = world;
        home = Demo.freeHome();
        data = folder.resolve("data");
        if (Files.notExists(data)) {
            ReadyDatabase.into(data);
        }
        if (Files.notExists(folder.resolve("issuer"))) {
            ReadyKeys.into(folder);
        }
        issuer = Demo.issuer(world, 0, folder, home, clock);
        server = Server.start(Demo.settings(issuer, data, home, settings), clock);
        fill();
    }

    /**
     * Enters the world and sends its letters, as far as that has not been done.
     *
     * @return how many letters there are
     */
    public int fill() throws IOException, InterruptedException {
        return Demo.fill(server, world, issuer, home, CLOCK);
    }

    /** Its post office with another clock, as on a day to come. */
    public PostOffice office(InstantSource clock) {
        PostOffice.Parts p = server.part(PostOffice.Parts.class);
        return new PostOffice(
                new PostOffice.Parts(
                        p.changes(),
                        p.access(),
                        p.ledger(),
                        p.contents(),
                        p.seals(),
                        p.vault(),
                        p.sealer(),
                        p.wrapper(),
                        p.ids(),
                        p.random(),
                        clock),
                Level.HIGH);
    }

    /** Its desk for letters that are given and handled, with another clock. */
    public CaseDesk desk(InstantSource clock) {
        return new CaseDesk(
                server.part(Changes.class),
                server.part(Access.class),
                server.part(Seals.class),
                clock);
    }

    /** Its looks with another clock, as on a day to come. */
    public Looks looks(InstantSource clock) {
        return new Looks(
                server.part(DueWork.class),
                server.part(Changes.class),
                server.part(Situations.class),
                server.part(Recipients.class),
                clock);
    }

    /** Its sweep of what belongs to no letter, with another clock. */
    Orphans orphans(InstantSource clock) {
        return new Orphans(
                server.part(DueWork.class),
                server.part(UploadRows.class),
                server.part(ExportRows.class),
                server.part(Vault.class),
                server.part(Notary.class),
                server.part(RuleTable.class),
                clock);
    }

    /** Its sweep of cases with another clock. */
    public CaseSweep cases(InstantSource clock) {
        return new CaseSweep(
                server.part(DueCases.class),
                server.part(Cases.class),
                server.part(Changes.class),
                server.part(Situations.class),
                clock);
    }

    /** Its notices with another clock, and by other ways out. */
    Notices notices(Mail mail, Optional<Sms> sms, InstantSource clock) {
        return notices(mail, sms, Duration.ZERO, clock);
    }

    /** The same, with what arrives gathered for so long. */
    Notices notices(Mail mail, Optional<Sms> sms, Duration gather, InstantSource clock) {
        return new Notices(noticeParts(mail, sms, gather, clock));
    }

    /** What came of its notices, by the same ways. */
    Returned returned(Mail mail, Optional<Sms> sms, InstantSource clock) {
        return new Returned(noticeParts(mail, sms, Duration.ZERO, clock));
    }

    private Notices.Parts noticeParts(
            Mail mail, Optional<Sms> sms, Duration gather, InstantSource clock) {
        return new Notices.Parts(
                server.part(DueNotices.class),
                server.part(Contacts.class),
                server.part(Changes.class),
                server.part(Situations.class),
                mail,
                sms,
                new NoticeTexts(home),
                server.part(RuleTable.class),
                server.part(Troubles.class),
                gather,
                new SplittableRandom(1),
                clock);
    }

    /** Enters where {@code owner} is told of letters. */
    void contact(Notice.To owner, Notice.Channel channel, String address, Instant now) {
        server.part(Contacts.class)
                .enter(
                        new Contacts.Contact(
                                UUID.randomUUID(),
                                owner,
                                channel,
                                address,
                                Language.NB,
                                Optional.empty()),
                        now);
    }

    /** A good token for one of the demo's machines. */
    public String token(String client) {
        return issuer.tokens().of(world.machine(client).orElseThrow());
    }

    /** Sends {@code json} and one PDF as multipart, under an idempotency key. */
    public HttpResponse<String> send(String token, String key, String json, byte[] pdf)
            throws IOException, InterruptedException {
        // The JSON comes last, and is declared as something else: both are allowed.
        byte[] body = new Multipart().file("file", "brev.pdf", pdf).field("dispatch", json).bytes();
        return exchange(
                posting("/api/v1/dispatches", token, key, Multipart.TYPE, body), Optional.of(json));
    }

    /** Posts a body of any type. */
    public HttpResponse<String> post(
            String path, String token, String key, String type, byte[] body)
            throws IOException, InterruptedException {
        return exchange(
                posting(path, token, key, type, body),
                Optional.of(body)
                        .filter(_ -> type.startsWith("application/json"))
                        .map(b -> new String(b, StandardCharsets.UTF_8)));
    }

    private HttpRequest posting(String path, String token, String key, String type, byte[] body) {
        return HttpRequest.newBuilder(home.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Gets what is there. */
    public HttpResponse<String> get(String path, String token)
            throws IOException, InterruptedException {
        return ask("GET", path, "Authorization", "Bearer " + token);
    }

    /** Asks without a body, and without a token unless {@code headers} have one. */
    public HttpResponse<String> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(home.resolve(path)).method(method, BodyPublishers.noBody());
        return exchange(with(request, headers), Optional.empty());
    }

    /** A request of the tus protocol; {@code body} may be empty. */
    public HttpResponse<String> tus(
            String method, String path, String token, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Tus-Resumable", "1.0.0")
                        .method(method, BodyPublishers.ofByteArray(body));
        return exchange(with(request, headers), Optional.empty());
    }

    private static HttpRequest with(HttpRequest.Builder request, String... headers) {
        return (headers.length > 0 ? request.headers(headers) : request).build();
    }

    /** Which operations of the API have answered, and with which status. */
    public Set<String> seen() {
        return contract.seen();
    }

    /** Every request goes through here, so every answer is held to the API's description. */
    private HttpResponse<String> exchange(HttpRequest request, Optional<String> json)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        contract.check(Exchange.of(request, json, response));
        return response;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        issuer.close();
    }
}
