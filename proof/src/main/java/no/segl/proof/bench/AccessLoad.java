package no.segl.proof.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.Holders;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at access, as those who administer many units and people do. */
final class AccessLoad {

    private final URI home;
    private final World world;
    private final DatabaseAddress database;
    private final PrintWriter out;
    private final InstantSource clock;

    AccessLoad(
            URI home, World world, DatabaseAddress database, PrintWriter out, InstantSource clock) {
        this.home = home;
        this.world = world;
        this.database = database;
        this.out = out;
        this.clock = clock;
    }

    /** Fills the database and asks each page so many times. */
    void pages(int times) throws Exception {
        try (Crowd crowd = new Crowd(database)) {
            crowd.fill(world.machines().getFirst().organisation().value());
            List<String> subjects =
                    world.persons().stream().map(World.Person::subject).limit(3).toList();
            crowd.give(subjects.get(0), crowd.large(), "ADMINISTER");
            crowd.mains().forEach(m -> crowd.give(subjects.get(1), m, "ADMINISTER"));
            crowd.give(subjects.get(2), crowd.large(), "READ");
            out.println("| 10 000 units, one person | a second | p50 ms | p99 ms |");
            out.println("|---|---|---|---|");
            try (Visit one = Visit.logIn(home, subjects.get(0));
                    Visit all = Visit.logIn(home, subjects.get(1));
                    Visit reader = Visit.logIn(home, subjects.get(2))) {
                administrator(one, crowd, times);
                page("access matrix, 10 000 units", all, "/tilganger", times);
                page("readiness, 10 000 units", all, "/beredskap", times);
                page("inbox, over 3 000 sub-units", reader, "/innboks", times);
            }
            whoCanOpen(crowd, times * 20);
            out.println();
        }
    }

    private void administrator(Visit visit, Crowd crowd, int times) throws Exception {
        page("access matrix, 3 000 units, 500 people", visit, "/tilganger", times);
        page("the same, only units with gaps", visit, "/tilganger?hull=ja", times);
        page("the same, searched", visit, "/tilganger?sok=nr.%2077", times);
        page("one unit's access", visit, "/tilganger/enhet/" + crowd.leaves().get(77), times);
        page("one person's access", visit, "/tilganger/person/" + crowd.person(77), times);
        page("the list of people", visit, "/tilganger/personer", times);
        page("the review", visit, "/tilganger/gjennomgang", times);
        page("readiness, 3 000 units", visit, "/beredskap", times);
        page("the same, one category", visit, "/beredskap?kategori=CHILD_WELFARE&sok=nr.", times);
        page("a guided check at 3 000 units", visit, "/beredskap/sjekk/ALTINN_HOLDERS", times);
    }

    private void page(String what, Visit visit, String path, int times) throws Exception {
        Latencies.of(1, times / 5, (_, _) -> get(visit, path));
        row(what, Latencies.of(1, times, (_, _) -> get(visit, path)));
    }

    private static void get(Visit visit, String path) throws IOException, InterruptedException {
        int status = visit.get(path).statusCode();
        if (status != 200) {
            throw new IOException(path + " answered " + status);
        }
    }

    /** The question itself, asked of the database as the pages ask it. */
    private void whoCanOpen(Crowd crowd, int times) throws Exception {
        Holders holders = new Holders(JdbcClient.create(crowd.jdbc()));
        Random random = new Random(5);
        Instant now = clock.instant();
        Latencies.Deed ask =
                (_, _) -> {
                    OrgNumber unit = crowd.leaves().get(random.nextInt(Crowd.SUBUNITS));
                    if (holders.canOpen(unit, Optional.empty(), now).isEmpty()) {
                        throw new IOException("nobody can open at " + unit);
                    }
                };
        Latencies.of(1, times / 5, ask);
        row("\"who can open?\": the query alone", Latencies.of(1, times, ask));
    }

    private void row(String what, Latencies latencies) {
        out.printf("| %s | %s |%n", what, latencies.cells());
    }
}
