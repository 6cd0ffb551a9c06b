package no.segl.proof.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.segl.core.id.OrgNumber;
import tools.jackson.databind.JsonNode;

/**
 * Each question of the API about the overview; and beside them the same answer in the way that
 * Altinn's and SvarUT's APIs force on a sender, who lists ids, a thousand at most, and then asks
 * after each letter by itself.
 */
final class OverviewQuestions {

    private static final String SENT = "/api/v1/overview/sent/letters?limit=200&q=";
    private static final int WINDOW = 1_000;

    private final Asking asking;
    private final OrgNumber large;
    private final PrintWriter out;

    OverviewQuestions(Asking asking, OrgNumber large, PrintWriter out) {
        this.asking = asking;
        this.large = large;
        this.out = out;
    }

    void measure(long letters, int times, int byOne) throws Exception {
        out.printf(
                Locale.ROOT,
                "| a question, beside %,d letters | a second | p50 ms | p99 ms |%n|---|---|---|---|%n",
                letters);
        for (Map.Entry<String, String> one : questions().entrySet()) {
            Latencies.Deed get = (_, _) -> asking.get(one.getValue());
            Latencies.of(1, Math.max(1, times / 10), get);
            out.printf("| %s | %s |%n", one.getKey(), Latencies.of(1, times, get).cells());
            out.flush();
        }
        out.println();
        sideBySide(byOne);
    }

    private Map<String, String> questions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("figures of what was sent", "/api/v1/overview/sent");
        all.put("figures of what came", "/api/v1/overview/received");
        all.put("200 unopened that were sent", SENT + encoded("unopened"));
        all.put("200 of them older than 7 days", SENT + encoded("unopened > 7 days"));
        all.put("200 of all that were sent", SENT + encoded("all"));
        all.put(
                "200 unopened that came",
                "/api/v1/overview/received/letters?limit=200&q=" + encoded("unopened"));
        all.put("readiness", "/api/v1/overview/readiness");
        all.put("sources", "/api/v1/overview/sources");
        all.put("200 unopened, by one sender", "/api/v1/letters?unopened=true&limit=200");
        all.put("200 unopened that came, as a mailbox", "/api/v1/received?unopened=true&limit=200");
        all.put("who has access", "/api/v1/access?unit=" + large.value());
        return all;
    }

    private static String encoded(String question) {
        return URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    private void sideBySide(int letters) throws Exception {
        out.printf(
                Locale.ROOT,
                "| the status of %,d letters | requests | seconds |%n|---|---|---|%n",
                letters);
        int before = asking.asked();
        long begun = System.nanoTime();
        List<String> ids = ids(letters);
        row("asked as lists here", before, begun);
        for (int from = 0; from < ids.size(); from += WINDOW) {
            List<String> window = ids.subList(from, Math.min(from + WINDOW, ids.size()));
            for (String id : window) {
                status(id);
            }
        }
        row("listed, and then each one by itself, as elsewhere", before, begun);
        out.println();
    }

    private List<String> ids(int letters) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String next = SENT + encoded("unopened");
        while (ids.size() < letters) {
            JsonNode page = asking.get(next);
            for (JsonNode letter : page.path("letters")) {
                ids.add(letter.path("id").asString());
            }
            if (page.path("next").isMissingNode()) {
                break;
            }
            next = SENT + encoded("unopened") + "&after=" + page.path("next").asString();
        }
        if (ids.size() < letters) {
            throw new IOException("only " + ids.size() + " letters lie unopened");
        }
        return ids.subList(0, letters);
    }

    private void status(String id) throws IOException, InterruptedException {
        if (asking.get("/api/v1/letters/" + id).path("status").isMissingNode()) {
            throw new IOException("a letter without a status");
        }
    }

    private void row(String how, int before, long begun) {
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %.2f |%n",
                how,
                asking.asked() - before,
                (System.nanoTime() - begun) / 1e9);
        out.flush();
    }
}
