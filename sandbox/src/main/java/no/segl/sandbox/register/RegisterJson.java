package no.segl.sandbox.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import no.segl.sandbox.register.RegisterBook.Role;
import no.segl.sandbox.register.RegisterBook.Unit;
import no.segl.sandbox.register.RegisterBook.Update;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the register writes, in its own form. */
final class RegisterJson {

    private static final JsonMapper JSON = new JsonMapper();

    private final String base;

    /**
     * @param base the address of the API, for links
     */
    RegisterJson(String base) {
        this.base = base;
    }

    private static ObjectNode code(String code, String text) {
        return JSON.createObjectNode().put("kode", code).put("beskrivelse", text);
    }

    /** A unit; of a deleted one little is told. */
    ObjectNode unit(Unit unit) {
        String list = unit.sub() ? "underenheter" : "enheter";
        ObjectNode json =
                JSON.createObjectNode()
                        .put("organisasjonsnummer", unit.number())
                        .put("navn", unit.name());
        json.set("organisasjonsform", code(unit.form(), unit.form()));
        ObjectNode links = JSON.createObjectNode();
        links.set("self", link(list + "/" + unit.number()));
        if (unit.deleted().isPresent()) {
            json.put("slettedato", unit.deleted().get().toString());
            json.put("respons_klasse", unit.sub() ? "SlettetUnderenhet" : "SlettetEnhet");
            json.set("_links", links);
            return json;
        }
        json.put("registreringsdatoEnhetsregisteret", "2020-01-01");
        json.put("registrertIMvaregisteret", false);
        json.set("naeringskode1", code("84.110", "Generell offentlig administrasjon"));
        json.set("aktivitet", JSON.createArrayNode().add("Offentlig virksomhet"));
        json.set(
                unit.sub() ? "beliggenhetsadresse" : "forretningsadresse",
                JSON.createObjectNode()
                        .put("land", "Norge")
                        .put("postnummer", "6999")
                        .put("poststed", "FJORDVIK"));
        unit.parent()
                .ifPresent(parent -> {
                    json.put("overordnetEnhet", parent);
                    links.set("overordnetEnhet", link("enheter/" + parent));
                });
        json.put("respons_klasse", unit.sub() ? "Underenhet" : "Enhet");
        json.set("_links", links);
        return json;
    }

    private ObjectNode link(String path) {
        return JSON.createObjectNode().put("href", base + "/" + path);
    }

    /** One page of {@code all}, in HAL; without {@code _embedded} when there is nothing on it. */
    ObjectNode page(String path, String name, List<ObjectNode> all, int number, int size) {
        ObjectNode json = JSON.createObjectNode();
        int from = Math.min(number * size, all.size());
        List<ObjectNode> here = all.subList(from, Math.min(from + size, all.size()));
        if (!here.isEmpty()) {
            ArrayNode list = JSON.createArrayNode();
            here.forEach(list::add);
            json.set("_embedded", JSON.createObjectNode().set(name, list));
        }
        int pages = (all.size() + size - 1) / size;
        ObjectNode links = JSON.createObjectNode();
        links.set("self", link(path + "?page=" + number + "&size=" + size));
        if (number + 1 < pages) {
            links.set("next", link(path + "?page=" + (number + 1) + "&size=" + size));
        }
        json.set("_links", links);
        json.set(
                "page",
                JSON.createObjectNode()
                        .put("size", size)
                        .put("totalElements", all.size())
                        .put("totalPages", pages)
                        .put("number", number));
        return json;
    }

    ObjectNode update(Update update, String list) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("oppdateringsid", update.id())
                        .put("dato", update.at().toString())
                        .put("organisasjonsnummer", update.number())
                        .put("endringstype", update.kind());
        json.set(
                "_links", JSON.createObjectNode().set("enhet", link(list + "/" + update.number())));
        return json;
    }

    /** Changed roles, as CloudEvents. */
    static ArrayNode events(List<Update> updates) {
        ArrayNode events = JSON.createArrayNode();
        for (Update update : updates) {
            ObjectNode event =
                    JSON.createObjectNode()
                            .put("specversion", "1.0")
                            .put("id", Long.toString(update.id()))
                            .put("source", "/enhetsregisteret/oppdateringer/roller")
                            .put("type", update.kind())
                            .put("time", update.at().toString());
            event.set("data", JSON.createObjectNode().put("organisasjonsnummer", update.number()));
            events.add(event);
        }
        return events;
    }

    /** Roles in their groups: the board's in one, each other kind in its own. */
    static ObjectNode roles(RegisterBook.Roles roles) {
        Map<String, ArrayNode> groups = new TreeMap<>();
        for (Role role : roles.roles()) {
            ObjectNode json = JSON.createObjectNode();
            json.set("type", code(role.code(), role.code()));
            ObjectNode person =
                    JSON.createObjectNode()
                            .put("fodselsdato", role.born().toString())
                            .put("erDoed", false);
            person.set(
                    "navn",
                    JSON.createObjectNode()
                            .put("fornavn", role.first())
                            .put("etternavn", role.last()));
            json.set("person", person);
            json.put("fratraadt", role.resigned());
            boolean board = role.code().equals("LEDE") || role.code().equals("MEDL");
            groups.computeIfAbsent(board ? "STYR" : role.code(), _ -> JSON.createArrayNode())
                    .add(json);
        }
        ArrayNode list = JSON.createArrayNode();
        groups.forEach((group, held) -> {
            ObjectNode json = JSON.createObjectNode();
            json.set("type", code(group, group));
            json.put("sistEndret", roles.changed().toString());
            json.set("roller", held);
            list.add(json);
        });
        ObjectNode json = JSON.createObjectNode();
        json.set("rollegrupper", list);
        return json;
    }

    /** The bulk file: only units that are there. */
    byte[] bulk(List<Unit> units) {
        ArrayNode list = JSON.createArrayNode();
        units.stream().filter(u -> u.deleted().isEmpty()).map(this::unit).forEach(list::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.writeValueAsBytes(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
