package no.segl.app.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import org.jspecify.annotations.Nullable;

/**
 * The login by which somebody shows that they hold a key role in an organisation: Ansattporten is
 * asked for an authorisation (RFC 9396), lets them choose whom to represent, and tells it in the id
 * token. Source: Digdir, "RAR-typer i Ansattporten".
 *
 * @param wanted what to ask for; empty if nobody can show it here
 */
public record KeyRoleLogin(Optional<Wanted> wanted) {

    /** The claim in which it is told; also the parameter by which it is asked for. */
    public static final String CLAIM = "authorization_details";

    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final String NORWAY = "0192:";
    private static final String RESOURCE = "urn:altinn:resource:";
    private static final int MOST = 200;

    /**
     * What Ansattporten asks Altinn for. That only those who hold key roles are given it is for the
     * operator to see to.
     *
     * @param type such as {@code ansattporten:altinn:resource}
     * @param resource such as {@code urn:altinn:resource:main-administrator}
     */
    public record Wanted(String type, String resource) {

        /** Which texts can be asked for. */
        public static final String FORM = "[A-Za-z0-9:._-]{1,200}";

        /**
         * @throws IllegalArgumentException if one cannot be asked for as it is
         */
        public Wanted {
            if (!type.matches(FORM) || !resource.matches(FORM)) {
                throw new IllegalArgumentException("a type and a resource are plain words");
            }
        }
    }

    /** What the issuer is asked for: main units only, and as many as somebody likes. */
    public Optional<String> asked() {
        return wanted.map(w ->
                """
                [{"type":"%s","resource":"%s","organizationform":"enterprise",\
                "allow_multiple_organizations":true}]\
                """
                        .formatted(w.type(), w.resource()));
    }

    /**
     * The organisations that a login tells that somebody represents.
     *
     * @param claims those of an id token whose signature is verified
     * @return none if anything in the claim is otherwise than it is documented
     */
    List<OrgNumber> told(Map<String, Object> claims) {
        try {
            List<OrgNumber> told = new ArrayList<>();
            wanted.ifPresent(w -> {
                for (Object detail : list(claims.get(CLAIM))) {
                    Map<?, ?> d = map(detail);
                    if (w.type().equals(d.get("type")) && w.resource().equals(d.get("resource"))) {
                        told.addAll(represented(d, w));
                    }
                }
            });
            return told.stream().distinct().toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** In Altinn 2's form, {@code reportees}, or in Altinn 3's, {@code authorized_parties}. */
    private static List<OrgNumber> represented(Map<?, ?> detail, Wanted wanted) {
        List<OrgNumber> represented = new ArrayList<>();
        for (Object reportee : list(detail.get("reportees"))) {
            Map<?, ?> r = map(reportee);
            if (list(r.get("Rights")).isEmpty()) {
                throw new IllegalArgumentException("a reportee without a right");
            }
            represented.add(organisation(r.get("Authority"), r.get("ID")));
        }
        for (Object party : list(detail.get("authorized_parties"))) {
            Map<?, ?> p = map(party);
            if (!wanted.resource().equals(RESOURCE + p.get("resource"))) {
                throw new IllegalArgumentException("a party of another resource");
            }
            Map<?, ?> number = map(p.get("orgno"));
            represented.add(organisation(number.get("authority"), number.get("ID")));
        }
        if (represented.size() > MOST) {
            throw new IllegalArgumentException("nobody holds so many key roles");
        }
        return represented;
    }

    private static OrgNumber organisation(@Nullable Object authority, @Nullable Object id) {
        return Optional.of(String.valueOf(id))
                .filter(i -> AUTHORITY.equals(authority) && i.startsWith(NORWAY))
                .flatMap(i -> OrgNumber.parse(i.substring(NORWAY.length())))
                .orElseThrow(() -> new IllegalArgumentException("not an organisation of Norway"));
    }

    /** Nothing is an empty list: a claim that is not there tells nothing. */
    private static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("not a list");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not an object");
    }
}
