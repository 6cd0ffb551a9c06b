package no.segl.sandbox;

import java.util.HashSet;
import java.util.Set;
import no.segl.sandbox.maskinporten.Maskinporten;
import no.segl.sandbox.party.Seed;

/** The clients of Maskinporten that the sandbox begins with. All share one key. */
public final class Clients {

    public static final String MUNICIPALITY = "fjordvik-kommune";
    public static final String POLICE = "vestfjord-politi";
    public static final String HOSPITAL = "fjordvik-sjukehus";
    public static final String LAW_FIRM = "lie-og-strand";
    public static final String VENDOR = "sak-og-arkiv";

    private static final Set<String> ORGANISATION =
            Set.of(
                    "altinn:correspondence.write",
                    "altinn:correspondence.read",
                    "altinn:events.subscribe",
                    "altinn:accessmanagement/authorizedparties",
                    "altinn:accessmanagement/enduser:connections:toothers.read",
                    "ks:fiks");

    private Clients() {}

    static void register(Maskinporten maskinporten) {
        Set<String> owner = new HashSet<>(ORGANISATION);
        owner.add("altinn:serviceowner");
        maskinporten.register(MUNICIPALITY, Seed.MUNICIPALITY, owner);
        maskinporten.register(POLICE, Seed.POLICE, owner);
        maskinporten.register(HOSPITAL, Seed.HOSPITAL, owner);
        maskinporten.register(LAW_FIRM, Seed.LAW_FIRM, ORGANISATION);
        maskinporten.register(VENDOR, Seed.VENDOR, Set.of("ks:fiks"));
    }
}
