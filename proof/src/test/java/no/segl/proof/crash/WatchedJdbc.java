package no.segl.proof.crash;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** A JDBC template in which one can be stopped around each statement that changes something. */
final class WatchedJdbc extends JdbcTemplate {

    WatchedJdbc(DataSource database) {
        super(database);
    }

    @Override
    public int update(PreparedStatementCreator statement) {
        Stop.reached(Point.CHANGING);
        int rows = super.update(statement);
        Stop.reached(Point.CHANGED);
        return rows;
    }
}
