package no.segl.proof.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import no.segl.app.store.DatabaseAddress;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;

/** What it costs to take a list of very many letters with one, as a file. */
final class ExportLoad {

    private final Subject segl;
    private final Issuer issuer;
    private final World.Machine machine;
    private final DatabaseAddress address;
    private final PrintWriter out;

    ExportLoad(Subject segl, Issuer issuer, World world, DatabaseAddress address, PrintWriter out) {
        this.segl = segl;
        this.issuer = issuer;
        this.machine = world.machines().getFirst();
        this.address = address;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param letters how many there are in the list
     */
    void measure(long letters) throws IOException, InterruptedException, SQLException {
        long before = segl.megabytes("VmHWM");
        fill(letters);
        out.println("| A list as a file | rows | seconds | rows a second | MB |");
        out.println("|---|---|---|---|---|");
        for (String format : new String[] {"csv", "xlsx"}) {
            file(format, letters);
        }
        out.printf(
                "%nResident memory of Segl: at most %d MB before, %d MB after.%n%n",
                before, segl.megabytes("VmHWM"));
    }

    private void file(String format, long letters) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    segl.home()
                                            .resolve(
                                                    "/api/v1/overview/sent/letters/file?format="
                                                            + format))
                            .header("Authorization", "Bearer " + issuer.tokens().of(machine))
                            .build();
            long begun = System.nanoTime();
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            long bytes = 0;
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException(format + " was answered with " + answer.statusCode());
                }
                byte[] buffer = new byte[1 << 16];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    bytes += read;
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %,.0f | %.1f |%n",
                    format,
                    letters,
                    seconds,
                    letters / seconds,
                    bytes / 1e6);
            out.flush();
        }
    }

    /** Letters that the machine's organisation has sent, all of them opened, over two years. */
    private void fill(long letters) throws SQLException {
        try (Bulk bulk = new Bulk(address)) {
            bulk.into(
                    Set.of("letter"),
                    () ->
                            bulk.run(
                                    """
                                    INSERT INTO dispatch (id, sender, idempotency_key, content_digest,
                                           sent_at, title)
                                    VALUES (gen_random_uuid(), '%1$s', 'export-bench', '\\x00', now(),
                                            'Brev');
                                    INSERT INTO letter (id, dispatch, sender, recipient, category,
                                           language, state, accepted_at, available_at, opened_at,
                                           opened_by, rules, destroy_at)
                                    SELECT uuidv7(at - clock_timestamp()), d.id, d.sender, u.number,
                                           'GENERAL', 'nb', 'OPENED', at, at, now(),
                                           (SELECT min(id::text)::uuid FROM person), 1,
                                           now() + interval '2 years'
                                      FROM generate_series(1, %2$d) AS each (i)
                                     CROSS JOIN LATERAL (SELECT now() - i * interval '1 minute' AS at) t
                                     CROSS JOIN (SELECT id, sender FROM dispatch
                                                  WHERE idempotency_key = 'export-bench') d
                                     CROSS JOIN (SELECT min(number) AS number FROM unit
                                                  WHERE number <> '%1$s') u
                                    """
                                            .formatted(machine.organisation().value(), letters)));
        }
    }
}
