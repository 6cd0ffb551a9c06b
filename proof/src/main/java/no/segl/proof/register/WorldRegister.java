package no.segl.proof.register;

import java.time.InstantSource;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.World;
import no.segl.sandbox.register.RegisterBook;
import no.segl.sandbox.register.RegisterBook.Unit;

/** Makes a register of a world. */
public final class WorldRegister {

    private WorldRegister() {}

    /** A register with the units of {@code world}, all new now. */
    public static RegisterBook of(World world, InstantSource clock) {
        RegisterBook book = new RegisterBook(clock);
        for (World.Unit unit : world.units()) {
            boolean sub = unit.kind() == World.UnitKind.SUBUNIT;
            book.enter(
                    Unit.of(
                            unit.number().value(),
                            unit.name(),
                            sub,
                            sub ? "BEDR" : form(unit.name()),
                            unit.parent().map(OrgNumber::value)));
        }
        return book;
    }

    private static String form(String name) {
        if (name.endsWith(" kommune")) {
            return "KOMM";
        }
        if (name.endsWith(" HF")) {
            return "SÆR";
        }
        return name.endsWith(" AS") ? "AS" : "ORGL";
    }
}
