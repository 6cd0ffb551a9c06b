package no.segl.proof.running;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.export.LetterList;
import no.segl.app.office.Access;
import no.segl.app.store.ExportRows;
import no.segl.app.store.ExportRows.Export;
import no.segl.app.store.Persons;
import no.segl.app.store.RuleTable;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.work.ExportRuns;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.World.Person;

/** Those who ask for files in the tests, and what makes them. */
final class ExportWorld {

    private ExportWorld() {}

    static ExportRuns runs(RunningSegl segl, InstantSource clock, KeyWrapper wrapper) {
        return new ExportRuns(
                new ExportRuns.Parts(
                        segl.server.part(ExportRows.class),
                        segl.server.part(LetterList.class),
                        segl.server.part(Access.class),
                        segl.server.part(RuleTable.class),
                        segl.server.part(Vault.class),
                        segl.server.part(Sealer.class),
                        wrapper,
                        UUID::randomUUID,
                        new SecureRandom(),
                        clock));
    }

    static long stored(RunningSegl segl, Export export) throws IOException {
        try (Stream<Vault.Stored> all = segl.server.part(Vault.class).list()) {
            return all.filter(s -> s.name().folder().equals(Folder.of(export.wish().id()))).count();
        }
    }

    static Person archivist(RunningSegl segl) {
        return person(segl, "Våken Ugle");
    }

    static Person person(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static PersonId id(RunningSegl segl, Person person) {
        return segl.server
                .part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), person.subject())
                .orElseThrow();
    }
}
