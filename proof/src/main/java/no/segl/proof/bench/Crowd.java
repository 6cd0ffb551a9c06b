package no.segl.proof.bench;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.core.id.OrgNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten thousand units and five hundred people beside the demo's: a main unit with 3 000 sub-units
 * where access is given piece by piece, as a municipality's schools have it; one with sections; and
 * small ones. Two letters have come to each of the 3 000, and one in five is opened.
 */
final class Crowd implements AutoCloseable {

    static final int UNITS = 10_000;
    static final int SUBUNITS = 3_000;
    static final int PEOPLE = 500;

    private static final int SECTIONS = 40;
    private static final int SECTION = 60;
    private static final int SMALL = 230;

    private static final String LETTER =
            """
            INSERT INTO letter (id, dispatch, sender, recipient, category, language, state,
                accepted_at, available_at, rules, opened_at, opened_by, destroy_at,
                next_look_at, next_look_reason, next_look_owner)
            SELECT id, dispatch, sender, recipient, category, 'nb',
                   CASE WHEN opener IS NULL THEN 'AVAILABLE' ELSE 'OPENED' END,
                   now(), now(), 1, CASE WHEN opener IS NOT NULL THEN now() END, opener,
                   CASE WHEN opener IS NOT NULL THEN now() + interval '1 year' END,
                   CASE WHEN opener IS NULL THEN now() + interval '7 days' END,
                   CASE WHEN opener IS NULL THEN 'FIRST_LOOK' END,
                   CASE WHEN opener IS NULL THEN 'SENDER' END
              FROM (VALUES (?::uuid, ?::uuid, ?, ?, ?, ?::uuid))
                   AS given (id, dispatch, sender, recipient, category, opener)
            """;

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final Random random = new Random(11);
    private final List<Object[]> units = new ArrayList<>();
    private final List<OrgNumber> mains = new ArrayList<>();
    private final List<OrgNumber> leaves = new ArrayList<>();
    private int lastNumber = 81_000_000;

    Crowd(DatabaseAddress address) {
        this.address = address;
        this.pool = Database.open(address, 2);
        this.jdbc = new JdbcTemplate(pool);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The main unit with 3 000 sub-units. */
    OrgNumber large() {
        return mains.getFirst();
    }

    /** Its sub-units. */
    List<OrgNumber> leaves() {
        return leaves;
    }

    /** All main units. */
    List<OrgNumber> mains() {
        return mains;
    }

    /** Fills the database. */
    void fill(String sender) {
        units();
        people();
        letters(sender);
        analyse();
    }

    /** As PostgreSQL does by itself within minutes; the owner alone may ask for it. */
    private void analyse() {
        try (Connection owner =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException("the bench's database cannot be analysed", e);
        }
    }

    /** Gives somebody of the demo a power at {@code unit}, in every category if it is to read. */
    void give(String subject, OrgNumber unit, String power) {
        UUID person =
                jdbc.queryForObject("SELECT id FROM person WHERE subject = ?", UUID.class, subject);
        for (String category : power.equals("READ") ? categories() : List.of("")) {
            grant(
                    new Object[] {
                        UUID.randomUUID(),
                        person,
                        unit.value(),
                        power,
                        Optional.of(category).filter(c -> !c.isEmpty()).orElse(null),
                        10,
                        null,
                    });
        }
    }

    /** One of the five hundred. */
    UUID person(int n) {
        return UUID.nameUUIDFromBytes(("person " + n).getBytes(StandardCharsets.UTF_8));
    }

    private void units() {
        OrgNumber first = unit("Storevik kommune", "MAIN_UNIT", null);
        for (int i = 1; i <= SUBUNITS; i++) {
            leaves.add(unit("Skole nr. " + i, "SUBUNIT", first));
        }
        OrgNumber divided = unit("Delevik kommune", "MAIN_UNIT", null);
        for (int i = 1; i <= SECTIONS; i++) {
            OrgNumber section = unit("Etat nr. " + i, "ORG_SECTION", divided);
            for (int j = 1; j <= SECTION; j++) {
                unit("Kontor nr. " + i + "." + j, "SUBUNIT", section);
            }
        }
        while (units.size() < UNITS) {
            OrgNumber small = unit("Småvik kommune nr. " + mains.size(), "MAIN_UNIT", null);
            for (int i = 1; i < SMALL && units.size() < UNITS; i++) {
                unit("Avdeling nr. " + i, "SUBUNIT", small);
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO unit (number, name, kind, parent) VALUES (?, ?, ?, ?)", units);
    }

    private OrgNumber unit(String name, String kind, @Nullable OrgNumber parent) {
        OrgNumber number = next();
        units.add(
                new Object[] {number.value(), name, kind, parent == null ? null : parent.value()});
        if (parent == null) {
            mains.add(number);
        }
        return number;
    }

    private OrgNumber next() {
        while (true) {
            lastNumber++;
            for (int check = 0; check < 10; check++) {
                Optional<OrgNumber> number = OrgNumber.parse("" + lastNumber + check);
                if (number.isPresent()) {
                    return number.get();
                }
            }
        }
    }

    private List<String> categories() {
        return JdbcClient.create(jdbc)
                .sql("SELECT code FROM category ORDER BY position")
                .query((rs, _) -> requireNonNull(rs.getString("code")))
                .list();
    }

    private void people() {
        List<String> categories = categories();
        List<Object[]> people = new ArrayList<>();
        List<Object[]> grants = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(new Object[] {person(n), "bench", "p" + n, "Person Nr. " + n});
            int at = 1 + random.nextInt(12);
            for (int i = 0; i < at; i++) {
                OrgNumber unit = n < 3 ? large() : leaves.get(random.nextInt(SUBUNITS));
                String category = categories.get(random.nextInt(categories.size()));
                // One in ten has ended; one in four is so old that it must be gone through.
                Integer ended = random.nextInt(10) == 0 ? 5 : null;
                int age = random.nextInt(4) == 0 ? 500 : 100;
                grants.add(
                        new Object[] {
                            UUID.randomUUID(), person(n), unit.value(), "READ", category, age, ended
                        });
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO person (id, issuer, subject, name) VALUES (?, ?, ?, ?)", people);
        grants.forEach(this::grant);
        // As administrators enter them: a name that holds in their organisation.
        jdbc.update(
                """
                INSERT INTO known_at (unit, person, name)
                SELECT min(g.unit), g.person, p.name
                  FROM access_grant g JOIN person p ON p.id = g.person
                 WHERE p.issuer = 'bench' GROUP BY g.person, p.name
                """);
    }

    private void grant(@Nullable Object[] values) {
        jdbc.update(
                """
                INSERT INTO access_grant
                    (id, person, unit, power, category, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, now() - ? * interval '1 day',
                        now() - ?::int * interval '1 day')
                """,
                values);
    }

    private void letters(String sender) {
        List<String> categories = categories();
        List<Object[]> dispatches = new ArrayList<>();
        List<Object[]> letters = new ArrayList<>();
        for (OrgNumber leaf : leaves) {
            for (int i = 0; i < 2; i++) {
                UUID id = UUID.randomUUID();
                boolean opened = random.nextInt(5) == 0;
                dispatches.add(new Object[] {id, sender, "crowd " + id});
                letters.add(
                        new Object[] {
                            UUID.randomUUID(),
                            id,
                            sender,
                            leaf.value(),
                            categories.get(random.nextInt(categories.size())),
                            opened ? person(0) : null
                        });
            }
        }
        jdbc.batchUpdate(
                """
                INSERT INTO dispatch (id, sender, idempotency_key, content_digest, sent_at, title)
                VALUES (?, ?, ?, sha256('x'), now(), 'Brev')
                """,
                dispatches);
        jdbc.batchUpdate(LETTER, letters);
    }

    @Override
    public void close() {
        pool.close();
    }
}
