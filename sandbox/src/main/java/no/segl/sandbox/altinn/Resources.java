package no.segl.sandbox.altinn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.segl.sandbox.altinn.Resource.Confidentiality;
import no.segl.sandbox.party.Seed;

/** The services by which messages are sent. */
public final class Resources {

    public static final String MUNICIPAL = "fjordvik-taushetsbelagt-post";
    public static final String ORDINARY = "fjordvik-post";
    public static final String EXPLICIT = "fjordvik-innsyn";
    public static final String POLICE = "vestfjord-taushetsbelagt-post";
    public static final String NOT_ALLOWED = "fjordvik-ny-tjeneste";
    public static final String SVARUT_CONFIDENTIAL = "svarut-taushetsbelagt-post";
    public static final String SVARUT_ORDINARY = "svarut-post";

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    /** Those that the sandbox begins with. */
    public static Resources seed() {
        Resources all = new Resources();
        all.put(
                MUNICIPAL,
                "Taushetsbelagt post fra Fjordvik",
                Seed.MUNICIPALITY,
                Confidentiality.CONFIDENTIAL);
        all.put(ORDINARY, "Post fra Fjordvik", Seed.MUNICIPALITY, Confidentiality.NOT_CONFIDENTIAL);
        all.put(
                EXPLICIT,
                "Innsyn i Fjordvik",
                Seed.MUNICIPALITY,
                Confidentiality.EXPLICITLY_DELEGATED);
        all.put(
                POLICE,
                "Taushetsbelagt post fra politiet",
                Seed.POLICE,
                Confidentiality.CONFIDENTIAL);
        all.put(
                SVARUT_CONFIDENTIAL,
                "Taushetsbelagt post gjennom SvarUT",
                Seed.SVARUT,
                Confidentiality.CONFIDENTIAL);
        all.put(
                SVARUT_ORDINARY,
                "Post gjennom SvarUT",
                Seed.SVARUT,
                Confidentiality.NOT_CONFIDENTIAL);
        all.put(
                new Resource(
                        NOT_ALLOWED,
                        "Ny tjeneste i Fjordvik",
                        Seed.MUNICIPALITY,
                        Confidentiality.CONFIDENTIAL,
                        false));
        return all;
    }

    private void put(String id, String title, String owner, Confidentiality confidentiality) {
        put(new Resource(id, title, owner, confidentiality, true));
    }

    /** Enters or changes one. */
    public synchronized void put(Resource resource) {
        resources.put(resource.id(), resource);
    }

    public synchronized List<Resource> all() {
        return List.copyOf(resources.values());
    }

    /**
     * The one of that id or URN.
     *
     * @throws Refused if there is none, or Altinn does not let it be used
     */
    synchronized Resource find(String idOrUrn) {
        Resource resource = resources.get(idOrUrn.replace("urn:altinn:resource:", ""));
        if (resource == null) {
            throw Refused.bad(1036, "The resource does not exist");
        }
        if (!resource.isAllowed()) {
            throw Refused.of(403, 4008, "Resource not whitelisted");
        }
        return resource;
    }
}
