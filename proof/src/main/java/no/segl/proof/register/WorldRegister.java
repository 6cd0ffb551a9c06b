package no.segl.proof.register;

import java.time.InstantSource;
import java.util.Optional;
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
            String form = sub ? "BEDR" : form(unit.name());
            book.enter(unit(unit.number(), unit.name(), form, unit.parent()));
        }
        return book;
    }

    /**
     * A unit that is there.
     *
     * @param form the code of its organisation form; {@code BEDR} is a sub-unit
     */
    public static Unit unit(
            OrgNumber number, String name, String form, Optional<OrgNumber> parent) {
        boolean sub = form.equals("BEDR");
        return Unit.of(number.value(), name, sub, form, parent.map(OrgNumber::value));
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
