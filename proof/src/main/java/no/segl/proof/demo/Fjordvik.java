package no.segl.proof.demo;

import static no.segl.proof.demo.World.Power.ADMINISTER;
import static no.segl.proof.demo.World.Power.OVERSEE;
import static no.segl.proof.demo.World.Power.READ;
import static no.segl.proof.demo.World.Power.SEND;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.World.Grant;
import no.segl.proof.demo.World.Machine;
import no.segl.proof.demo.World.Person;
import no.segl.proof.demo.World.Power;
import no.segl.proof.demo.World.Unit;
import no.segl.proof.demo.World.UnitKind;

/**
 * Fjordvik and its neighbours: a nynorsk municipality, a police district, a hospital and a law
 * firm. None of them exists. The numbers begin with 3, the series of the synthetic Enhetsregister
 * (Tenor); real ones begin with 8 or 9.
 */
final class Fjordvik {

    static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    static final OrgNumber CHILD_WELFARE = new OrgNumber("310451223");
    static final OrgNumber PRIMARY_SCHOOL = new OrgNumber("310451231");
    static final OrgNumber OUTER_SCHOOL = new OrgNumber("310451258");
    static final OrgNumber LOWER_SECONDARY = new OrgNumber("310451266");
    static final OrgNumber HEALTH = new OrgNumber("310451274");
    static final OrgNumber EMERGENCY_ROOM = new OrgNumber("310451282");
    static final OrgNumber NURSING_HOME = new OrgNumber("310451290");
    static final OrgNumber POLICE = new OrgNumber("312780402");
    static final OrgNumber HOSPITAL = new OrgNumber("313915603");
    static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    static final String POLICE_CLIENT = "vestfjord-politi-sak";
    static final String HOSPITAL_CLIENT = "fjordvik-sjukehus-journal";
    static final String MUNICIPAL_CLIENT = "fjordvik-kommune-sak";
    static final String ARCHIVE_CLIENT = "fjordvik-kommune-arkiv";

    private static final Person DISTRIBUTOR =
            new Person(
                    "a8d2b248-c0a3-4d98-bf0c-41f2b889f6ad",
                    "Rolig Måke",
                    number("12827510120"),
                    new Text(
                            "Postfordeler, Fjordvik barnevernsteneste",
                            "Postfordelar, Fjordvik barnevernsteneste",
                            "Mail distributor, Fjordvik child welfare service"),
                    Optional.empty(),
                    Optional.empty());
    private static final Person COLLEAGUE =
            new Person(
                    "7111bdcc-4b79-4ff2-8a20-c1db3d8c1886",
                    "Kvikk Lerke",
                    number("05888110080"),
                    new Text(
                            "Rådgiver, Fjordvik barneskule",
                            "Rådgivar, Fjordvik barneskule",
                            "Adviser, Fjordvik primary school"),
                    Optional.empty(),
                    Optional.empty());
    private static final Person CASE_WORKER =
            new Person(
                    "0d7f5a4e-6f0b-4a5c-9f4e-2f6d2b1c8a77",
                    "Stille Bekk",
                    number("23846910085"),
                    new Text(
                            "Saksbehandler, Fjordvik barnevernsteneste",
                            "Sakshandsamar, Fjordvik barnevernsteneste",
                            "Case worker, Fjordvik child welfare service"),
                    Optional.of(CHILD_WELFARE),
                    Optional.empty());
    static final Person DIRECTOR =
            new Person(
                    "b8fa1eb4-2bba-4493-bbbc-bf10a81bb8dd",
                    "Stødig Furu",
                    number("31879010074"),
                    new Text(
                            "Kommunedirektør, Fjordvik kommune (nøkkelrolle)",
                            "Kommunedirektør, Fjordvik kommune (nøkkelrolle)",
                            "Municipal director, Fjordvik municipality (key role)"),
                    Optional.empty(),
                    Optional.of(MUNICIPALITY));
    private static final Person DEPUTY_DIRECTOR =
            new Person(
                    "5c1b7f0e-93d4-4f2a-8c55-7d2f4be0a913",
                    "Trygg Gran",
                    number("17877210022"),
                    new Text(
                            "Assisterende kommunedirektør, Fjordvik kommune",
                            "Assisterande kommunedirektør, Fjordvik kommune",
                            "Deputy municipal director, Fjordvik municipality"),
                    Optional.empty(),
                    Optional.empty());
    static final Person ARCHIVIST =
            new Person(
                    "a913372c-29ba-4e68-9541-74e7ad7a2804",
                    "Våken Ugle",
                    number("09816610025"),
                    new Text(
                            "Arkivar, Vestfjord politidistrikt",
                            "Arkivar, Vestfjord politidistrikt",
                            "Archivist, Vestfjord police district"),
                    Optional.empty(),
                    Optional.empty());
    static final Person MANAGING_PARTNER =
            new Person(
                    "4c1d7d0e-93f5-4d2b-8a6e-52b1f0c7e9a3",
                    "Trygg Eik",
                    number("14877610099"),
                    new Text(
                            "Daglig leder, Lie & Strand advokatfirma (nøkkelrolle)",
                            "Dagleg leiar, Lie & Strand advokatfirma (nøkkelrolle)",
                            "General manager, Lie & Strand law firm (key role)"),
                    Optional.empty(),
                    Optional.of(LAW_FIRM));
    private static final Person HOSPITAL_DISTRIBUTOR =
            new Person(
                    "568d3d78-38b3-4da6-b42c-c99d7f35c95d",
                    "Blid Bjørk",
                    number("54897310190"),
                    new Text(
                            "Postfordeler, Fjordvik sjukehus HF",
                            "Postfordelar, Fjordvik sjukehus HF",
                            "Mail distributor, Fjordvik hospital"),
                    Optional.empty(),
                    Optional.empty());

    private Fjordvik() {}

    /** Of Tenor's kind: nobody has them. */
    private static NationalIdentityNumber number(String digits) {
        return NationalIdentityNumber.parse(digits).orElseThrow();
    }

    static List<Unit> units() {
        return List.of(
                main(MUNICIPALITY, "Fjordvik kommune", Language.NN),
                section(UPBRINGING, "Oppvekst og barnevern"),
                sub(CHILD_WELFARE, "Fjordvik barnevernsteneste", UPBRINGING),
                sub(PRIMARY_SCHOOL, "Fjordvik barneskule", UPBRINGING),
                sub(OUTER_SCHOOL, "Ytre Fjordvik skule", UPBRINGING),
                sub(LOWER_SECONDARY, "Fjordvik ungdomsskule", UPBRINGING),
                section(HEALTH, "Helse og omsorg"),
                sub(EMERGENCY_ROOM, "Fjordvik legevakt", HEALTH),
                sub(NURSING_HOME, "Fjordvik sjukeheim", HEALTH),
                main(POLICE, "Vestfjord politidistrikt", Language.NB),
                main(HOSPITAL, "Fjordvik sjukehus HF", Language.NN),
                main(LAW_FIRM, "Lie & Strand advokatfirma AS", Language.NB));
    }

    static List<Person> persons() {
        return List.of(
                DISTRIBUTOR,
                COLLEAGUE,
                CASE_WORKER,
                DIRECTOR,
                DEPUTY_DIRECTOR,
                ARCHIVIST,
                MANAGING_PARTNER,
                HOSPITAL_DISTRIBUTOR);
    }

    /**
     * The director and the deputy administer access and can read nothing, and nobody at the law
     * firm can do anything until its manager shows that they hold a key role: that is the point.
     */
    static List<Grant> grants() {
        return List.of(
                read(DISTRIBUTOR, CHILD_WELFARE, Category.CHILD_WELFARE),
                read(COLLEAGUE, PRIMARY_SCHOOL, Category.UPBRINGING_EDUCATION),
                plain(DIRECTOR, MUNICIPALITY, ADMINISTER),
                plain(DEPUTY_DIRECTOR, MUNICIPALITY, ADMINISTER),
                plain(ARCHIVIST, POLICE, OVERSEE),
                plain(ARCHIVIST, POLICE, SEND),
                read(HOSPITAL_DISTRIBUTOR, HOSPITAL, Category.HEALTH_SOCIAL_WELFARE));
    }

    static List<Machine> machines() {
        return List.of(
                new Machine(POLICE_CLIENT, POLICE, scopes("segl:send", "segl:status")),
                new Machine(HOSPITAL_CLIENT, HOSPITAL, scopes("segl:send", "segl:status")),
                new Machine(
                        MUNICIPAL_CLIENT,
                        MUNICIPALITY,
                        scopes("segl:send", "segl:status", "segl:receive", "segl:admin")),
                new Machine(ARCHIVE_CLIENT, MUNICIPALITY, scopes("segl:status")));
    }

    private static Unit main(OrgNumber number, String name, Language language) {
        return new Unit(number, name, UnitKind.MAIN_UNIT, Optional.empty(), language);
    }

    private static Unit section(OrgNumber number, String name) {
        return new Unit(number, name, UnitKind.ORG_SECTION, Optional.of(MUNICIPALITY), Language.NN);
    }

    private static Unit sub(OrgNumber number, String name, OrgNumber parent) {
        return new Unit(number, name, UnitKind.SUBUNIT, Optional.of(parent), Language.NN);
    }

    private static Grant read(Person person, OrgNumber unit, Category category) {
        return new Grant(person.subject(), unit, READ, Optional.of(category));
    }

    private static Grant plain(Person person, OrgNumber unit, Power power) {
        return new Grant(person.subject(), unit, power, Optional.empty());
    }

    private static SortedSet<String> scopes(String... scopes) {
        return new TreeSet<>(List.of(scopes));
    }
}
