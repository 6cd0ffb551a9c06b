package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Known;
import no.segl.core.register.RegisterFact;
import no.segl.core.register.RegisterFact.KeyRoleChanged;
import no.segl.core.register.RegisterFact.KeyRoleLeft;
import no.segl.core.register.RegisterFact.KeyRoleTaken;
import no.segl.core.register.RegisterFact.UnitDissolved;
import no.segl.core.register.RegisterFact.UnitMoved;
import no.segl.core.register.RegisterFact.UnitReformed;
import no.segl.core.register.RegisterFact.UnitRegistered;
import no.segl.core.register.RegisterFact.UnitRenamed;
import no.segl.core.register.RegisterFact.UnitRestored;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register has said, within the caller's transaction. */
final class RegisterRows {

    private final JdbcClient jdbc;
    private final Units units;

    RegisterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.units = new Units(jdbc);
    }

    /** Lets nobody else take in what the register says, on any node, until the commit. */
    void lock() {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('segl.register'))")
                .query(Integer.class)
                .single();
    }

    /** Lets nobody take in what the register says until the commit; many may hold it so at once. */
    void hold() {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock_shared(hashtext('segl.register'))")
                .query(Integer.class)
                .single();
    }

    /** Those of {@code numbers} that Segl knows. */
    Map<OrgNumber, Known> known(Collection<OrgNumber> numbers) {
        Map<OrgNumber, Known> known = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT u.number, u.name, u.kind, u.parent, r.form,
                               coalesce(r.dissolved, false) AS dissolved
                          FROM unit u LEFT JOIN registered_unit r ON r.unit = u.number
                         WHERE u.number = ANY (?)
                        """)
                .param(numbers(numbers))
                .query(rs -> {
                    OrgNumber number = new OrgNumber(rs.getString("number"));
                    known.put(
                            number,
                            new Known(
                                    new Unit(
                                            number,
                                            rs.getString("name"),
                                            UnitKind.valueOf(rs.getString("kind")),
                                            Columns.maybeString(rs, "parent").map(OrgNumber::new)),
                                    Columns.maybeString(rs, "form"),
                                    rs.getBoolean("dissolved")));
                });
        return known;
    }

    /** The key roles that were held at {@code unit} when it was last asked. */
    List<KeyRole> roles(OrgNumber unit) {
        return jdbc.sql(
                        """
                        SELECT code, holders, changed_on FROM key_role WHERE unit = ? ORDER BY code
                        """)
                .param(unit.value())
                .query((rs, _) ->
                        new KeyRole(
                                rs.getString("code"),
                                rs.getInt("holders"),
                                Optional.ofNullable(rs.getObject("changed_on", LocalDate.class))))
                .list();
    }

    void apply(RegisterFact fact, Instant now) {
        switch (fact) {
            case UnitRegistered(var registered) -> {
                units.enter(registered.unit());
                register(registered.unit().number(), registered.form(), now);
            }
            case UnitRenamed(var unit, var name) -> set("unit SET name = ?", "number", name, unit);
            case UnitMoved(var unit, var from) -> move(unit, from);
            case UnitReformed(var unit, var form) ->
                    set("registered_unit SET form = ?", "unit", form, unit);
            case UnitDissolved(var unit, var on) -> dissolve(unit, on, now);
            case UnitRestored(var unit) ->
                    jdbc.sql(
                                    """
                                    UPDATE registered_unit SET dissolved = false, dissolved_on = NULL
                                     WHERE unit = ?
                                    """)
                            .param(unit.value())
                            .update();
            case KeyRoleTaken(var unit, var role) -> hold(unit, role, now);
            case KeyRoleChanged(var unit, var role) -> hold(unit, role, now);
            case KeyRoleLeft(var unit, var code) ->
                    jdbc.sql("DELETE FROM key_role WHERE unit = ? AND code = ?")
                            .param(unit.value())
                            .param(code)
                            .update();
        }
    }

    private void register(OrgNumber unit, String form, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO registered_unit (unit, form, seen_at) VALUES (?, ?, ?)
                        ON CONFLICT (unit) DO UPDATE
                           SET form = excluded.form, dissolved = false, dissolved_on = NULL
                        """)
                .param(unit.value())
                .param(form)
                .param(at(now))
                .update();
    }

    private void move(Unit unit, Optional<OrgNumber> from) {
        if (units.standsBeneathItself(unit)) {
            throw new IllegalStateException(unit.number() + " would stand beneath itself");
        }
        jdbc.sql("UPDATE unit SET kind = ?, parent = ? WHERE number = ?")
                .param(unit.kind().name())
                .param(unit.parent().map(OrgNumber::value).orElse(null))
                .param(unit.number().value())
                .update();
        jdbc.sql("UPDATE registered_unit SET moved_from = ? WHERE unit = ?")
                .param(from.map(OrgNumber::value).orElse(null))
                .param(unit.number().value())
                .update();
    }

    /** Also of a unit that was entered by hand; its form is not told any more. */
    private void dissolve(OrgNumber unit, Optional<LocalDate> on, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO registered_unit (unit, form, dissolved, dissolved_on, seen_at)
                        VALUES (?, 'UKJENT', true, ?, ?)
                        ON CONFLICT (unit) DO UPDATE
                           SET dissolved = true, dissolved_on = excluded.dissolved_on
                        """)
                .param(unit.value())
                .param(on.orElse(null))
                .param(at(now))
                .update();
    }

    private void hold(OrgNumber unit, KeyRole role, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO key_role (unit, code, holders, changed_on, seen_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (unit, code) DO UPDATE
                           SET holders = excluded.holders, changed_on = excluded.changed_on
                        """)
                .param(unit.value())
                .param(role.code())
                .param(role.holders())
                .param(role.changed().orElse(null))
                .param(at(now))
                .update();
    }

    private void set(String what, String key, String value, OrgNumber unit) {
        jdbc.sql("UPDATE " + what + " WHERE " + key + " = ?")
                .param(value)
                .param(unit.value())
                .update();
    }

    /** That the register had {@code units} just now. */
    void seen(Collection<OrgNumber> numbers, Instant now) {
        jdbc.sql("UPDATE registered_unit SET seen_at = ? WHERE unit = ANY (?)")
                .param(at(now))
                .param(numbers(numbers))
                .update();
    }

    /** That the register told the key roles of {@code unit} just now. */
    void seenRoles(OrgNumber unit, Instant now) {
        jdbc.sql("UPDATE key_role SET seen_at = ? WHERE unit = ?")
                .param(at(now))
                .param(unit.value())
                .update();
    }
}
