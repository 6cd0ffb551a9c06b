package no.segl.proof.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.proof.demo.Text;
import no.segl.proof.demo.World;

/** The people of the town: one for each caller who is a person. */
final class Townspeople {

    private Townspeople() {}

    static World world() {
        World demo = World.fjordvik();
        List<World.Person> people = new ArrayList<>();
        for (Caller caller : Caller.values()) {
            if (caller.isPerson()) {
                int individual = people.size();
                Text role = new Text("Prøve", "Prøve", "Sample");
                people.add(
                        new World.Person(
                                caller.subject(),
                                name(caller),
                                number(individual),
                                role,
                                Optional.empty(),
                                Optional.empty()));
            }
        }
        return new World(demo.units(), people, List.of(), demo.machines(), List.of());
    }

    /** A number as Tenor makes them, of a day in 1990. */
    static NationalIdentityNumber number(int individual) {
        return IntStream.range(0, 100)
                .mapToObj(checks ->
                        "%02d8190%03d%02d"
                                .formatted(1 + individual / 800, 100 + individual % 800, checks))
                .flatMap(digits -> NationalIdentityNumber.parse(digits).stream())
                .findFirst()
                .orElseGet(() -> number(individual + 7919));
    }

    static String name(Caller caller) {
        return "Prøve " + caller.word();
    }
}
