package no.segl.app.web.page;

import java.time.LocalDate;
import java.util.Optional;
import no.segl.core.id.OrgNumber;

/**
 * Which entries of a unit's ledger are shown.
 *
 * @param unit whose ledger
 * @param kind what they are about: a topic's name, {@link #UNIT}, or empty for all
 * @param letter a letter's id, reference or case number; empty for all
 * @param from the first day in Norway
 * @param until the last day
 */
public record LogFilter(
        Optional<OrgNumber> unit,
        String kind,
        String letter,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** Where it stands in the address. */
    public static final String HERE = "/logg";

    /** What is about the unit itself. */
    public static final String UNIT = "UNIT";

    /** The address of this, from its first part. */
    public String here() {
        StringBuilder query = new StringBuilder();
        unit.ifPresent(u -> add(query, "enhet", u.value()));
        add(query, "hva", kind);
        add(query, "brev", letter);
        from.ifPresent(d -> add(query, "fra", d.toString()));
        until.ifPresent(d -> add(query, "til", d.toString()));
        return HERE + query;
    }

    /** The address of the part that follows. */
    public String before(String cursor) {
        String here = here();
        return here + (here.contains("?") ? "&" : "?") + "for=" + cursor;
    }

    /** Whether anything of the unit's ledger is left out. */
    public boolean isNarrowed() {
        return !kind.isEmpty() || !letter.isEmpty() || from.isPresent() || until.isPresent();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "?" : "&")
                    .append(name)
                    .append('=')
                    .append(Links.encoded(value));
        }
    }
}
