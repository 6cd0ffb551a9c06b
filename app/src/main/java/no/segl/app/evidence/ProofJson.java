package no.segl.app.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.segl.core.day.WorkingDays;
import no.segl.core.evidence.Event;
import no.segl.core.evidence.Event.Told;
import no.segl.core.ledger.LedgerTime;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What docs/api/proof-format.md fixes of proof.json: change it there too, and raise the version.
 */
final class ProofJson {

    static final String FORMAT = "segl-proof";
    static final int VERSION = 1;

    static final JsonMapper MAPPER = new JsonMapper();

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private ProofJson() {}

    static byte[] write(Proof proof) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put("madeAt", LedgerTime.text(proof.madeAt()));
        root.put("madeFor", lower(proof.madeFor()));
        root.put("qualifiedService", false);
        ObjectNode letter = root.putObject("letter");
        letter.put("id", proof.letter().toString());
        for (String name : new String[] {"sender", "recipient", "category", "language"}) {
            letter.put(name, proof.accepted(name));
        }
        ArrayNode documents = letter.putArray("documents");
        for (Proof.Sealed document : proof.documents()) {
            documents
                    .addObject()
                    .put("id", document.id())
                    .put("size", document.size())
                    .put("sha256", document.sha256());
        }
        root.putObject("chain")
                .put("organisation", proof.head().chain().value())
                .put("number", proof.head().number())
                .put("hash", proof.head().hash().hex());
        ArrayNode events = root.putArray("events");
        proof.events().forEach(event -> events.add(event(event)));
        return bytes(root);
    }

    private static ObjectNode event(Event event) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("number", event.number()).put("hash", event.hash().hex());
        node.put("shown", shown(event));
        event.told().ifPresent(told -> tell(told, node));
        return node;
    }

    /** How much of it is shown. */
    static String shown(Event event) {
        return event.whole().isPresent()
                ? "whole"
                : event.told().isPresent() ? "without-people" : "hash-only";
    }

    static void tell(Told told, ObjectNode node) {
        node.put("type", told.type());
        told.etsi().ifPresent(etsi -> node.put("etsiEvent", etsi.event()));
        node.put("at", LedgerTime.text(told.at())).put("atOslo", oslo(told.at()));
        ObjectNode actor = node.putObject("actor");
        actor.put("kind", told.actorKind()).put("role", lower(told.role()));
        told.actorId().ifPresent(id -> actor.put("id", id));
        node.putObject("right")
                .put("code", told.right().code())
                .put("ground", told.right().ground());
        ObjectNode values = node.putObject("values");
        told.values().forEach(values::put);
    }

    /** The time on a clock on the wall in Norway, with its offset from UTC. */
    static String oslo(Instant at) {
        return WITH_OFFSET.format(at.atZone(WorkingDays.NORWAY));
    }

    /** An object as the proof's files hold it, a line feed at its end. */
    static byte[] bytes(ObjectNode node) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
