package no.segl.proof.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.Visit;

/** Each page of the overview, asked for again and again by one person. */
final class OverviewPages {

    private static final Pattern LETTER = Pattern.compile("/sendt/([0-9a-f-]{36})");

    private final Visit visit;
    private final OrgNumber large;
    private final PrintWriter out;

    OverviewPages(Visit visit, OrgNumber large, PrintWriter out) {
        this.visit = visit;
        this.large = large;
        this.out = out;
    }

    void measure(long letters, int times) throws Exception {
        out.printf(
                Locale.ROOT,
                "| a page, beside %,d letters | a second | p50 ms | p99 ms |%n|---|---|---|---|%n",
                letters);
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Latencies.Deed get = (_, _) -> get(page.getValue());
            Latencies.of(1, Math.max(1, times / 10), get);
            out.printf("| %s | %s |%n", page.getKey(), Latencies.of(1, times, get).cells());
            out.flush();
        }
        out.println();
    }

    private Map<String, String> pages() throws IOException, InterruptedException {
        Matcher letter = LETTER.matcher(get("/sendt").body());
        if (!letter.find()) {
            throw new IOException("no letter is shown");
        }
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("Oversikt", "/oversikt");
        pages.put("Oversikt as a PDF", "/oversikt/mote.pdf");
        pages.put("Sendt, what is open", "/sendt");
        pages.put("Sendt, more than 21 days", asked("/sendt", "uåpnet > 21 dager"));
        pages.put("Sendt, one category", asked("/sendt", "uåpnet barnevern"));
        pages.put("Sendt, closed ones too", asked("/sendt", "alle"));
        pages.put("Sendt, opened ones", asked("/sendt", "åpnet"));
        pages.put("Sendt, one case", asked("/sendt", "sak:2026/77"));
        pages.put("Sendt, by recipient", asked("/sendt", "uåpnet") + "&vis=parter");
        pages.put("Sendt, one letter", "/sendt/" + letter.group(1));
        pages.put("the call list", "/sendt/ringeliste");
        pages.put("Inngående, what is open", "/inngaende");
        pages.put("Inngående, closed ones too", asked("/inngaende", "alle"));
        pages.put("Inngående, by sender", asked("/inngaende", "uåpnet") + "&vis=parter");
        pages.put("Beredskap", "/beredskap");
        pages.put("Oppfølging", "/oppfolging");
        pages.put("Logg", "/logg?enhet=" + large.value());
        pages.put("Logg, what was opened", "/logg?hva=OPENING&enhet=" + large.value());
        pages.put(
                "Logg, where it is long and nothing is found",
                "/logg?hva=PAPER&enhet=" + large.value());
        pages.put("Kilder", "/kilder");
        return pages;
    }

    private static String asked(String page, String question) {
        return page + "?sporsmal=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = visit.get(path);
        if (page.statusCode() != 200) {
            throw new IOException(path + " answered " + page.statusCode());
        }
        return page;
    }
}
