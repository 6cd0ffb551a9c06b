package no.segl.proof.demo;

import java.util.List;
import no.segl.core.id.OrgNumber;
import no.segl.proof.demo.Paper.Letterhead;

/**
 * What the letters of the demo say. Every event, child and number in them is invented; the one
 * national identity number is of the synthetic kind (80 added to the month).
 */
final class Papers {

    private static final Letterhead POLICE =
            letterhead(
                    "Vestfjord politidistrikt",
                    "Felles straffesaksinntak",
                    "Postboks 100, 0000 Vestfjord",
                    Fjordvik.POLICE,
                    0x1f2f54);
    private static final Letterhead HOSPITAL =
            letterhead(
                    "Fjordvik sjukehus HF",
                    "Barne- og ungdomsavdelinga",
                    "Sjukehusvegen 1, 0000 Fjordvik",
                    Fjordvik.HOSPITAL,
                    0x00558c);
    private static final Letterhead MUNICIPALITY =
            letterhead(
                    "Fjordvik kommune",
                    "Helse og omsorg",
                    "Rådhusplassen 1, 0000 Fjordvik",
                    Fjordvik.MUNICIPALITY,
                    0x0b5d51);

    private Papers() {}

    static Paper concernReport() {
        return new Paper(
                Language.NN,
                POLICE,
                List.of("Fjordvik barnevernsteneste", "Rådhusplassen 1", "0000 Fjordvik"),
                "2026/10447-2",
                "",
                "Bekymringsmelding til barnevernstenesta",
                List.of(
                        "Vi melder med dette frå om eit barn som vi meiner kan trenge hjelp, jf."
                                + " barnevernslova § 13-2. Vi ber om at meldinga blir gjennomgådd"
                                + " straks, og seinast innan ei veke, jf. § 2-1.",
                        "Barnet: | Mild Sommarfugl",
                        "Fødselsnummer: | 148516 89835",
                        "Bur hos: | Far, Trygg Havn, Naustvegen 4, 0000 Fjordvik",
                        "Skule: | Fjordvik barneskule, 5. trinn",
                        "## Kva vi såg",
                        "Onsdag kveld kort tid før midnatt fekk vi melding om eit barn som sat"
                                + " åleine på ein benk ved ferjekaia. Patrulja kom fram etter om lag"
                                + " ti minutt. Barnet var tynt kledd, men i god form, og svara"
                                + " høfleg på spørsmål. Det fortalde at det ikkje hadde fått tak i"
                                + " far på telefon, og at det hadde gått ut for å leite.",
                        "Vi følgde barnet heim. Far sov då vi kom. Han vart glad for å sjå barnet,"
                                + " tok godt imot oss og sa at han har hatt mykje nattarbeid i haust."
                                + " Det var lite mat i huset, og barnet sa at det ofte er åleine"
                                + " om kveldane.",
                        "## Kvifor vi er bekymra",
                        "- Det er tredje gongen sidan august at barnet er funne ute åleine seint på"
                                + " kvelden.",
                        "- Far seier sjølv at han treng avlasting, men veit ikkje kven han kan"
                                + " spørje.",
                        "- Skulen har sagt til oss at barnet ofte er trøytt i første time.",
                        "## Kva som er gjort",
                        "Far er kjend med at denne meldinga blir send, og er positiv til å få hjelp."
                                + " Saka er ikkje ei straffesak, og vi gjer ikkje meir med ho no.",
                        "Barnet veit at vi melder frå. Det spurde om nokon kunne hjelpe far, og vi"
                                + " sa at det er det barnevernstenesta kan.",
                        "## Vidare kontakt",
                        "Kontakt hos oss: | Lun Solstråle, politikontakt, kvardagar 9 til 15",
                        "Beste tid hos far: | Ettermiddagar etter klokka 15",
                        "Tolk: | Ikkje naudsynt",
                        "Ta kontakt dersom de treng fleire opplysningar. Vi deltek gjerne i eit møte"
                                + " med familien dersom de meiner det er til nytte. Vi ber om"
                                + " tilbakemelding innan tre veker om meldinga fører til ei undersøking."),
                List.of("Sindig Rev", "politioverbetjent"));
    }

    static Paper hospitalReport() {
        return new Paper(
                Language.NN,
                HOSPITAL,
                List.of(
                        "Fjordvik barnevernsteneste",
                        "Att.: Var Hassel",
                        "Rådhusplassen 1",
                        "0000 Fjordvik"),
                "2026/2208-1",
                "BV-26/00318",
                "Svar på førespurnad om opplysningar",
                List.of(
                        "Vi viser til brev frå dykk der de ber om opplysningar om eit barn som har"
                                + " vore til kontroll hos oss. Opplysningane er gjevne med samtykke"
                                + " frå foreldra.",
                        "Barnet: | Lett Bølgje",
                        "Til kontroll: | To gonger i haust",
                        "Barnet har møtt til avtalte kontrollar saman med mor. Høgde, vekt og syn er"
                                + " som venta for alderen. Barnet er blidt og nyfike, og fortel gjerne"
                                + " om korpset på skulen.",
                        "Mor fortel at kvardagen er travel, og at ho har bede kommunen om plass på"
                                + " skulefritidsordninga. Vi støttar søknaden.",
                        "Neste kontroll er i april. Vi har ikkje andre opplysningar som er"
                                + " viktige for saka."),
                List.of("Nøktern Tiur", "overlege"));
    }

    static Paper toLawFirm() {
        return new Paper(
                Language.NB,
                POLICE,
                List.of(
                        "Lie & Strand advokatfirma AS",
                        "Att.: advokat Klok Strand",
                        "Strandgata 2",
                        "0000 Fjordvik"),
                "2026/9915-7",
                "L-4471",
                "Oversendelse av opplysninger i saken",
                List.of(
                        "Vi viser til telefonsamtale og oversender opplysningene du ba om på vegne"
                                + " av din klient.",
                        "Klient: | Lun Granskog",
                        "Saken gjelder: | Sykkel som ble meldt savnet",
                        "Sykkelen er levert inn av en turgåer som fant den ved en rasteplass. Den er"
                                + " uskadd og kan hentes på tjenestestedet i Fjordvik mot"
                                + " legitimasjon. Saken er med dette avsluttet hos oss.",
                        "Vi gjør oppmerksom på at opplysningene er taushetsbelagte, og ber om at de"
                                + " bare deles med den saken gjelder."),
                List.of("Stille Tjern", "politiadvokat"));
    }

    static Paper toHospital() {
        return new Paper(
                Language.NN,
                MUNICIPALITY,
                List.of(
                        "Fjordvik sjukehus HF",
                        "Medisinsk avdeling",
                        "Sjukehusvegen 1",
                        "0000 Fjordvik"),
                "26/01183-4",
                "",
                "Plan for utskriving",
                List.of(
                        "Vi viser til melding om at ein pasient snart er klar for utskriving, og til"
                                + " samtale med avdelinga.",
                        "Pasient: | Stø Brygge",
                        "Tilbod: | Korttidsplass ved Fjordvik sjukeheim i tre veker",
                        "Rommet er klart frå måndag. Heimetenesta har vore på besøk i bustaden og"
                                + " sett opp eit ekstra handtak på badet. Dottera hjelper til med"
                                + " handling, og fysioterapeuten vår lagar ein plan for trening.",
                        "Vi ber om at medisinlista og epikrisa følgjer pasienten same dagen."),
                List.of("Rask Bekk", "avdelingsleiar"));
    }

    static Paper toSchools() {
        return new Paper(
                Language.NN,
                POLICE,
                List.of("Fjordvik barneskule", "Ytre Fjordvik skule"),
                "2026/10502-1",
                "",
                "Oppfølging etter hending på skulevegen",
                List.of(
                        "To elevar, ein frå kvar av skulane, var vitne til eit mindre trafikkuhell"
                                + " ved Naustbrua førre veke. Ingen vart skadde.",
                        "Elevar: | Kjapp Erle (Fjordvik barneskule) og Lys Morgon (Ytre Fjordvik"
                                + " skule)",
                        "Begge var rolege og hjelpsame, men vi trur det kan vere godt for dei å"
                                + " snakke med ein vaksen på skulen. Foreldra er varsla og er samde i"
                                + " at vi skriv til dykk.",
                        "Vi ber kontaktlæraren ta ein prat med eleven i løpet av veka."),
                List.of("Lun Solstråle", "politikontakt"));
    }

    static Paper toMunicipality() {
        return new Paper(
                Language.NN,
                POLICE,
                List.of("Fjordvik kommune", "Rådhusplassen 1", "0000 Fjordvik"),
                "2026/10519-1",
                "",
                "Spørsmål om ein innbyggjar",
                List.of(
                        "Ein innbyggjar har fleire gonger i haust teke kontakt med oss fordi han er"
                                + " uroleg for å bu åleine. Det ligg ikkje føre noko straffbart.",
                        "Innbyggjar: | Varsam Odde",
                        "Han har samtykt i at vi spør kommunen om det finst eit tilbod som passar,"
                                + " til dømes besøksven eller plass på dagsenteret. Vi ber om at"
                                + " brevet blir gjeve til rett eining, og at nokon tek kontakt med"
                                + " han."),
                List.of("Sindig Rev", "politioverbetjent"));
    }

    private static Letterhead letterhead(
            String organisation, String unit, String address, OrgNumber number, int colour) {
        return new Letterhead(
                organisation, unit, List.of(address, "Org.nr. " + number.grouped()), colour);
    }
}
