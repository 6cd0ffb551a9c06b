package no.segl.proof.demo;

import static no.segl.proof.demo.Fjordvik.CHILD_WELFARE;
import static no.segl.proof.demo.Fjordvik.HOSPITAL;
import static no.segl.proof.demo.Fjordvik.HOSPITAL_CLIENT;
import static no.segl.proof.demo.Fjordvik.LAW_FIRM;
import static no.segl.proof.demo.Fjordvik.MUNICIPALITY;
import static no.segl.proof.demo.Fjordvik.MUNICIPAL_CLIENT;
import static no.segl.proof.demo.Fjordvik.OUTER_SCHOOL;
import static no.segl.proof.demo.Fjordvik.POLICE;
import static no.segl.proof.demo.Fjordvik.POLICE_CLIENT;
import static no.segl.proof.demo.Fjordvik.PRIMARY_SCHOOL;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.proof.demo.World.Document;
import no.segl.proof.demo.World.Letter;

/**
 * The letters of the demo, with who sends them to whom. Two of them reach somebody who can open
 * them and two reach nobody; the dispatch to the schools reaches one of each.
 */
final class Letters {

    private Letters() {}

    static List<Letter> all() {
        return List.of(
                concernReport(),
                hospitalReport(),
                toLawFirm(),
                toHospital(),
                toSchools(),
                toMunicipality());
    }

    private static Letter concernReport() {
        return new Letter(
                UUID.fromString("af56fd28-fc6b-4b55-9886-1b7a2124f1d1"),
                POLICE_CLIENT,
                POLICE,
                List.of(CHILD_WELFARE),
                Category.CHILD_WELFARE,
                "Brev til barnevernstenesta",
                "VPD-2026-004417",
                "2026/10447-2",
                Optional.empty(),
                Language.NN,
                List.of(new Document("brev-barnevernstenesta.pdf", Papers.concernReport())));
    }

    private static Letter hospitalReport() {
        return new Letter(
                UUID.fromString("a69819c8-c079-4dd5-9756-dda1e28f662a"),
                HOSPITAL_CLIENT,
                HOSPITAL,
                List.of(CHILD_WELFARE),
                Category.CHILD_WELFARE,
                "Brev frå sjukehuset",
                "FS-26-11872",
                "2026/2208-1",
                Optional.of("Var Hassel"),
                Language.NN,
                List.of(new Document("svar-opplysningar.pdf", Papers.hospitalReport())));
    }

    private static Letter toLawFirm() {
        return new Letter(
                UUID.fromString("adee41fe-0c53-4250-b20a-544e8013f311"),
                POLICE_CLIENT,
                POLICE,
                List.of(LAW_FIRM),
                Category.POLICE_JUSTICE,
                "Brev fra politiet",
                "VPD-2026-004502",
                "2026/9915-7",
                Optional.of("Klok Strand"),
                Language.NB,
                List.of(new Document("brev-advokat.pdf", Papers.toLawFirm())));
    }

    private static Letter toHospital() {
        return new Letter(
                UUID.fromString("036d867d-b782-497f-8df5-47d716ec479e"),
                MUNICIPAL_CLIENT,
                MUNICIPALITY,
                List.of(HOSPITAL),
                Category.HEALTH_SOCIAL_WELFARE,
                "Brev frå kommunen",
                "FK-26/01183",
                "26/01183-4",
                Optional.empty(),
                Language.NN,
                List.of(new Document("brev-sjukehuset.pdf", Papers.toHospital())));
    }

    private static Letter toSchools() {
        return new Letter(
                UUID.fromString("c2143715-18dd-4237-90a7-bfc7df8bc7c7"),
                POLICE_CLIENT,
                POLICE,
                List.of(PRIMARY_SCHOOL, OUTER_SCHOOL),
                Category.UPBRINGING_EDUCATION,
                "Brev til skulane",
                "VPD-2026-004533",
                "2026/10502-1",
                Optional.empty(),
                Language.NN,
                List.of(new Document("brev-skulane.pdf", Papers.toSchools())));
    }

    private static Letter toMunicipality() {
        return new Letter(
                UUID.fromString("f2e48830-cb62-44bb-a14a-7e3a54035718"),
                POLICE_CLIENT,
                POLICE,
                List.of(MUNICIPALITY),
                Category.GENERAL,
                "Brev til kommunen",
                "VPD-2026-004540",
                "2026/10519-1",
                Optional.empty(),
                Language.NN,
                List.of(new Document("brev-kommunen.pdf", Papers.toMunicipality())));
    }
}
