package no.segl.core.access;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.AccessFact.AccessAsked;
import no.segl.core.access.AccessFact.FourEyesEnded;
import no.segl.core.access.AccessFact.FourEyesRequired;
import no.segl.core.access.AccessFact.RequestApproved;
import no.segl.core.access.AccessFact.RequestDeclined;
import no.segl.core.access.AccessFact.RequestDropped;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Granting.Reply;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;

/**
 * Decides where two persons are needed to give access to read: one asks, another approves (law:
 * personvernforordningen-32). Ending access never needs two.
 */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Two are needed at {@code unit} and beneath it from now on.
     *
     * @param givers how many persons can give access there: with fewer than two, nobody could
     *     approve
     * @param already whether it is so
     * @param by whether who decides it administers the unit
     */
    public static Decision<AccessFact, Reply> require(
            OrgNumber unit, int givers, boolean already, Clearance by) {
        return switch (by) {
            case Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Cleared _ when already -> Decision.nothing(new Reply.Already());
            case Cleared _ when givers < 2 -> Decision.nothing(new Reply.TooFew());
            case Cleared(var right) ->
                    new Decision<>(right, List.of(new FourEyesRequired(unit)), new Reply.Done());
        };
    }

    /**
     * Asks for a grant, or that two are no longer needed.
     *
     * @param standing what the receiver holds
     * @param waiting what has been asked for already and not been answered
     * @param by whether who asks may give it
     */
    public static Decision<AccessFact, Reply> ask(
            Request request, List<Grant> standing, Collection<Request> waiting, Clearance by) {
        boolean given =
                request.grant()
                        .map(g -> Granting.give(standing, g, by).reply() instanceof Reply.Already)
                        .orElse(false);
        return switch (by) {
            case Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Cleared _ when given || waiting.stream().anyMatch(request::isLike) ->
                    Decision.nothing(new Reply.Already());
            case Cleared(var right) ->
                    new Decision<>(right, List.of(new AccessAsked(request)), new Reply.Asked());
        };
    }

    /**
     * When what is asked for at {@code at} can no longer be approved: after {@code period}, whose
     * days are days in Norway, or when the access would end.
     */
    public static Instant lapses(Instant at, Period period, Optional<Instant> end) {
        Instant lapses = at.atZone(WorkingDays.NORWAY).plus(period).toInstant();
        return end.filter(lapses::isAfter).orElse(lapses);
    }

    /**
     * Approves a request: what was asked for holds from now on. It takes two who may give it then:
     * a request of somebody who may not any longer falls away.
     *
     * @param waiting whether it has not been answered
     * @param standing what the receiver holds
     * @param approver somebody else than who asked
     * @param asker whether who asked may give it still
     * @param by whether the approver may give it
     */
    public static Decision<AccessFact, Reply> approve(
            Request request,
            boolean waiting,
            List<Grant> standing,
            PersonId approver,
            Clearance asker,
            Clearance by,
            Instant now) {
        return switch (by) {
            case Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Cleared _ when !waiting || request.hasLapsedAt(now) ->
                    Decision.nothing(new Reply.Already());
            case Cleared _ when approver.equals(request.by()) ->
                    Decision.nothing(new Reply.OwnRequest());
            case Cleared(var right) when asker instanceof Denied ->
                    new Decision<>(
                            right,
                            List.of(new RequestDropped(request.unit(), request.id())),
                            new Reply.AskerMayNot());
            case Cleared(var right) -> {
                List<AccessFact> facts = new ArrayList<>();
                facts.add(new RequestApproved(request.unit(), request.id(), request.by()));
                request.grant()
                        .ifPresentOrElse(
                                g ->
                                        facts.addAll(
                                                Granting.give(standing, g.notBefore(now), by)
                                                        .facts()),
                                () -> facts.add(new FourEyesEnded(request.unit())));
                yield new Decision<>(right, facts, new Reply.Done());
            }
        };
    }

    /**
     * Lets a request fall away, since one it concerns has left: who asked, or who was to receive.
     *
     * @param waiting whether it has not been answered
     * @param by whether who ends the leaver's access may give it
     */
    public static Decision<AccessFact, Reply> drop(
            Request request, boolean waiting, Clearance by, Instant now) {
        return switch (by) {
            case Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Cleared _ when !waiting || request.hasLapsedAt(now) ->
                    Decision.nothing(new Reply.Already());
            case Cleared(var right) ->
                    new Decision<>(
                            right,
                            List.of(new RequestDropped(request.unit(), request.id())),
                            new Reply.Dropped());
        };
    }

    /**
     * Declines a request; who asked may too, and so take it back.
     *
     * @param waiting whether it has not been answered
     * @param by whether who declines it may give it
     */
    public static Decision<AccessFact, Reply> decline(
            Request request, boolean waiting, Clearance by, Instant now) {
        return switch (by) {
            case Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Cleared _ when !waiting || request.hasLapsedAt(now) ->
                    Decision.nothing(new Reply.Already());
            case Cleared(var right) ->
                    new Decision<>(
                            right,
                            List.of(new RequestDeclined(request.unit(), request.id())),
                            new Reply.Done());
        };
    }
}
