package no.segl.proof.bench;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.Months;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World;

/**
 * The overview as its heaviest reader has it: somebody who follows 3 000 units, at both ends of
 * every letter there is, beside more and more letters that are closed.
 */
final class OverviewLoad {

    private static final List<String> SCOPES = List.of("segl:status", "segl:receive", "segl:admin");

    private final Subject segl;
    private final Issuer issuer;
    private final World world;
    private final DatabaseAddress database;
    private final PrintWriter out;
    private final InstantSource clock;

    OverviewLoad(
            Subject segl,
            Issuer issuer,
            World world,
            DatabaseAddress database,
            PrintWriter out,
            InstantSource clock) {
        this.segl = segl;
        this.issuer = issuer;
        this.world = world;
        this.database = database;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures.
     *
     * @param unopened how many lie unopened all the while
     * @param letters how many there are in all, from few to many
     * @param times how often each page is asked for
     * @param byOne how many letters are asked after one by one
     */
    void measure(int unopened, List<Long> letters, int times, int byOne) throws Exception {
        try (Crowd crowd = new Crowd(database);
                Bulk bulk = new Bulk(database);
                SweepNode node = new SweepNode(database, clock)) {
            crowd.fill(world.machines().getFirst().organisation().value());
            String subject = world.persons().getFirst().subject();
            for (String power : List.of("OVERSEE", "SEND", "ADMINISTER")) {
                crowd.give(subject, crowd.large(), power);
            }
            Watchers watchers = new Watchers(bulk, crowd.leaves());
            watchers.unopened(unopened);
            watchers.cases();
            OldPost old = new OldPost(bulk, crowd.large(), crowd.leaves());
            long there = unopened;
            for (long wanted : letters) {
                double filled = old.add(wanted - there);
                there = wanted;
                double counted = months(bulk, node);
                out.printf(
                        Locale.ROOT,
                        "%,d letters, %,d of them unopened, at %,d units; the closed ones were put"
                                + " there in %.0f s, and the months counted in %.0f s.%n%n",
                        wanted,
                        unopened,
                        crowd.leaves().size(),
                        filled,
                        counted);
                questions(subject, crowd.large(), wanted, times, byOne);
            }
        }
    }

    /** As the work that runs every six hours does, which has no letters to count until now. */
    private double months(Bulk bulk, SweepNode node) throws SQLException {
        bulk.run("DELETE FROM letter_month; DELETE FROM letter_counted");
        long begun = System.nanoTime();
        new Months(node.jdbc(), node.transactions()).count(clock.instant());
        bulk.run("VACUUM ANALYZE letter_month");
        return (System.nanoTime() - begun) / 1e9;
    }

    private void questions(String subject, OrgNumber large, long letters, int times, int byOne)
            throws Exception {
        World.Machine machine = new World.Machine("oversikt", large, new TreeSet<>(SCOPES));
        try (Visit visit = Visit.logIn(segl.home(), subject)) {
            new OverviewPages(visit, large, out).measure(letters, times);
        }
        try (Asking asking = new Asking(segl.home(), issuer, machine)) {
            new OverviewQuestions(asking, large, out).measure(letters, times, byOne);
        }
    }
}
