package no.segl.proof.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract bites: each kind of departure from the description is named. */
class ContractTest {

    private static final String ENTRY =
            """
            {"categories": [{"code": "GENERAL", "names": {"nb": "a", "nn": "b", "en": "c"}}]}
            """;
    private static final String PROBLEM =
            """
            {"type": "https://segl.example/problem/not-found", "title": "Not found", "status": 404,
             "detail": "x", "code": "not-found"}
            """;

    private final Contract contract = new Contract(Description.read());

    private static HttpHeaders headers(String... pairs) {
        Map<String, List<String>> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], List.of(pairs[i + 1]));
        }
        return HttpHeaders.of(map, (_, _) -> true);
    }

    private static Exchange got(String path, int status, HttpHeaders headers, String body) {
        return new Exchange("GET", path, "", headers(), Optional.empty(), status, headers, body);
    }

    private static Exchange categories(String body) {
        return got("/api/v1/categories", 200, headers("Content-Type", "application/json"), body);
    }

    private static Exchange problem(String path, int status, String body) {
        HttpHeaders headers =
                headers("content-type", "application/problem+json", "Content-Language", "en");
        return got(path, status, headers, body);
    }

    private static Exchange withdrawal(String json) {
        return new Exchange(
                "POST",
                "/api/v1/letters/1/withdrawal",
                "",
                headers("Content-Type", "application/json"),
                Optional.of(json),
                200,
                headers("Content-Type", "application/json"),
                """
                {"id": "0198f6a2-4f1c-7b12-9c77-0e4d5a6b8f21",
                 "dispatch": "0198f6a2-4f1b-7a90-8a34-1c5f0e2d9b77", "sender": "312780402",
                 "recipient": "310451223", "category": "GENERAL", "language": "nb",
                 "status": "withdrawn", "acceptedAt": "2026-11-24T08:15:30.000250Z",
                 "looks": 0, "refusals": 0}
                """);
    }

    private void bites(Exchange exchange, String... words) {
        assertThatThrownBy(() -> contract.check(exchange))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void whatIsDescribedPasses() {
        contract.check(categories(ENTRY));
        contract.check(problem("/api/v1/letters/1", 404, PROBLEM));
        contract.check(problem("/api/v1/nowhere", 404, PROBLEM));
        contract.check(withdrawal("{\"reason\": \"NOT_NEEDED\"}"));
        assertThat(contract.seen())
                .containsExactlyInAnyOrder(
                        "listCategories 200", "getLetter 404", "withdrawLetter 200");
    }

    @Test
    void aBodyThatIsNotAsDescribedIsNamed() {
        bites(categories(ENTRY.replace("\"en\"", "\"fi\"")), "'en'", "'fi'");
        bites(categories(ENTRY.replace("{\"categories\"", "{\"more\": 1, \"categories\"")), "more");
        bites(categories(ENTRY.replace("GENERAL", "general")), "pattern");
        bites(categories("{"), "not JSON");
        HttpHeaders html = headers("Content-Type", "text/html");
        bites(got("/api/v1/categories", 200, html, "<p>"), "no content of type 'text/html'");
        HttpHeaders etag = headers("ETag", "\"a\"", "Cache-Control", "no-cache");
        bites(got("/api/v1/openapi.yaml", 304, etag, "x"), "no body is described");
    }

    @Test
    void aStatusOrRouteOrHeaderThatIsNotDescribedIsNamed() {
        bites(got("/api/v1/categories", 202, headers(), ""), "no status 202");
        bites(got("/api/v1/secret", 200, headers(), ENTRY), "no such operation");
        bites(
                got(
                        "/api/v1/categories",
                        200,
                        headers("Content-Type", "application/json", "X-Secret", "1"),
                        ENTRY),
                "X-Secret is not described");
        bites(problem("/api/v1/letters", 401, PROBLEM), "WWW-Authenticate is missing");
        HttpHeaders lost = headers("ETag", "\"a\"");
        bites(got("/api/v1/openapi.yaml", 304, lost, ""), "Cache-Control is missing");
    }

    @Test
    void aProblemThatContradictsItselfIsNamed() {
        String path = "/api/v1/letters/1";
        bites(problem(path, 404, PROBLEM.replace("404", "410")), "another status");
        bites(problem(path, 404, PROBLEM.replace("problem/not-found", "problem/x")), "the page");
        bites(problem(path, 404, PROBLEM.replace("not-found", "not-allowed")), "code");
        String[] fault = {"\"violations\": [{\"pointer\": \"/a\", \"rule\": \"required\","};
        String more = PROBLEM.replace("\"detail\"", fault[0] + " \"message\": \"x\"}], \"detail\"");
        bites(problem(path, 404, more), "only there");
    }

    @Test
    void whatWasAcceptedAgainstTheDescriptionIsNamed() {
        bites(withdrawal("{\"reason\": \"WHIM\"}"), "accepted JSON", "reason");
        bites(withdrawal("{\"reason\": \"NOT_NEEDED\", \"why\": \"\"}"), "accepted JSON", "why");
        HttpHeaders json = headers("Content-Type", "application/json");
        Exchange page =
                new Exchange(
                        "GET",
                        "/api/v1/letters",
                        "limit=1000",
                        headers(),
                        Optional.empty(),
                        200,
                        json,
                        "{\"letters\": []}");
        bites(page, "accepted limit");
        HttpHeaders tus =
                headers(
                        "Tus-Resumable",
                        "1.0.0",
                        "Tus-Version",
                        "1.0.0",
                        "Upload-Offset",
                        "1",
                        "Upload-Length",
                        "2",
                        "Upload-Expires",
                        "x");
        Exchange head =
                new Exchange(
                        "HEAD", "/api/v1/uploads/1", "", headers(), Optional.empty(), 200, tus, "");
        bites(head, "accepted without Tus-Resumable");
    }
}
