package no.segl.core.evidence;

import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DOCUMENT;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.SENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Share;
import no.segl.core.id.Digest;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.CaseFact;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Sending;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;
import no.segl.core.letter.Withdrawing;
import no.segl.core.print.Handover;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Sheets;

/** A fact of every kind about one letter. */
final class FactSamples {

    static final UUID NOTICE = new UUID(5, 5);
    static final UUID HERE = new UUID(6, 1);
    static final UUID THERE = new UUID(6, 2);
    static final PrintJobId JOB = new PrintJobId(new UUID(9, 1));
    static final Notice.To SOMEBODY = new Notice.To.Person(READER);
    static final Actor PERSON = new Actor.Person(READER);

    private FactSamples() {}

    static List<Fact> ofTheLetter() {
        return List.of(
                new LetterFact.LetterAccepted(ENVELOPE, List.of()),
                new LetterFact.RecipientNotReady(ID, "NO_HOLDER", "X", Sending.Response.HOLD),
                new LetterFact.LetterAvailable(ID),
                new LetterFact.LetterOpened(ID),
                new LetterFact.LetterRead(ID),
                new LetterFact.DocumentRead(ID, DOCUMENT),
                new LetterFact.OpeningRefused(ID, DENIED),
                new LetterFact.LetterShared(
                        new Share(HERE, ID, READER, true, SENT, Optional.empty())),
                new LetterFact.ShareEnded(ID, HERE),
                new LetterFact.LetterAssigned(ID, READER),
                new LetterFact.AssignmentEnded(ID),
                new LetterFact.LetterHandled(ID),
                new LetterFact.HandlingReopened(ID),
                new LetterFact.LetterWithdrawn(ID, Withdrawing.Reason.SENT_TWICE),
                new LetterFact.LetterSettled(ID, Settling.Reason.TOLD_IN_PERSON),
                new LetterFact.LetterPosted(ID, HERE),
                new LetterFact.LetterLookedAt(ID, "FIRST_LOOK", 1, 1, 2, false),
                new LetterFact.ContentDestroyed(ID, "KEEP_OPENED", 1),
                new LetterFact.NoticeOrdered(ID, NOTICE, Notice.Kind.ARRIVED, SOMEBODY),
                new LetterFact.NoticeSent(
                        ID, NOTICE, Notice.Kind.ARRIVED, SOMEBODY, Notice.Channel.EMAIL),
                new LetterFact.NoticeDelivered(ID, NOTICE),
                new LetterFact.NoticeFailed(ID, NOTICE, Notice.Failure.BOUNCED));
    }

    static List<Fact> ofTheCase(Side side, UUID matter) {
        return List.of(
                new LetterFact.CaseRaised(ID, matter, Matter.Reason.LONG_UNOPENED, side, LATER),
                new CaseFact.CaseAssigned(ID, matter, READER),
                new CaseFact.CaseReturned(ID, matter, true),
                new CaseFact.CaseCommented(ID, matter, HERE, "ringte"),
                new CaseFact.CaseSnoozed(ID, matter, Matter.Wait.PERSON_AWAY, LATER),
                new CaseFact.CaseOverdue(ID, matter, LATER),
                new CaseFact.CaseClosed(ID, matter, Matter.Outcome.RECIPIENT_TOLD),
                new CaseFact.CaseResolved(ID, Matter.Reason.LONG_UNOPENED, side));
    }

    static List<Fact> ofThePaper() {
        return List.of(
                new PrintFact.PrintOrdered(new PrintOrder(JOB, ID, PrintOrder.Route.PRINTER)),
                new PrintFact.PrintContentRead(ID, JOB),
                new PrintFact.PrintNotPossible(ID, JOB, List.of()),
                new PrintFact.PrintHandoverAttempted(ID, JOB, 1, Digest.ZERO, new Sheets(1, 2)),
                new PrintFact.PrintHandoverFailed(ID, JOB, 1, Handover.Cause.REFUSED),
                new PrintFact.PrintHandedOver(ID, JOB, 2),
                new PrintFact.PrintTaken(ID, JOB),
                new PrintFact.PaperPrinted(ID, JOB, LATER),
                new PrintFact.PaperPosted(ID, JOB, LATER),
                new PrintFact.PrintFailed(ID, JOB, FailureReason.OTHER),
                new PrintFact.PrintStopAsked(ID, JOB, StopGround.OPENED),
                new PrintFact.PrintStopped(ID, JOB, StopGround.OPENED),
                new PrintFact.PrintStopMissed(ID, JOB),
                new PrintFact.PrintContradicted(ID, JOB, "Printed"));
    }
}
