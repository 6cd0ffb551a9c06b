package no.segl.app.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.register.Register.Listing;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Address;
import no.segl.core.register.Answer;
import no.segl.core.register.Registered;
import tools.jackson.databind.JsonNode;

/** A unit as the register writes it. All but the few fields that Segl needs is passed over. */
final class UnitJson {

    private static final int LONGEST_NAME = 250;

    private UnitJson() {}

    /**
     * What {@code json} says of a unit. A section is a unit among main units that has one above it.
     *
     * @throws RegisterUnreadable if it is no unit
     */
    static Answer read(Listing listing, JsonNode json) throws RegisterUnreadable {
        OrgNumber number = number(json, "organisasjonsnummer");
        if (json.has("slettedato")) {
            return new Answer.Deleted(number, day(json.path("slettedato")));
        }
        Optional<OrgNumber> parent =
                json.path("overordnetEnhet").isString()
                        ? Optional.of(number(json, "overordnetEnhet"))
                        : Optional.empty();
        UnitKind kind =
                switch (listing) {
                    case SUBUNITS -> UnitKind.SUBUNIT;
                    case UNITS -> parent.isPresent() ? UnitKind.ORG_SECTION : UnitKind.MAIN_UNIT;
                };
        String name = json.path("navn").stringValue("").strip();
        try {
            return new Answer.Living(
                    new Registered(
                            new Unit(
                                    number,
                                    name.length() > LONGEST_NAME
                                            ? name.substring(0, LONGEST_NAME)
                                            : name,
                                    kind,
                                    parent),
                            json.path("organisasjonsform").path("kode").stringValue(""),
                            address(json)));
        } catch (IllegalArgumentException e) {
            throw new RegisterUnreadable("unit " + number + " lacks a name, a form or a parent");
        }
    }

    /** Where it gets post: the postal address, or where it is. */
    private static Optional<Address> address(JsonNode json) {
        for (String field : List.of("postadresse", "forretningsadresse", "beliggenhetsadresse")) {
            JsonNode address = json.path(field);
            String city = address.path("poststed").stringValue("").strip();
            String country = address.path("landkode").stringValue("NO").strip();
            if (!city.isEmpty() && country.length() == 2) {
                List<String> lines = new ArrayList<>();
                address.path("adresse").forEach(line -> lines.add(line.stringValue("").strip()));
                lines.removeIf(String::isEmpty);
                return Optional.of(
                        new Address(
                                lines,
                                address.path("postnummer").stringValue("").strip(),
                                city,
                                country));
            }
        }
        return Optional.empty();
    }

    /** The number in a field. */
    static OrgNumber number(JsonNode json, String field) throws RegisterUnreadable {
        return OrgNumber.parse(json.path(field).stringValue(""))
                .orElseThrow(() -> new RegisterUnreadable("a unit has no valid number"));
    }

    /** The day that {@code json} tells, which may be none. */
    static Optional<LocalDate> day(JsonNode json) {
        try {
            return json.stringValueOpt()
                    .map(text ->
                            LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
