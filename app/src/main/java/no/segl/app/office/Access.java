package no.segl.app.office;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.store.Grants;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/** Asks core who may, with what the store knows of grants, shares and units at that instant. */
public final class Access {

    private final Grants grants;
    private final Shares shares;
    private final Units units;

    public Access(Grants grants, Shares shares, Units units) {
        this.grants = grants;
        this.shares = shares;
        this.units = units;
    }

    /** May {@code person} read what stands on a letter? */
    Clearance toRead(Envelope envelope, PersonId person, Instant now) {
        return Clearances.orByShare(
                byGrant(envelope, person, now), shares.of(envelope.id(), person), false, now);
    }

    /** May {@code person} read the letter's documents? */
    Clearance toFetch(Envelope envelope, PersonId person, Instant now) {
        return Clearances.orByShare(
                byGrant(envelope, person, now), shares.of(envelope.id(), person), true, now);
    }

    /** May {@code person} open what is sealed in the letter for its named case worker? */
    Clearance toUnseal(Envelope envelope, PersonId person, Instant now) {
        return Clearances.toUnseal(
                toFetch(envelope, person, now),
                shares.of(envelope.id(), person),
                envelope.recipient(),
                now);
    }

    /** May {@code person} read the letter by a grant, so that it is theirs to share and answer? */
    Clearance byGrant(Envelope envelope, PersonId person, Instant now) {
        return Clearances.toRead(
                grants.of(person), units.lineage(envelope.recipient()), envelope.category(), now);
    }

    /** May {@code person} use {@code power} at {@code unit}? */
    Clearance to(Power power, PersonId person, OrgNumber unit, Instant now) {
        return Clearances.to(power, grants.of(person), units.lineage(unit), now);
    }

    /** Does {@code person} answer for cases at that end of a letter, where it is {@code unit}? */
    public Clearance toAnswer(Side side, PersonId person, OrgNumber unit, Instant now) {
        return Clearances.toAny(
                Matter.answeredBy(side), grants.of(person), units.lineage(unit), now);
    }

    /** Does {@code person} follow how letters fare at that end, where it is {@code unit}? */
    public Clearance toFollow(Side side, PersonId person, OrgNumber unit, Instant now) {
        return Clearances.toAny(side.followedBy(), grants.of(person), units.lineage(unit), now);
    }

    /** The topmost units of whose cases, at either end of letters, {@code person} answers. */
    List<OrgNumber> answered(PersonId person, Instant now) {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        for (Side side : Side.values()) {
            powers.addAll(Matter.answeredBy(side));
        }
        return units.topmost(given(powers, person, now));
    }

    /** The units of whose cases {@code person} answers at one end, with all that inherit. */
    public Set<OrgNumber> answering(Side side, PersonId person, Instant now) {
        return units.within(answeredFrom(side, person, now));
    }

    /** The units at which {@code person} was given that. */
    Set<OrgNumber> answeredFrom(Side side, PersonId person, Instant now) {
        return given(Matter.answeredBy(side), person, now);
    }

    /** The units whose letters {@code person} may follow at one end, with all that inherit. */
    public Set<OrgNumber> followed(Side own, PersonId person, Instant now) {
        return units.within(followedFrom(own, person, now));
    }

    /** The units at which {@code person} was given that. */
    public Set<OrgNumber> followedFrom(Side own, PersonId person, Instant now) {
        return given(own.followedBy(), person, now);
    }

    private Set<OrgNumber> given(Collection<Power> powers, PersonId person, Instant now) {
        return grants.of(person).stream()
                .filter(g -> powers.contains(g.power()) && g.holdsAt(now))
                .map(Grant::unit)
                .collect(Collectors.toSet());
    }

    /** Where access to read at {@code unit} is given: there, and where it inherits from. */
    List<OrgNumber> readFrom(OrgNumber unit) {
        return Stream.concat(Stream.of(unit), units.lineage(unit).inheritsFrom().stream()).toList();
    }

    /** May {@code person} give and end {@code power} at {@code unit}? */
    Clearance toGive(Power power, PersonId person, OrgNumber unit, Instant now) {
        return Clearances.toGive(power, grants.of(person), units.lineage(unit), now);
    }
}
