package no.segl.app.store;

/**
 * Where the database is, and the two roles that use it: the owner makes the tables, the application
 * works with far fewer rights.
 *
 * @param url a PostgreSQL JDBC URL
 */
public record DatabaseAddress(
        String url, String owner, String ownerPassword, String user, String userPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
