package no.segl.proof.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;
import tools.jackson.databind.json.JsonMapper;

/** Writes a world in the form that {@code load} reads. */
final class Roster {

    private Roster() {}

    static void write(Path file, World world, Issuer issuer) throws IOException {
        Map<String, List<Map<String, Object>>> roster =
                Map.of(
                        "units", world.units().stream().map(Roster::unit).toList(),
                        "persons",
                                world.persons().stream()
                                        .map(p ->
                                                Map.<String, Object>of(
                                                        "issuer",
                                                        issuer.loginIssuer().toString(),
                                                        "subject",
                                                        p.subject(),
                                                        "name",
                                                        p.name()))
                                        .toList(),
                        "grants", world.grants().stream().map(Roster::grant).toList());
        Files.write(file, new JsonMapper().writeValueAsBytes(roster));
    }

    private static Map<String, Object> unit(World.Unit unit) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", unit.number().value());
        line.put("name", unit.name());
        line.put("kind", unit.kind().name());
        unit.parent().ifPresent(p -> line.put("parent", p.value()));
        return line;
    }

    private static Map<String, Object> grant(World.Grant grant) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("subject", grant.subject());
        line.put("unit", grant.unit().value());
        line.put("power", grant.power().name());
        grant.category().ifPresent(c -> line.put("category", c.name()));
        return line;
    }
}
