package no.segl.core.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.How;
import no.segl.core.letter.Letter.Opened;
import no.segl.core.letter.LetterFact.AssignmentEnded;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.HandlingReopened;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterAssigned;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.LetterHandled;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.letter.LetterFact.LetterRead;
import no.segl.core.letter.LetterFact.LetterSettled;
import no.segl.core.letter.LetterFact.LetterShared;
import no.segl.core.letter.LetterFact.LetterWithdrawn;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.LetterFact.OfCase;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.LetterFact.RecipientNotReady;
import no.segl.core.letter.LetterFact.ShareEnded;

/** Folds facts into a letter's state, one at a time and in order. */
public final class Folding {

    /** What changes a letter that is held back. */
    private static final Set<Class<? extends LetterFact>> HELD =
            Set.of(
                    RecipientNotReady.class,
                    LetterLookedAt.class,
                    LetterAvailable.class,
                    LetterWithdrawn.class);

    private Folding() {}

    /**
     * The state after {@code fact}.
     *
     * @throws IllegalStateException if the fact cannot follow that state: the history is wrong
     */
    public static Letter after(Letter letter, LetterFact fact, Instant at, Actor actor) {
        if (letter instanceof Accepted a && HELD.contains(fact.getClass())) {
            return held(a, fact, at, actor);
        }
        return switch (fact) {
            case LetterAccepted accepted when letter instanceof Draft ->
                    new Accepted(accepted.envelope(), at);
            case LetterOpened _
                    when letter instanceof Available a && actor instanceof Actor.Person person ->
                    new Opened(a.envelope(), a.acceptedAt(), a.availableAt(), at, person.person());
            case LetterLookedAt looked when letter instanceof Available a -> looked(a, looked, at);
            case NoticeOrdered _ when letter instanceof Available -> letter;
            case NoticeOrdered ordered
                    when (letter instanceof Accepted || letter.isClosed())
                            && ordered.kind() == Notice.Kind.CASE_WAITING ->
                    letter;
            case NoticeOrdered ordered
                    when letter instanceof Opened && ordered.kind().isByReader() ->
                    letter;
            case OfCase _ when !(letter instanceof Draft) -> letter;
            case NoticeSent sent when letter instanceof Available a -> notified(a, sent, at);
            case NoticeSent _ when letter instanceof Accepted || letter.isClosed() -> letter;
            case NoticeFailed failed when letter instanceof Available a ->
                    a.with(a.chase().failed(failed.notice()));
            case NoticeDelivered _, NoticeFailed _ when !(letter instanceof Draft) -> letter;
            // A closed one too: paper that comes back, or that could not be called back.
            case CaseRaised _ when !(letter instanceof Draft) -> letter;
            case LetterSettled _ when letter instanceof Available a ->
                    closed(a, at, new How.Settled(actor));
            case LetterPosted _ when letter instanceof Available a ->
                    closed(a, at, new How.Posted(actor));
            case LetterPosted _ when letter.isClosed() -> letter;
            case LetterWithdrawn _ when letter instanceof Available a ->
                    closed(a, at, new How.Withdrawn(actor));
            case LetterRead _ when letter instanceof Opened -> letter;
            case DocumentRead _ when letter instanceof Opened -> letter;
            case ContentDestroyed _ when letter.isClosed() -> letter;
            case LetterShared _ when letter instanceof Available || letter instanceof Opened ->
                    letter;
            case LetterAssigned _ when letter instanceof Available || letter instanceof Opened ->
                    letter;
            case AssignmentEnded _ when letter instanceof Available || letter instanceof Opened ->
                    letter;
            case LetterHandled _ when letter instanceof Opened && actor instanceof Actor.Person ->
                    letter;
            case HandlingReopened _ when letter instanceof Opened -> letter;
            case ShareEnded _ when !(letter instanceof Draft) -> letter;
            case OpeningRefused _ when !(letter instanceof Draft) -> letter;
            case LetterFact _ -> throw impossible(letter, fact);
        };
    }

    private static Letter held(Accepted a, LetterFact fact, Instant at, Actor actor) {
        return switch (fact) {
            case RecipientNotReady notReady ->
                    new Accepted(
                            a.envelope(),
                            a.acceptedAt(),
                            a.lastLook(),
                            notReady.response() == Sending.Response.PAPER);
            case LetterLookedAt _ ->
                    new Accepted(a.envelope(), a.acceptedAt(), Optional.of(at), a.forPaper());
            case LetterAvailable _ ->
                    new Available(
                            a.envelope(),
                            a.acceptedAt(),
                            at,
                            0,
                            Optional.empty(),
                            Chase.NONE.forPaper(a.forPaper()));
            case LetterWithdrawn _ ->
                    new Closed(
                            a.envelope(),
                            a.acceptedAt(),
                            Optional.empty(),
                            at,
                            new How.Withdrawn(actor));
            case LetterFact _ -> throw impossible(a, fact);
        };
    }

    private static IllegalStateException impossible(Letter letter, LetterFact fact) {
        return new IllegalStateException(
                fact.type()
                        + " cannot follow "
                        + letter.getClass().getSimpleName()
                        + " of "
                        + fact.subject());
    }

    private static Letter notified(Available a, NoticeSent sent, Instant at) {
        return sent.kind().isForReaders() ? a.with(a.chase().told(sent.notice(), at)) : a;
    }

    private static Letter looked(Available a, LetterLookedAt looked, Instant at) {
        Chase chase = a.chase().notAhead(at);
        boolean readerless = looked.readers() == 0;
        boolean chased =
                looked.steps() > chase.steps()
                        || looked.renotified()
                        || readerless != chase.readerless();
        return new Available(
                a.envelope(),
                a.acceptedAt(),
                Letter.notAhead(a.availableAt(), at),
                a.looks() + 1,
                Optional.of(at),
                new Chase(
                        looked.steps(),
                        chase.told(),
                        chase.renotified() || looked.renotified(),
                        readerless,
                        chased ? Optional.of(at) : chase.chasedAt(),
                        chase.forPaper()));
    }

    private static Closed closed(Available letter, Instant at, How how) {
        return new Closed(
                letter.envelope(), letter.acceptedAt(), Optional.of(letter.availableAt()), at, how);
    }
}
