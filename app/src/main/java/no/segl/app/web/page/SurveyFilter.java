package no.segl.app.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.segl.core.readiness.Readiness.Verdict;

/**
 * Which units are shown of those whose readiness is asked for.
 *
 * @param text what was searched for; empty for all
 * @param category the code of the one category that is asked about; empty for all
 * @param view empty for every unit, {@link #GAPS}, or the name of a verdict
 */
public record SurveyFilter(String text, String category, String view) {

    /** Every unit that has any gap. */
    public static final String GAPS = "hull";

    /** Every unit. */
    public static final SurveyFilter ALL = new SurveyFilter("", "", "");

    /** Where it stands in the address. */
    public static final String HERE = "/beredskap";

    /** The views there are beside every unit. */
    public static List<String> views() {
        return Arrays.stream(Verdict.values())
                .filter(v -> v != Verdict.READY)
                .map(Verdict::name)
                .toList();
    }

    /** The verdict that is asked for. */
    public Optional<Verdict> verdict() {
        return Arrays.stream(Verdict.values()).filter(v -> v.name().equals(view)).findFirst();
    }

    /** Whether anything is left out. */
    public boolean isNarrowed() {
        return !equals(ALL);
    }

    /** The address of the same in another view. */
    public String at(String other) {
        return here(new SurveyFilter(text, category, other));
    }

    /** The address of this, from its first part. */
    public String here() {
        return here(this);
    }

    /** The address of the part that begins after {@code cursor}. */
    public String after(String cursor) {
        String here = here();
        return here + (here.contains("?") ? "&" : "?") + "etter=" + Links.encoded(cursor);
    }

    private static String here(SurveyFilter filter) {
        StringBuilder query = new StringBuilder();
        add(query, "sok", filter.text());
        add(query, "kategori", filter.category());
        add(query, "vis", filter.view());
        return HERE + query;
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
