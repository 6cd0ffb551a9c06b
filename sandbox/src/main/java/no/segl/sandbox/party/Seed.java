package no.segl.sandbox.party;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The world that the sandbox begins with. {@code docs/sandbox.md} lists it. */
public final class Seed {

    public static final String MUNICIPALITY = "310451207";
    public static final String UPBRINGING = "310451215";
    public static final String CHILD_WELFARE = "310451223";
    public static final String HEALTH = "310451274";
    public static final String POLICE = "312780402";
    public static final String HOSPITAL = "313915603";
    public static final String LAW_FIRM = "313915611";

    /** Nobody has a key role there: it cannot be sent confidential mail. */
    public static final String NO_KEY_ROLE = "313917002";

    /** It has no address for notices. */
    public static final String NO_ADDRESS = "313917010";

    /** It takes letters from SvarUT with a system of its own. */
    public static final String OWN_SYSTEM = "313917029";

    /** Owns the services by which SvarUT sends through Altinn. */
    public static final String SVARUT = "313917037";

    /** Makes a system for others, and calls SvarUT for them. */
    public static final String VENDOR = "313917045";

    /** A person who takes mail, and one who is reserved against it. Neither is real. */
    public static final String PERSON = "01887090188";

    public static final String RESERVED_PERSON = "01887090269";

    private Seed() {}

    /** All organisations and persons. */
    public static Directory directory() {
        Directory all = new Directory();
        all.put(Organisation.of(MUNICIPALITY, "Fjordvik kommune", "KOMM"));
        section(all, UPBRINGING, "Oppvekst og barnevern");
        sub(all, CHILD_WELFARE, "Fjordvik barnevernsteneste", UPBRINGING);
        sub(all, "310451231", "Fjordvik barneskule", UPBRINGING);
        sub(all, "310451258", "Ytre Fjordvik skule", UPBRINGING);
        sub(all, "310451266", "Fjordvik ungdomsskule", UPBRINGING);
        section(all, HEALTH, "Helse og omsorg");
        sub(all, "310451282", "Fjordvik legevakt", HEALTH);
        sub(all, "310451290", "Fjordvik sjukeheim", HEALTH);
        all.put(Organisation.of(POLICE, "Vestfjord politidistrikt", "ORGL"));
        all.put(Organisation.of(HOSPITAL, "Fjordvik sjukehus HF", "SÆR"));
        all.put(Organisation.of(LAW_FIRM, "Lie & Strand advokatfirma AS", "AS"));
        all.put(
                Organisation.of(NO_KEY_ROLE, "Foreningen uten styre", "FLI")
                        .withRoles(Set.of("MEDL")));
        all.put(
                Organisation.of(NO_ADDRESS, "Taus postboks AS", "AS")
                        .withAddresses(List.of(), List.of()));
        all.put(Organisation.of(OWN_SYSTEM, "Eget system kommune", "KOMM").withSystem());
        all.put(Organisation.of(SVARUT, "Fellestjenester for kommuner", "FLI"));
        all.put(Organisation.of(VENDOR, "Sak og arkiv leverandør AS", "AS"));
        all.put(PERSON, false);
        all.put(RESERVED_PERSON, true);
        return all;
    }

    private static void section(Directory all, String number, String name) {
        all.put(Organisation.of(number, name, "ORGL").beneath(MUNICIPALITY));
    }

    private static void sub(Directory all, String number, String name, String parent) {
        all.put(
                Organisation.of(number, name, "BEDR")
                        .withRoles(Set.of())
                        .withAddresses(List.of(), List.of())
                        .beneath(parent));
    }

    /**
     * What was given in Altinn: the municipality's system may open what comes to the child welfare
     * service, and nobody what comes to its other units; the police and the law firm open their
     * own. The hospital has given it to nobody.
     */
    public static Access access(Directory directory, Instant since) {
        Access access = new Access(directory);
        for (String managed : List.of(MUNICIPALITY, UPBRINGING, HEALTH)) {
            access.give(managed, MUNICIPALITY, Access.MANAGER, since);
        }
        for (String own : List.of(POLICE, HOSPITAL, LAW_FIRM)) {
            access.give(own, own, Access.MANAGER, since);
        }
        access.give(CHILD_WELFARE, MUNICIPALITY, Access.CONFIDENTIAL, since);
        access.give(CHILD_WELFARE, "Rolig Måke", Access.CONFIDENTIAL, since);
        access.give(POLICE, POLICE, Access.CONFIDENTIAL, since);
        access.give(LAW_FIRM, LAW_FIRM, Access.CONFIDENTIAL, since);
        return access;
    }
}
