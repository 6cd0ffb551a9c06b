package no.segl.proof.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.segl.app.office.Registrar;
import no.segl.app.secret.PrivateFile;
import no.segl.app.store.Contacts;
import no.segl.app.store.Postage;
import no.segl.app.wiring.Server;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.register.Address;
import org.jspecify.annotations.Nullable;

/**
 * The other end of everything: a page on which one moves the demo's time forward, reads the mails
 * that went out, and is the printing house. On the loopback interface only.
 */
final class Desk implements AutoCloseable {

    private static final Map<String, Address> POSTAL =
            Map.of(
                    Fjordvik.MUNICIPALITY.value(), address("Rådhusvegen 1", "6899", "FJORDVIK"),
                    Fjordvik.POLICE.value(), address("Postboks 100", "6801", "VESTFJORD"),
                    Fjordvik.HOSPITAL.value(), address("Sjukehusvegen 9", "6899", "FJORDVIK"),
                    Fjordvik.LAW_FIRM.value(), address("Strandgata 4", "6899", "FJORDVIK"));

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DemoTime time;
    private final Postbox post;
    private final PaperMill mill;
    private final Path taken;
    private volatile @Nullable Forward forward;

    /**
     * Opens it; the page has something to show when Segl has been {@linkplain #take taken} on.
     *
     * @param port where the page is, on 127.0.0.1
     * @param folder where mails and print jobs are kept
     * @param home where Segl is
     * @throws java.net.BindException if the port is taken
     */
    Desk(int port, Path folder, DemoTime time, URI home) throws IOException {
        this.http = Loopback.server(port);
        this.time = time;
        this.taken = folder.resolve("taken");
        this.post = new Postbox(folder.resolve("mail"));
        this.mill = new PaperMill(folder.resolve("house"));
        http.createContext("/", new DeskDoor(time, post, mill, home, () -> forward)::handle);
        http.setExecutor(threads);
        http.start();
    }

    /** Where the page is. */
    URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** The settings by which Segl reaches it. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SEGL_MAIL_HOST", "127.0.0.1");
        environment.put("SEGL_MAIL_PORT", Integer.toString(post.port()));
        environment.put("SEGL_MAIL_SECURITY", "none");
        environment.put("SEGL_MAIL_FROM", "segl@segl.example");
        environment.put("SEGL_MAIL_BOUNCE", "retur@segl.example");
        // Whoever tries it out wants to see each mail now.
        environment.put("SEGL_MAIL_GATHER_MINUTES", "0");
        environment.put("SEGL_PRINTER_HOST", "127.0.0.1");
        environment.put("SEGL_PRINTER_PORT", Integer.toString(mill.port()));
        environment.put("SEGL_PRINTER_USER", "segl");
        environment.put("SEGL_PRINTER_HOST_KEY", mill.hostKey());
        environment.put("SEGL_PRINTER_KEY_FILE", mill.key().toString());
        return environment;
    }

    /**
     * Takes Segl on: those who can log in have an address for mail, every organisation one for
     * paper, and what cannot be delivered otherwise goes there. Entered once: what is changed
     * afterwards stays so.
     */
    void take(Server server, World world, URI loginIssuer) throws IOException {
        if (Files.notExists(taken)) {
            enter(server, world, loginIssuer);
            PrivateFile.replace(taken, new byte[0]);
        }
        forward = new Forward(time, server);
    }

    private void enter(Server server, World world, URI loginIssuer) {
        Registrar registrar = server.part(Registrar.class);
        Contacts contacts = server.part(Contacts.class);
        for (World.Person person : world.persons()) {
            PersonId id = registrar.enter(loginIssuer.toString(), person.subject(), person.name());
            Morning.enter(contacts, new Notice.To.Person(id), mailbox(person), time.instant());
        }
        Postage postage = server.part(Postage.class);
        for (World.Unit unit : world.units()) {
            Optional.ofNullable(POSTAL.get(unit.number().value()))
                    .ifPresent(address -> {
                        postage.enter(unit.number(), address);
                        postage.allow(unit.number(), Optional.of(Route.PRINTER));
                    });
        }
    }

    private static String mailbox(World.Person person) {
        String name =
                person.name()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '.')
                        .replace("å", "aa")
                        .replace("ø", "oe")
                        .replace("æ", "ae");
        return name + "@post.example";
    }

    private static Address address(String street, String code, String city) {
        return new Address(List.of(street), code, city, "NO");
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        threads.close();
        try (mill) {
            post.deliver();
            post.close();
        }
    }
}
