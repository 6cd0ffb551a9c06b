package no.segl.proof.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.store.DatabaseAddress;

/**
 * Writes very many rows at once, as the owner of the tables: their indexes and foreign keys are
 * taken away meanwhile, and made again in one go. What is written must hold to the keys by how it
 * is made; it is not checked.
 */
final class Bulk implements AutoCloseable {

    private final Connection owner;

    /** On a connection of its own, which does not wait for the disk. */
    Bulk(DatabaseAddress address) throws SQLException {
        this.owner =
                DriverManager.getConnection(
                        address.url(), address.owner(), address.ownerPassword());
        run(
                "SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '64MB'");
    }

    /** What is written. */
    interface Work {
        void write() throws SQLException;
    }

    /** Runs statements; each of them is committed, unless they say otherwise. */
    void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number that a question is answered with. */
    long number(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Does {@code work} while {@code tables} have no indexes but their keys.
     *
     * @return how long that took with all that goes with it, in seconds
     */
    double into(Set<String> tables, Work work) throws SQLException {
        long begun = System.nanoTime();
        String names = tables.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
        List<String> away = new ArrayList<>();
        List<String> back = new ArrayList<>();
        pairs(
                """
                SELECT 'DROP INDEX ' || indexname, indexdef FROM pg_indexes
                 WHERE schemaname = 'public' AND tablename IN (%s)
                   AND indexname NOT IN (SELECT conname FROM pg_constraint)
                """
                        .formatted(names),
                away,
                back);
        pairs(
                """
                SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%s', conrelid::regclass, conname),
                       format('ALTER TABLE %%s ADD CONSTRAINT %%s %%s NOT VALID', conrelid::regclass,
                              conname, pg_get_constraintdef(oid))
                  FROM pg_constraint
                 WHERE contype = 'f' AND conrelid::regclass::text IN (%s)
                   AND convalidated
                """
                        .formatted(names),
                away,
                back);
        for (String sql : away) {
            run(sql);
        }
        work.write();
        for (String sql : back) {
            run(sql);
        }
        for (String table : tables.stream().sorted().toList()) {
            run("VACUUM (ANALYZE) " + table);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void pairs(String question, List<String> first, List<String> second)
            throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                first.add(rows.getString(1));
                second.add(rows.getString(2));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
