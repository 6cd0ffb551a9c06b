package no.segl.proof.contract;

import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.segl.proof.contract.Description.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether what passes between a client and Segl is what the description says: nothing undescribed
 * is answered, nothing described is missing, and what is accepted is what may be sent.
 */
public final class Contract {

    /** Headers of HTTP itself or of security, which say nothing about the API. */
    private static final Set<String> GENERAL =
            Set.of(
                    "allow",
                    "cache-control",
                    "connection",
                    "content-length",
                    "content-security-policy",
                    "content-type",
                    "date",
                    "expires",
                    "keep-alive",
                    "pragma",
                    "referrer-policy",
                    "strict-transport-security",
                    "transfer-encoding",
                    "vary",
                    "x-content-type-options",
                    "x-frame-options",
                    "x-xss-protection");

    /** On every answer of an upload, problems too, as tus asks. */
    private static final Set<String> OF_TUS = Set.of("tus-resumable", "tus-version");

    private static final String PROBLEM = "application/problem+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Description description;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    public Contract(Description description) {
        this.description = description;
    }

    /**
     * Checks an exchange.
     *
     * @throws AssertionError if it is not as described
     */
    public void check(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    exchange
                            + " is not as openapi.yaml says:\n  "
                            + String.join("\n  ", faults)
                            + "\n"
                            + exchange.body().lines().limit(20).collect(joining("\n")));
        }
    }

    /** The operations that have answered, each as its id and the status: {@code getLetter 200}. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Where {@code e} departs from the description. */
    List<String> faults(Exchange e) {
        Optional<Operation> operation = description.find(e.method(), e.path());
        List<String> faults = new ArrayList<>();
        if (operation.isEmpty()) {
            return e.isOfTheApi() ? undescribed(e) : faults;
        }
        seen.add(operation.get().id() + " " + e.status());
        JsonNode responses = operation.get().node().path("responses");
        JsonNode response = responses.path(Integer.toString(e.status()));
        if (response.isMissingNode() && e.status() >= 400) {
            response = responses.path("default");
        }
        if (response.isMissingNode()) {
            return List.of("no status " + e.status() + " is described");
        }
        headers(response.path("headers"), e, faults);
        content(response.path("content"), e, faults);
        if (e.status() < 300) {
            accepted(operation.get().node(), e, faults);
        }
        return faults;
    }

    private List<String> undescribed(Exchange e) {
        List<String> faults = new ArrayList<>();
        if (!Set.of(400, 401, 404, 405).contains(e.status())) {
            faults.add("no such operation is described");
        }
        problem(description.schema("Problem"), e, faults);
        return faults;
    }

    private static void headers(JsonNode described, Exchange e, List<String> faults) {
        described.forEachEntry((name, header) -> {
            Optional<String> value = e.answered().firstValue(name);
            if (value.isEmpty() && header.path("required").asBoolean(false)) {
                faults.add("the header " + name + " is missing");
            }
            value.map(v -> Fitting.faultsOfText(header.path("schema"), v))
                    .ifPresent(all -> all.forEach(f -> faults.add("header " + name + ": " + f)));
        });
        for (String name : e.answered().map().keySet()) {
            boolean known =
                    !e.isOfTheApi()
                            || GENERAL.contains(name.toLowerCase(Locale.ROOT))
                            || (e.status() >= 400 && OF_TUS.contains(name.toLowerCase(Locale.ROOT)))
                            || described.propertyNames().stream().anyMatch(name::equalsIgnoreCase);
            if (!known && !name.startsWith(":")) {
                faults.add("the header " + name + " is not described");
            }
        }
    }

    private static void content(JsonNode described, Exchange e, List<String> faults) {
        if (e.method().equals("HEAD") || described.isMissingNode()) {
            if (!e.body().isEmpty()) {
                faults.add("no body is described");
            }
            return;
        }
        String type = Exchange.type(e.answered());
        JsonNode media = described.path(type);
        if (media.isMissingNode()) {
            faults.add("no content of type '" + type + "' is described");
        } else if (type.equals(PROBLEM)) {
            problem(media.path("schema"), e, faults);
        } else if (media.has("schema")) {
            faults.addAll(Fitting.faultsOfJson(Fitting.closed(media.path("schema")), e.body()));
        }
    }

    private static void problem(JsonNode schema, Exchange e, List<String> faults) {
        if (e.method().equals("HEAD")) {
            return;
        }
        List<String> ofForm = Fitting.faultsOfJson(Fitting.closed(schema), e.body());
        faults.addAll(ofForm);
        if (!ofForm.isEmpty()) {
            return;
        }
        JsonNode problem = JSON.readTree(e.body());
        String code = problem.path("code").asString("");
        if (problem.path("status").asInt(0) != e.status()) {
            faults.add("the problem tells another status");
        }
        if (!problem.path("type").asString("").endsWith("/problem/" + code)) {
            faults.add("the problem's type is not the page of its code");
        }
        boolean listed = code.equals("invalid-request") || code.equals("recipient-not-ready");
        boolean mayList = code.equals("length-required") || code.equals("too-large");
        if (problem.has("violations") != listed && !mayList) {
            faults.add(
                    "violations are there where the problem is in what was sent, and only there");
        }
    }

    /** What was accepted must be what may be sent, or the description is stricter than the code. */
    private static void accepted(JsonNode operation, Exchange e, List<String> faults) {
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString("");
            Optional<String> value =
                    switch (parameter.path("in").asString("")) {
                        case "header" -> e.asked().firstValue(name);
                        case "query" -> inQuery(e.query(), name);
                        default -> Optional.empty();
                    };
            boolean required = parameter.path("required").asBoolean(false);
            if (value.isEmpty() && required && !parameter.path("in").asString("").equals("path")) {
                faults.add("accepted without " + name + ", which is described as required");
            }
            value.map(v -> Fitting.faultsOfText(parameter.path("schema"), v))
                    .ifPresent(all -> all.forEach(f -> faults.add("accepted " + name + ": " + f)));
        }
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isMissingNode()) {
            return;
        }
        String type = Exchange.type(e.asked());
        if (!content.has(type)) {
            faults.add("accepted a body of type '" + type + "', which is not described");
        }
        JsonNode schema = content.path("application/json").path("schema");
        e.json()
                .map(json -> Fitting.faultsOfJson(Fitting.closed(schema), json))
                .ifPresent(all -> all.forEach(f -> faults.add("accepted JSON: " + f)));
    }

    private static Optional<String> inQuery(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair ->
                        URLDecoder.decode(
                                pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
