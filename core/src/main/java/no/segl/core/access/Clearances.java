package no.segl.core.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Right;
import no.segl.core.party.Lineage;

/** Decides who may, from grants and scopes alone. */
public final class Clearances {

    private Clearances() {}

    /**
     * May the holder of {@code grants} read letters of {@code category} at {@code unit}? A grant
     * holds at its own unit and at those that inherit from it; the nearest one is the right.
     */
    public static Clearance toRead(
            List<Grant> grants, Lineage unit, Category category, Instant at) {
        List<OrgNumber> near = new ArrayList<>(unit.inheritsFrom());
        near.addFirst(unit.unit());
        List<Grant> nearestFirst =
                grants.stream()
                        .sorted(Comparator.comparingInt(g -> near.indexOf(g.unit())))
                        .toList();
        return byGrant(
                nearestFirst,
                g ->
                        g.power() == Power.READ
                                && near.contains(g.unit())
                                && g.category().filter(category::equals).isPresent(),
                unit.unit(),
                at);
    }

    /**
     * May the holder of {@code grants} use {@code power}, which is not to read, at {@code unit}?
     */
    public static Clearance to(Power power, List<Grant> grants, Lineage unit, Instant at) {
        if (power == Power.READ) {
            throw new IllegalArgumentException("to read is asked with a category");
        }
        return byGrant(grants, g -> g.power() == power && unit.isWithin(g.unit()), unit.unit(), at);
    }

    /** May the holder of {@code grants} use one of {@code powers}, none of them to read? */
    public static Clearance toAny(
            List<Power> powers, List<Grant> grants, Lineage unit, Instant at) {
        return powers.stream()
                .map(power -> to(power, grants, unit, at))
                .reduce((one, other) -> one instanceof Cleared ? one : other)
                .orElseThrow(() -> new IllegalArgumentException("no power is asked for"));
    }

    /**
     * May somebody read a letter that is shared with them, whatever {@code byGrant} says of their
     * grants?
     *
     * @param shares what is shared of the letter with them
     * @param documents whether it is a document that they want
     */
    public static Clearance orByShare(
            Clearance byGrant, List<Share> shares, boolean documents, Instant at) {
        if (!(byGrant instanceof Denied denied)) {
            return byGrant;
        }
        Ground ground = denied.ground();
        for (Share share : shares) {
            if (share.holdsAt(at)) {
                if (share.documents() || !documents) {
                    return new Cleared(new Right("share", share.id().toString()));
                }
                ground = Ground.DOCUMENTS_NOT_SHARED;
            } else if (ground == Ground.NO_GRANT) {
                ground = share.hasEndedAt(at) ? Ground.ENDED : Ground.NOT_YET;
            }
        }
        return new Denied(ground, denied.unit());
    }

    /**
     * May somebody open what is sealed for the named case worker? No grant lets them: somebody else
     * has handed it over to them.
     *
     * @param toFetch whether they may read the documents that are not sealed
     * @param shares what is shared of the letter with them
     * @param unit where the letter came
     */
    public static Clearance toUnseal(
            Clearance toFetch, List<Share> shares, OrgNumber unit, Instant at) {
        return switch (toFetch) {
            case Denied denied -> denied;
            case Cleared _ ->
                    shares.stream()
                            .filter(s -> s.sealed() && s.holdsAt(at))
                            .<Clearance>map(
                                    s -> new Cleared(new Right("handover", s.id().toString())))
                            .findFirst()
                            .orElseGet(() -> new Denied(Ground.SEALED, unit));
        };
    }

    /**
     * May the holder of {@code grants} give and end {@code power} at {@code unit}? An access
     * manager may not make others, or administrators.
     */
    public static Clearance toGive(Power power, List<Grant> grants, Lineage unit, Instant at) {
        Clearance byAdministrator = to(Power.ADMINISTER, grants, unit, at);
        return byAdministrator instanceof Denied && !power.isOverAccess()
                ? to(Power.MANAGE_ACCESS, grants, unit, at)
                : byAdministrator;
    }

    /**
     * May a machine that acts for {@code consumer} with {@code scopes} use {@code scope} at {@code
     * unit}? A machine speaks for its organisation and every unit beneath it.
     */
    public static Clearance byScope(
            String scope, Set<String> scopes, OrgNumber consumer, Lineage unit) {
        if (!scopes.contains(scope)) {
            return new Denied(Ground.SCOPE_MISSING, unit.unit());
        }
        return unit.isWithin(consumer)
                ? new Cleared(new Right("scope", scope))
                : new Denied(Ground.OTHER_ORGANISATION, unit.unit());
    }

    private static Clearance byGrant(
            List<Grant> grants, Predicate<Grant> covers, OrgNumber unit, Instant at) {
        Ground ground = Ground.NO_GRANT;
        for (Grant grant : grants) {
            if (!covers.test(grant)) {
                continue;
            }
            if (grant.holdsAt(at)) {
                String power = grant.power().name().toLowerCase(Locale.ROOT);
                return new Cleared(new Right("grant", power + ":" + grant.id()));
            }
            ground = grant.hasEndedAt(at) ? Ground.ENDED : laterOf(ground);
        }
        return new Denied(ground, unit);
    }

    private static Ground laterOf(Ground ground) {
        return ground == Ground.ENDED ? ground : Ground.NOT_YET;
    }
}
