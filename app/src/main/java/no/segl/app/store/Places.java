package no.segl.app.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** From where to read on in what others keep in order, such as a gateway's reports. */
public final class Places {

    private final JdbcClient jdbc;

    public Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place that was kept last; empty if there is none. */
    public String of(String name) {
        return jdbc.sql("SELECT place FROM reading_place WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    public void keep(String name, String place) {
        jdbc.sql(
                        """
                        INSERT INTO reading_place (name, place) VALUES (?, ?)
                        ON CONFLICT (name) DO UPDATE SET place = excluded.place
                        """)
                .param(name)
                .param(place)
                .update();
    }
}
