package no.segl.proof.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.api.Problem;
import no.segl.core.letter.Checking;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.MediaType;
import no.segl.core.letter.Violation;
import no.segl.core.letter.Withdrawing;
import no.segl.proof.contract.Description.Operation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is sound OpenAPI 3.1, and its limits and codes are those of the code. */
class DescriptionTest {

    private static final String SCHEMAS = "/components/schemas/";

    private final Description description = Description.read();
    private final JsonNode root = description.root();

    @Test
    void itIsOpenApiOfSoundForm() {
        assertThat(OpenApiForm.faults(description)).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPartIsUsed() {
        Set<String> references = new TreeSet<>();
        walk(
                "#",
                root,
                (at, node) -> {
                    if (node.path("$ref").isString()) {
                        references.add(node.path("$ref").stringValue());
                    }
                });
        assertThat(references).allSatisfy(r -> assertThat(description.target(r)).isNotNull());
        Set<String> parts = new TreeSet<>();
        root.path("components")
                .forEachEntry((kind, named) -> {
                    if (!kind.equals("securitySchemes")) {
                        named.forEachEntry(
                                (name, _) -> parts.add("#/components/" + kind + "/" + name));
                    }
                });
        assertThat(references).isEqualTo(parts);
    }

    @Test
    void everyOperationIsToldInFull() {
        Set<String> ids = new HashSet<>();
        Set<String> tags =
                root.path("tags")
                        .valueStream()
                        .map(t -> t.path("name").asString(""))
                        .collect(Collectors.toSet());
        assertThat(description.operations())
                .isNotEmpty()
                .allSatisfy(o -> {
                    assertThat(ids.add(o.id())).as("%s is given once", o.id()).isTrue();
                    assertThat(o.id()).matches("[a-z][A-Za-z]+");
                    assertThat(o.node().path("summary").asString("")).isNotBlank();
                    assertThat(o.node().path("tags").valueStream().map(t -> t.asString("")))
                            .isNotEmpty()
                            .isSubsetOf(tags);
                    assertThat(o.node().path("responses").propertyNames())
                            .contains("default")
                            .anyMatch(status -> status.startsWith("2"));
                    assertThat(inPath(o)).isEqualTo(variables(o.path()));
                    assertThat(o.node().path("parameters").valueStream())
                            .allMatch(p -> !p.path("description").asString("").isBlank());
                });
    }

    private static Set<String> inPath(Operation operation) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .filter(p -> p.path("in").asString("").equals("path"))
                .filter(p -> p.path("required").asBoolean(false))
                .map(p -> p.path("name").asString(""))
                .collect(Collectors.toSet());
    }

    private static Set<String> variables(String path) {
        return Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void everySchemaIsSoundAndEveryExampleFitsItsSchema() {
        var meta =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        walk(
                "#",
                description.expanded(root),
                (at, node) -> {
                    JsonNode schema = node.path("schema");
                    if (!schema.isObject()) {
                        return;
                    }
                    meta.validate(schema).forEach(f -> faults.add(at + ": " + f));
                    examples(node)
                            .forEach(example -> {
                                seen.add(at);
                                JsonNode strict = Fitting.closed(schema);
                                Fitting.faults(strict, example)
                                        .forEach(f -> faults.add(at + ": " + f));
                            });
                });
        assertThat(faults).isEmpty();
        assertThat(seen).as("it has examples").hasSizeGreaterThan(10);
    }

    private static Stream<JsonNode> examples(JsonNode node) {
        return Stream.concat(
                Stream.of(node.path("example")).filter(e -> !e.isMissingNode()),
                node.path("examples").valueStream().map(e -> e.path("value")));
    }

    @Test
    void codesAreThoseOfTheCode() {
        assertThat(words(SCHEMAS + "Problem/properties/code/enum"))
                .containsExactlyElementsOf(codes(Problem.values(), Problem::code));
        assertThat(words(SCHEMAS + "Violation/properties/rule/enum"))
                .containsExactlyElementsOf(codes(Violation.Rule.values(), Violation.Rule::code));
        assertThat(words(SCHEMAS + "WithdrawalRequest/properties/reason/enum"))
                .containsExactlyElementsOf(
                        codes(Withdrawing.Reason.values(), Withdrawing.Reason::name));
    }

    @Test
    void everyProblemStandsUnderItsStatus() {
        Set<Problem> told = new HashSet<>();
        for (Operation operation : description.operations()) {
            operation
                    .node()
                    .path("responses")
                    .forEachEntry((status, response) -> {
                        JsonNode code =
                                response.path("content")
                                        .path("application/problem+json")
                                        .at("/schema/properties/code");
                        Stream.concat(
                                        Stream.of(code.path("const")),
                                        code.path("enum").valueStream())
                                .filter(JsonNode::isString)
                                .filter(_ -> !status.equals("default"))
                                .map(c -> Problem.find(c.stringValue()).orElseThrow())
                                .forEach(problem -> {
                                    told.add(problem);
                                    assertThat(problem.status())
                                            .as("%s %s", operation.id(), problem)
                                            .isEqualTo(Integer.parseInt(status));
                                    assertThat(response.path("description").asString(""))
                                            .as("%s %s", operation.id(), status)
                                            .contains("`" + problem.code() + "`");
                                });
                    });
        }
        assertThat(told)
                .as("the rest may come from anywhere")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Problem.values())
                                .filter(p ->
                                        !Set.of(
                                                        Problem.METHOD_NOT_ALLOWED,
                                                        Problem.NOT_ACCEPTABLE,
                                                        Problem.INTERNAL,
                                                        Problem.DOCUMENT_DAMAGED)
                                                .contains(p))
                                .toList());
    }

    @Test
    void limitsAreThoseOfTheCode() {
        String request = SCHEMAS + "DispatchRequest/properties/";
        assertThat(number(request + "title/maxLength")).isEqualTo(Checking.TITLE);
        assertThat(number(request + "recipients/maxItems")).isEqualTo(Checking.RECIPIENTS);
        assertThat(number(request + "documents/maxItems")).isEqualTo(DocumentRules.MOST);
        String references = request + "references/properties/";
        assertThat(number(references + "sendersReference/maxLength")).isEqualTo(Checking.REFERENCE);
        assertThat(number(references + "caseNumber/maxLength")).isEqualTo(Checking.CASE_NUMBER);
        assertThat(number(references + "caseWorker/maxLength")).isEqualTo(Checking.CASE_WORKER);
        String name = SCHEMAS + "DocumentRequest/properties/name/";
        assertThat(number(name + "maxLength")).isEqualTo(DocumentRules.NAME);
        assertThat(root.at(name + "description").asString("").split("\\W+"))
                .containsAll(MediaType.endings());
        String uploads = "/paths/~1api~1v1~1uploads/";
        assertThat(number(uploads + "post/parameters/1/schema/maximum"))
                .isEqualTo(DocumentRules.LARGEST);
        assertThat(number(uploads + "options/responses/204/headers/Tus-Max-Size/schema/const"))
                .isEqualTo(DocumentRules.LARGEST);
    }

    private long number(String pointer) {
        return root.at(pointer).asLong(-1);
    }

    private List<String> words(String pointer) {
        return root.at(pointer).valueStream().map(n -> n.asString("")).toList();
    }

    private static <T> List<String> codes(T[] values, java.util.function.Function<T, String> code) {
        return Arrays.stream(values).map(code).toList();
    }

    private static void walk(String at, JsonNode node, BiConsumer<String, JsonNode> visit) {
        if (node.isObject()) {
            visit.accept(at, node);
            node.forEachEntry((name, child) -> walk(at + "/" + name, child, visit));
        } else if (node.isArray()) {
            int i = 0;
            for (JsonNode child : node) {
                walk(at + "/" + i++, child, visit);
            }
        }
    }

    @Test
    void aFaultOfFormIsNamed() {
        String broken = root.toString().replace("\"operationId\"", "\"operationID\"");
        Description other = Description.of(new JsonMapper().readTree(broken));
        assertThat(OpenApiForm.faults(other).stream().collect(joining()))
                .contains("operationID is not known", "operationId is missing");
        String astray = root.toString().replace("\"minItems\"", "\"at least\"");
        other = Description.of(new JsonMapper().readTree(astray));
        assertThat(OpenApiForm.faults(other)).contains("Dispatch.letters: at least is not known");
    }
}
